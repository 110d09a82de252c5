package dev.backstep.ui.sentence;

import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.List;

/**
 * How large the gradient is that comes to the states of a cell.
 *
 * @param own the norm of what comes to h from the error of this timestep
 * @param later what came after hands back, of each state
 */
record IncomingGradient(double own, List<Part> later) {
  /** A vector and its norm. */
  record Part(Vector vector, double norm) {}

  /** That of a cell. */
  static IncomingGradient of(Trace trace, int t) {
    Net net = trace.net();
    List<Part> own =
        parts(net, Cell.H).stream()
            .filter(equation -> !equation.isHandedOver())
            .map(equation -> part(trace, equation, t))
            .toList();
    List<Part> later =
        net.states().stream()
            .flatMap(state -> parts(net, state).stream())
            .filter(Equation::isHandedOver)
            .map(equation -> part(trace, equation, t))
            .toList();
    return new IncomingGradient(own.stream().mapToDouble(Part::norm).sum(), later);
  }

  private static List<Equation> parts(Net net, Vector state) {
    return ((Rule.OfVector) net.ruleOf(net.gradientOf(state))).parts();
  }

  private static Part part(Trace trace, Equation equation, int t) {
    return new Part(equation.left(), trace.norm(equation.left(), t));
  }

  boolean hasOwn() {
    return own != 0;
  }

  boolean hasLater() {
    return later.stream().anyMatch(part -> part.norm() != 0);
  }

  boolean isFinite() {
    return Double.isFinite(own) && later.stream().allMatch(part -> Double.isFinite(part.norm()));
  }
}
