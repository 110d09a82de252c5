package dev.backstep.check.printed;

import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program and what it returns for inputs of the notebook.
 *
 * @param faults none; one; or two, of which the first has the last word
 * @param gradients by their names in the notebook
 */
record Program(List<Fault> faults, Map<String, NdArray> gradients) {
  private static final double ROUNDING = 1e-11;

  static Program right(NotebookInputs inputs) {
    return new Program(List.of(), NotebookGradients.of(inputs, BackwardRules.RIGHT));
  }

  static Program with(NotebookInputs inputs, Fault fault) {
    return new Program(List.of(fault), NotebookGradients.of(inputs, fault.rules()));
  }

  static Program with(NotebookInputs inputs, Fault first, Fault second) {
    return new Program(List.of(first, second), NotebookGradients.of(inputs, first.with(second)));
  }

  /** An entry of a gradient, by its place in C order. */
  double entry(String gradient, int place) {
    return Objects.requireNonNull(gradients.get(gradient), gradient).values()[place];
  }

  /** The gradients that are others than those of another program, by more than rounding. */
  Set<String> changed(Program other) {
    return gradients.keySet().stream()
        .filter(name -> !isSame(name, other))
        .collect(Collectors.toSet());
  }

  private boolean isSame(String name, Program other) {
    return IntStream.range(0, (int) Objects.requireNonNull(gradients.get(name), name).count())
        .allMatch(
            place ->
                Math.abs(entry(name, place) - other.entry(name, place))
                    <= ROUNDING * Math.max(1, Math.abs(entry(name, place))));
  }

  /** Whether both return the same, but for what rounding comes to. */
  boolean returnsTheSameAs(Program other) {
    return changed(other).isEmpty();
  }
}
