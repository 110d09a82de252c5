package dev.backstep.trace.flow;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;

/**
 * Why the norm of a gradient is another at t than at t + 1, in powers of ten: two factors whose
 * logarithms add up to the whole.
 *
 * <p>Of a state that goes back through weights, as h: {@code log₁₀ ‖da_{t+1}‖/‖dh_{t+1}‖} by the
 * derivatives (and gates) of the cell, da being the gradients of its pre-activations, and {@code
 * log₁₀ ‖dh_t‖/‖da_{t+1}‖} by the recurrent weights and whatever goes around them. Of a state that
 * does not, as c of an LSTM: {@code log₁₀ ‖f ⊙ dc_{t+1}‖/‖dc_{t+1}‖} by the gate and {@code log₁₀
 * ‖dc_t‖/‖f ⊙ dc_{t+1}‖} by what comes through h.
 *
 * @param inCell the first
 * @param between the second
 */
public record FlowBalance(double inCell, double between) {
  /** The change from t + 1 to t, of the gradient of one loss; t is before the loss. */
  public static FlowBalance of(LossFlow flow, Vector state, int t) {
    double later = flow.norm(state, t + 1);
    double middle =
        goesThroughWeights(flow.net(), state)
            ? flow.ofPreActivations(t + 1)
            : flow.ofHandedBack(state, t + 1);
    return new FlowBalance(
        StrictMath.log10(middle) - StrictMath.log10(later),
        StrictMath.log10(flow.norm(state, t)) - StrictMath.log10(middle));
  }

  /** Whether what is handed back of a state is made with recurrent weights. */
  public static boolean goesThroughWeights(Net net, Vector state) {
    Vector handedBack = net.handedBack().get(net.states().indexOf(state));
    Equation equation = net.equation(handedBack);
    return equation.right().all().anyMatch(Expr.Times.class::isInstance);
  }

  /** The whole change. */
  public double sum() {
    return inCell + between;
  }
}
