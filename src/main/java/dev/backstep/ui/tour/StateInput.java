package dev.backstep.ui.tour;

import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Function;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;

/**
 * The first place at which the state before goes into a cell: W2 and h of the vanilla net, the
 * weight of its first gate and that gate where a cell has gates.
 *
 * @param gradient of the weight that the state before is multiplied by
 * @param equation of what is computed with it, a function of a sum
 */
record StateInput(Gradient gradient, Equation equation) {
  static StateInput of(Net net) {
    Gradient gradient =
        net.gradients().stream()
            .filter(each -> Cell.H.before().equals(each.left()))
            .findFirst()
            .orElseThrow();
    return new StateInput(
        gradient,
        net.equations().stream()
            .filter(each -> uses(each, gradient.weight()))
            .findFirst()
            .orElseThrow());
  }

  private static boolean uses(Equation equation, Weight weight) {
    return equation.right() instanceof Expr.Apply
        && equation
            .right()
            .all()
            .anyMatch(part -> part instanceof Expr.Times of && of.weight().equals(weight));
  }

  /** W2. */
  Weight weight() {
    return gradient.weight();
  }

  /** The gradient of the pre-activation: dtanh. */
  Vector gradientOfSum() {
    return gradient.right().reads().findFirst().orElseThrow().vector();
  }

  /** The vector computed: h. */
  Vector computed() {
    return equation.left();
  }

  /** By which function of the sum. */
  Function function() {
    return ((Expr.Apply) equation.right()).function();
  }
}
