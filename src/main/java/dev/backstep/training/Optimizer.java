package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Term;
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

  /** What it remembers of every entry, by the name that its formula uses; not a copy. */
  Map<String, Parameters> memory();

  /** How an update changes the memory, in symbols; empty if there is none. */
  String memoryFormula();

  /** The numbers of its formula that all entries share, by name in their order. */
  Map<String, Double> constants();

  /**
   * What the last update added to one weight, bit for bit: {@code −lr·g} over a divisor.
   *
   * @param index how the entry is written
   * @param gradient that it saw of the entry
   * @param remembered what its memory has at the entry now, in the order of {@link #memory}
   */
  Term step(String index, double learningRate, double gradient, double... remembered);
}
