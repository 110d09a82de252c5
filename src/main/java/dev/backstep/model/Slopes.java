package dev.backstep.model;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Function;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How steep the functions of a cell are where a forward pass has used them.
 *
 * @param values of a vector in every timestep, (T, H)
 */
public record Slopes(Net net, java.util.function.Function<Vector, MatrixView> values) {
  /**
   * The mean of all derivatives over all units and timesteps, each as a share of the steepest of
   * its function: 1 where tanh is straight, 0 where it is flat; {@code 1 − h²} of the vanilla net.
   */
  public double mean() {
    double sum = 0;
    int count = 0;
    for (Equation equation : net.equations()) {
      if (equation.left().phase() == Phase.FORWARD && !equation.left().isPerCharacter()) {
        for (double slope : slopes(equation).toArray()) {
          sum += slope;
          count++;
        }
      }
    }
    return sum / count;
  }

  private DoubleStream slopes(Equation equation) {
    if (equation.right() instanceof Expr.Apply apply) {
      return entries(equation.left())
          .map(value -> apply.function().slopeAt(value) / apply.function().steepest());
    }
    return equation
        .right()
        .all()
        .filter(Expr.Apply.class::isInstance)
        .map(Expr.Apply.class::cast)
        .filter(apply -> apply.inner() instanceof Expr.Of of && of.shift() == 0)
        .flatMapToDouble(this::slopesOfVector);
  }

  /** Of a function of a vector: tanh(c). */
  private DoubleStream slopesOfVector(Expr.Apply apply) {
    Function function = apply.function();
    return entries(((Expr.Of) apply.inner()).vector())
        .map(value -> function.slopeAt(function.of(value)) / function.steepest());
  }

  private DoubleStream entries(Vector vector) {
    MatrixView matrix = values.apply(vector);
    int cols = matrix.cols();
    return IntStream.range(0, matrix.rows() * cols)
        .mapToDouble(i -> matrix.get(i / cols, i % cols));
  }
}
