package dev.backstep.check.reading;

import dev.backstep.check.submission.Naming;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.model.Shape;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Map;

/** A naming, with what each array of a file was taken for. */
record TakenNaming(Naming naming, Map<String, List<String>> taken) implements Naming {
  @Override
  public String title() {
    return naming.title();
  }

  @Override
  public Notation notation() {
    return naming.notation();
  }

  @Override
  public BatchNames ofBatch() {
    return naming.ofBatch();
  }

  @Override
  public String name(Vector vector) {
    return naming.name(vector);
  }

  @Override
  public String name(Weight weight) {
    return naming.name(weight);
  }

  @Override
  public String gradient(Weight weight) {
    return naming.gradient(weight);
  }

  @Override
  public String initial(Vector state) {
    return naming.initial(state);
  }

  @Override
  public String index(SuppliedTotal total, Shape shape, int entry) {
    return naming.index(total, shape, entry);
  }
}
