package dev.backstep.trace.links;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of the numbers of the cells, as their equations say, and what they feed, which is the
 * same read from the other side.
 */
record CellLinks(Trace trace, LightFactory factory) {
  /** The sources of an entry of a vector of cell t. */
  Stream<Light> sources(Vector vector, int t, int i) {
    return sources(trace.net().equation(vector).right(), t, i);
  }

  private Stream<Light> sources(Expr expr, int t, int i) {
    if (expr instanceof Expr.Of of) {
      return Stream.of(factory.one(of, t, i));
    }
    if (expr instanceof Expr.Times times) {
      return factors(times, t, i);
    }
    if (expr instanceof Expr.Bias bias) {
      return Stream.of(factory.weight(bias.weight(), 0, i));
    }
    return expr instanceof Expr.Target
        ? Stream.of(factory.target(t, i))
        : expr.parts().stream().flatMap(part -> sources(part, t, i));
  }

  /** The character that is read looks up its row; no other row is used. */
  private Stream<Light> factors(Expr.Times times, int t, int i) {
    Weight weight = times.weight();
    if (times.vector() instanceof Expr.Of of) {
      return Stream.of(
          factory.all(of, t),
          times.transposed() ? factory.weightRow(weight, i) : factory.weightColumn(weight, i));
    }
    int x = trace.input(t);
    if (x < 0) {
      return Stream.empty();
    }
    return Stream.of(
        factory.input(t, t + 1, x), factory.weightRow(weight, x), factory.weight(weight, x, i));
  }

  /** The numbers fed by an entry of a vector of cell t; t is −1 for the initial state. */
  Stream<Light> destinations(Vector vector, int t, int i) {
    return Stream.concat(
        trace.net().equations().stream()
            .flatMap(equation -> fed(equation.right(), equation.left(), vector, t, i)),
        trace.net().gradients().stream().flatMap(gradient -> fed(gradient, vector, t, i)));
  }

  private Stream<Light> fed(Expr expr, Vector left, Vector vector, int t, int i) {
    if (expr instanceof Expr.Times times && reads(times.vector(), vector)) {
      return Stream.of(factory.all(left, factory.reader((Expr.Of) times.vector(), t)));
    }
    if (reads(expr, vector)) {
      return Stream.of(factory.one(left, factory.reader((Expr.Of) expr, t), i));
    }
    return expr.parts().stream().flatMap(part -> fed(part, left, vector, t, i));
  }

  private static boolean reads(@Nullable Expr expr, Vector vector) {
    return expr instanceof Expr.Of of && of.vector().equals(vector);
  }

  private Stream<Light> fed(Gradient gradient, Vector vector, int t, int i) {
    Weight weight = gradient.weight();
    Stream<Light> row =
        gradient.left() instanceof Expr.Of left && left.vector().equals(vector)
            ? Stream.of(factory.shareRow(weight, t - left.shift(), i))
            : Stream.empty();
    return reads(gradient.right(), vector) ? Stream.concat(row, column(gradient, t, i)) : row;
  }

  private Stream<Light> column(Gradient gradient, int t, int i) {
    Weight weight = gradient.weight();
    if (gradient.isAtInput() && trace.input(t) < 0) {
      return Stream.empty();
    }
    if (gradient.isAtInput()) {
      return Stream.of(factory.share(weight, t, trace.input(t), i));
    }
    return Stream.of(
        weight.isBias() ? factory.share(weight, t, 0, i) : factory.shareColumn(weight, t, i));
  }

  /** The numbers of cell t fed by entry i, j of a weight. */
  Stream<Light> destinations(Weight weight, int t, int i, int j) {
    return trace.net().equations().stream()
        .flatMap(
            equation ->
                equation
                    .right()
                    .all()
                    .filter(expr -> isOf(weight, expr))
                    .filter(expr -> isRead(expr, t, i))
                    .map(expr -> factory.one(equation.left(), t, isTransposed(expr) ? i : j)));
  }

  private static boolean isOf(Weight weight, Expr expr) {
    return (expr instanceof Expr.Times times && times.weight().equals(weight))
        || (expr instanceof Expr.Bias bias && bias.weight().equals(weight));
  }

  private static boolean isTransposed(Expr expr) {
    return expr instanceof Expr.Times times && times.transposed();
  }

  private boolean isRead(Expr expr, int t, int row) {
    return !isAtInput(expr) || row == trace.input(t);
  }

  static boolean isAtInput(Expr expr) {
    return expr instanceof Expr.Times times && times.vector() instanceof Expr.Input;
  }

  /** The rows that a character looks up where it is read. */
  Stream<Light> sourcesOfInput(int character) {
    return trace.net().equations().stream()
        .flatMap(equation -> equation.right().all())
        .filter(CellLinks::isAtInput)
        .filter(expr -> character >= 0)
        .map(expr -> factory.weightRow(((Expr.Times) expr).weight(), character));
  }

  /** The readers of a character at t, and the row that is added to. */
  Stream<Light> destinationsOfInput(int t, int character) {
    Stream<Light> read =
        trace.net().equations().stream()
            .filter(equation -> equation.right().all().anyMatch(CellLinks::isAtInput))
            .filter(equation -> character >= 0 && character == trace.input(t))
            .map(equation -> factory.all(equation.left(), t));
    return Stream.concat(
        read,
        trace.net().gradients().stream()
            .filter(Gradient::isAtInput)
            .filter(gradient -> character >= 0)
            .map(gradient -> factory.shareRow(gradient.weight(), t, character)));
  }

  /** The vectors a target is subtracted from. */
  Stream<Light> destinationsOfTarget(int t, int character) {
    return trace.net().equations().stream()
        .filter(CellLinks::readsTarget)
        .map(equation -> factory.one(equation.left(), t, character));
  }

  static boolean readsTarget(Equation equation) {
    return equation.right().all().anyMatch(Expr.Target.class::isInstance);
  }
}
