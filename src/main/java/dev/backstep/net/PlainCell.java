package dev.backstep.net;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A cell without gates: {@code h = f(x·W1 + h_prev·W2 + bh)}, with one function for every unit.
 *
 * @param id the name in settings and files
 * @param function f
 * @param da the gradient of the pre-activation
 * @param derivative f′, written in h; null where f is the identity, and f′ is 1
 */
public record PlainCell(
    String id, UnaryOperator<Expr> function, Vector da, @Nullable Expr derivative) implements Cell {
  public static final Weight W1 =
      new Weight("W1", "Wxh", true, Axis.INPUTS, Axis.UNITS, "W_1", "W_{xh}");
  public static final Weight W2 =
      new Weight("W2", "Whh", true, Axis.UNITS, Axis.UNITS, "W_2", "W_{hh}");
  public static final Weight BH = new Weight("bh", "bh", false, null, Axis.UNITS, "b_h", "b_h");

  /** The gradient of the pre-activation, (H), where it has no name that its function gives it. */
  public static final Vector DA = Vector.gradient("da", "\\mathrm{d}a");

  /** A cell without a function, {@code h = x·W1 + h_prev·W2 + bh}. */
  public static final PlainCell IDENTITY =
      new PlainCell("identity", UnaryOperator.identity(), DA, null);

  @Override
  public List<Weight> weights() {
    return List.of(W1, W2, BH);
  }

  @Override
  public List<Vector> states() {
    return List.of(H);
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(H.is(function.apply(x.times(W1).plus(H.before().times(W2)).plus(BH))));
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput), Rule.of(da.is(derivative == null ? DH : derivative.by(DH))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    return List.of(W1.of(x, da), W2.of(H.before(), da), BH.of(da));
  }

  @Override
  public List<Equation> handedBack() {
    return List.of(DH_PREV.is(da.timesTransposed(W2)));
  }
}
