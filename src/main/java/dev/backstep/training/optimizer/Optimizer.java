package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Term;
import dev.backstep.trace.UpdateFormulas;
import java.util.List;
import java.util.Map;

/** Turns gradients into an update of the weights, and may remember something from each. */
public interface Optimizer {
  /**
   * One update, entry by entry.
   *
   * @param weights modified
   * @param gradients not modified
   * @param learningRate the step size
   */
  void update(Parameters weights, Parameters gradients, double learningRate);

  /** The same optimiser with a memory of its own, equal to this one's at the moment. */
  Optimizer copy();

  /** The memory of every entry, by the name that its formula uses; not a copy. */
  Map<String, Parameters> memory();

  /** The numbers remembered beside that, the same for every entry; usually none. */
  default double[] counters() {
    return new double[0];
  }

  UpdateFormulas formulas();

  /** The numbers that all entries of the next update share, by name in their order. */
  Map<String, Double> constants();

  /** The memory of one entry after the next update, bit for bit. */
  double remembered(String memory, double before, double gradient);

  /** The same as the terms that it is the sum of. */
  List<Term> remembering(String memory, String index, double before, double gradient);

  /** The numbers the next update makes of its memory, by name; usually none. */
  default Map<String, Term> corrected(String index, double... remembered) {
    return Map.of();
  }

  /**
   * The number the next update takes off one weight, bit for bit.
   *
   * @param gradient that it sees of the entry
   * @param remembered what its memory then has at the entry, in the order of {@link #memory}
   */
  double step(double learningRate, double gradient, double... remembered);

  /** The number added, {@code −lr·g} over a divisor. */
  Term change(String index, double learningRate, double gradient, double... remembered);
}
