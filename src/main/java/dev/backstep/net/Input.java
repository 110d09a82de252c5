package dev.backstep.net;

import java.util.List;

/**
 * What a cell reads.
 *
 * @param id the name in settings and files
 * @param weights that it has
 * @param given vectors that are not computed: what is read where that is real numbers
 * @param forward equations that make x, in order
 * @param x as it stands in the equations of the cell
 * @param gradient the gradient of x
 * @param gradients what is added to the gradients of the weights
 */
public record Input(
    String id,
    List<Weight> weights,
    List<Vector> given,
    List<Equation> forward,
    Expr x,
    Vector gradient,
    List<Gradient> gradients) {
  /** A row of numbers that a cell reads, (D). */
  public static final Vector X = Vector.forward("x", "x", Scale.SIGNED, "x_t").per(Axis.INPUTS);

  /** The gradient of the input, {@code dxt} (D). */
  public static final Vector DXT = Vector.gradient("dxt", "\\mathrm{d}x_t").per(Axis.INPUTS);

  /** The embedding: a row of D numbers for each of V ids. */
  public static final Weight E =
      new Weight("E", "E", false, Axis.CHARACTERS, Axis.INPUTS, "E", "E");

  /** A character as a one-hot row vector (V): it looks up a row of a weight. */
  public static final Input ONE_HOT =
      new Input("one-hot", List.of(), List.of(), List.of(), new Expr.Input(), DXT, List.of());

  /** Real numbers (D). */
  public static final Input REAL =
      new Input("real", List.of(), List.of(X), List.of(), X.expr(), DXT, List.of());

  /** A word, whose row of the embedding is read: {@code x = E[id]}, {@code dE[id] += dxt}. */
  public static final Input EMBEDDED =
      new Input(
          "embedding",
          List.of(E),
          List.of(),
          List.of(X.is(new Expr.Input().times(E))),
          X.expr(),
          DXT,
          List.of(E.of(new Expr.Input(), DXT)));

  public Input {
    weights = List.copyOf(weights);
    given = List.copyOf(given);
    forward = List.copyOf(forward);
    gradients = List.copyOf(gradients);
  }

  /** {@code dxt = Σ da·W1ᵀ} over all products that the input goes into. */
  Equation equation(List<Gradient> ofCell) {
    return gradient.is(
        ofCell.stream()
            .filter(each -> x.equals(each.left()))
            .map(each -> each.right().timesTransposed(each.weight()))
            .reduce(Expr::plus)
            .orElseThrow());
  }
}
