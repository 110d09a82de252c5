package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import dev.backstep.net.Net;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What programs return for inputs of the notebook: the right one, and those with one or two of the
 * known faults. Each is run when it is asked for the first time.
 */
final class Programs {
  private final NotebookInputs inputs;
  private final BooleanSupplier cancelled;
  private final Program right;
  private final List<Fault> faults;
  private final List<Program> single = new ArrayList<>();
  private final List<Program> pairs = new ArrayList<>();

  Programs(NotebookInputs inputs, BooleanSupplier cancelled) {
    this.inputs = inputs;
    this.cancelled = cancelled;
    right = Program.right(inputs);
    Net net = inputs.function().net();
    faults = Fault.catalogue(net);
  }

  NotebookInputs inputs() {
    return inputs;
  }

  Program right() {
    return right;
  }

  /** Those with one fault. */
  List<Program> single() {
    if (single.isEmpty()) {
      faults.forEach(fault -> single.add(Program.with(inputs, fault)));
    }
    return single;
  }

  /** Those with two faults; where both write the same number it matters which comes last. */
  List<Program> pairs() {
    for (int i = 0; pairs.size() < count() && i < faults.size(); i++) {
      for (Fault other : faults.subList(i + 1, faults.size())) {
        if (cancelled.getAsBoolean()) {
          return List.of();
        }
        pairs.add(Program.with(inputs, faults.get(i), other));
        pairs.add(Program.with(inputs, other, faults.get(i)));
      }
    }
    return pairs;
  }

  private int count() {
    return faults.size() * (faults.size() - 1);
  }
}
