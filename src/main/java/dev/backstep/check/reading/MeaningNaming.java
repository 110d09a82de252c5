package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.submission.Naming;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;

/** The names that the arrays of a file have there, by what they mean. */
record MeaningNaming(Meaning meaning, Net net) implements Naming {
  @Override
  public String title() {
    return meaning.title();
  }

  @Override
  public Notation notation() {
    return meaning.notation();
  }

  @Override
  public String name(Vector vector) {
    return named(vector.name());
  }

  @Override
  public String name(Weight weight) {
    return named(weight.name());
  }

  @Override
  public String gradient(Weight weight) {
    return named(SuppliedTotal.ofWeight(weight));
  }

  @Override
  public String initial(Vector state) {
    return named(state + "0");
  }

  private String named(String name) {
    return meaning.source(name).map(Source::name).orElse(name);
  }

  @Override
  public String index(SuppliedTotal total, Shape shape, int entry) {
    List<Source> sources = meaning.sources(total.gradient());
    return sources.stream()
        .filter(source -> source.name().equals(total.name()))
        .findFirst()
        .map(source -> source.place().index(unravelled(entry, source.shape())))
        .orElse("[" + entry + "]");
  }

  /** The index of an entry for each axis of a shape. */
  static int[] unravelled(int entry, int[] shape) {
    int[] index = new int[shape.length];
    int rest = entry;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }
}
