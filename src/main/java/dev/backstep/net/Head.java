package dev.backstep.net;

import java.util.List;
import java.util.Optional;

/**
 * What a net predicts from the hidden state, with which loss, and how the gradient of that comes
 * back to the state.
 *
 * @param id the name in settings and files
 * @param given vectors that are not computed: what should be predicted where that is real numbers
 * @param output how the output is computed; empty where there is none
 * @param loss of one timestep
 * @param error the gradient of the loss before the function of the output
 * @param toState what comes from there to the gradient of the state
 */
public record Head(
    String id,
    List<Vector> given,
    Optional<Equation> output,
    Loss loss,
    Optional<Equation> error,
    Equation toState) {
  public static final Weight W3 =
      new Weight("W3", "Why", false, Axis.OUTPUTS, Axis.UNITS, "W_3", "W_{hy}");
  public static final Weight BO = new Weight("bo", "by", false, null, Axis.OUTPUTS, "b_o", "b_y");

  /** Probabilities, (K). */
  public static final Vector O = Vector.forward("o", "O", Scale.PROBABILITY, "o").per(Axis.OUTPUTS);

  public static final Vector E = Vector.gradient("e", "e").per(Axis.OUTPUTS);
  public static final Vector DH_FROM_OUTPUT =
      Vector.gradient("dh_from_output", "\\mathrm{d}h_{\\mathrm{output}}");

  /** Numbers that should be predicted, (K). */
  public static final Vector Y = Vector.forward("y", "y", Scale.SIGNED, "y_t").per(Axis.OUTPUTS);

  /** The gradient of a state that is given from above, in the place of an output layer, (H). */
  public static final Vector UPSTREAM =
      Vector.gradient("upstream_dh", "\\mathrm{d}h_{\\mathrm{upstream}}");

  private static final Expr LOGITS = Cell.H.timesTransposed(W3).plus(BO);

  /** Probabilities (K) with cross-entropy, whose gradient together is {@code o − y}. */
  public static final Head SOFTMAX =
      of("softmax", List.of(), O.is(Expr.softmax(LOGITS)), Loss.CROSS_ENTROPY, new Expr.Target());

  /** A probability each (K) with cross-entropy, whose gradient together is {@code o − y}. */
  public static final Head SIGMOID =
      of("sigmoid", List.of(Y), O.is(Expr.sigmoid(LOGITS)), Loss.BINARY_CROSS_ENTROPY, Y.expr());

  /**
   * A sigmoid for each output (K) with half the squared error, whose gradient is {@code (o − y) ⊙ o
   * ⊙ (1 − o)}.
   */
  public static final Head SIGMOID_SQUARED =
      of(
          "sigmoid-squared",
          List.of(Y),
          O.is(Expr.sigmoid(LOGITS)),
          Loss.SQUARED_ERROR,
          E.is(O.minus(Y).by(O).by(Expr.oneMinus(O))));

  /** Real numbers (K) with half the squared error, whose gradient is {@code o − y}. */
  public static final Head LINEAR =
      of("linear", List.of(Y), O.of(Scale.SIGNED).is(LOGITS), Loss.SQUARED_ERROR, Y.expr());

  /** No output: the gradient of every state is given. */
  public static final Head NONE =
      new Head(
          "none",
          List.of(UPSTREAM),
          Optional.empty(),
          Loss.GIVEN,
          Optional.empty(),
          DH_FROM_OUTPUT.is(UPSTREAM));

  public Head {
    given = List.copyOf(given);
  }

  private static Head of(String id, List<Vector> given, Equation output, Loss loss, Expr target) {
    return of(id, given, output, loss, E.is(output.left().minus(target)));
  }

  private static Head of(
      String id, List<Vector> given, Equation output, Loss loss, Equation error) {
    return new Head(
        id, given, Optional.of(output), loss, Optional.of(error), DH_FROM_OUTPUT.is(E.times(W3)));
  }

  /**
   * The same head with a loss that counts so many times at each timestep, {@code e = (o − y) ⊙ w}:
   * not at all where w is 0.
   */
  public Head weighted() {
    return new Head(
        id,
        given,
        output,
        loss,
        error.map(equation -> E.is(equation.right().by(new Expr.LossWeight()))),
        toState);
  }

  /** Whether the loss of a timestep has a weight. */
  public boolean isWeighted() {
    return error.stream()
        .flatMap(equation -> equation.right().all())
        .anyMatch(Expr.LossWeight.class::isInstance);
  }

  /** Its weights. */
  public List<Weight> weights() {
    return output.isEmpty() ? List.of() : List.of(W3, BO);
  }

  List<Gradient> gradients() {
    return output.isEmpty() ? List.of() : List.of(W3.of(E, Cell.H), BO.of(E));
  }
}
