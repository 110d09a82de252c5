package dev.backstep.trace;

import dev.backstep.model.Parameters;
import java.util.List;
import java.util.Map;

/**
 * The rule of an optimiser in one update, told so that the update of each weight can be written
 * out. What it remembers after the update is not kept: it follows, bit for bit, from what it
 * remembered before and the gradient.
 */
public interface UpdateRule {
  /** {@code Adagrad}. */
  String optimizer();

  UpdateFormulas formulas();

  /** The numbers of its formula that all entries share, by name: {@code lr}, {@code ε} … */
  Map<String, Double> constants();

  /** The memory of every entry before this update, by the name that its formula uses. */
  Map<String, Parameters> memoryBefore();

  Clip clip();

  /**
   * The squares, added up, of gradients that are clipped together with those of the weights: of the
   * states that a sequence begins with where they are learned.
   */
  default double squaresBeside() {
    return 0;
  }

  /** One entry of a gradient after clipping, as the optimiser sees it. */
  double clipped(double gradient);

  /**
   * The memory of one entry after the update.
   *
   * @param memory the name of the memory
   * @param before what it remembered
   * @param gradient of the entry, clipped
   */
  double remembered(String memory, double before, double gradient);

  /** The same as the terms that it is the sum of. */
  List<Term> remembering(String memory, String index, double before, double gradient);

  /** The numbers made of the memory before the step, by name: m_hat of Adam; mostly none. */
  Map<String, Term> corrected(String index, double... remembered);

  /** The number taken off one weight. */
  double step(double gradient, double... remembered);

  /**
   * The number added to one weight, {@code −lr·g} or what this optimiser makes of it.
   *
   * @param index how the entry is written: {@code [3,5]}; empty for the formula of any entry
   * @param gradient of the entry, clipped
   * @param remembered what it remembers of the entry after the update, in the order of {@link
   *     #memoryBefore}
   */
  Term change(String index, double gradient, double... remembered);
}
