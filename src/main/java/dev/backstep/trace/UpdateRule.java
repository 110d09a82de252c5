package dev.backstep.trace;

import dev.backstep.model.Parameters;
import java.util.Map;

/**
 * What an optimiser did in one update, told so that the update of each weight can be written out.
 */
public interface UpdateRule {
  /** {@code Adagrad}. */
  String optimizer();

  /** How its memory came about, in symbols: {@code m ← m + g²}; empty if it has none. */
  String memoryFormula();

  /** The numbers of its formula that all entries share, by name: {@code lr}, {@code ε} … */
  Map<String, Double> constants();

  /** What it remembers of every entry after this update, by the name that its formula uses. */
  Map<String, Parameters> memory();

  Clip clip();

  /** One entry of a gradient after clipping, as the optimiser sees it. */
  double clipped(double gradient);

  /**
   * What is added to one weight, {@code −lr·g} or what this optimiser makes of it.
   *
   * @param index how the entry is written: {@code [3,5]}; empty for the formula of any entry
   * @param gradient of the entry, clipped
   * @param remembered what {@link #memory} has at the entry, in its order
   */
  Term step(String index, double gradient, double... remembered);
}
