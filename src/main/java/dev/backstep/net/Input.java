package dev.backstep.net;

import java.util.List;

/**
 * What a cell reads.
 *
 * @param x as it stands in the equations of the cell
 * @param gradient the gradient of x
 */
public record Input(Expr x, Vector gradient) {
  /** The gradient of the input, {@code dxt} (V). */
  public static final Vector DXT = Vector.gradient("dxt", "\\mathrm{d}x_t").perCharacter();

  /** A character as a one-hot row vector (V): it looks up a row of a weight. */
  public static final Input ONE_HOT = new Input(Expr.X, DXT);

  /** {@code dxt = Σ da·W1ᵀ} over all products that the input goes into. */
  Equation equation(List<Gradient> gradients) {
    return gradient.is(
        gradients.stream()
            .filter(each -> x.equals(each.left()))
            .map(each -> each.right().timesTransposed(each.weight()))
            .reduce(Expr::plus)
            .orElseThrow());
  }
}
