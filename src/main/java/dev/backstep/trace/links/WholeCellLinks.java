package dev.backstep.trace.links;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sources of a cell as a whole and what it feeds, in the forward and the backward pass. */
record WholeCellLinks(Trace trace, LightFactory factory, CellLinks numbers) {
  /** The sources of a cell of the forward pass as a whole. */
  Stream<Light> forwardSources(int t) {
    return forward().stream().flatMap(equation -> whole(equation.right(), t, isIn(forward())));
  }

  /** The numbers a cell of the forward pass as a whole feeds forward. */
  Stream<Light> forwardDestinations(int t) {
    return trace.net().equations().stream()
        .filter(equation -> equation.left().phase() == Phase.FORWARD)
        .flatMap(
            equation ->
                equation
                    .right()
                    .reads()
                    .filter(of -> of.shift() < 0 || !forward().contains(equation))
                    .map(of -> factory.all(equation.left(), t - of.shift())));
  }

  /** The output is not of the cell. */
  private List<Equation> forward() {
    return trace.net().equations().stream()
        .filter(equation -> equation.left().phase() == Phase.FORWARD)
        .filter(equation -> !equation.left().equals(trace.net().output()))
        .toList();
  }

  /** The sources of a cell of the backward pass as a whole: vectors, inputs, weights. */
  Stream<Light> backwardSources(int t) {
    Predicate<Vector> isOwn = isIn(backward());
    Stream<Light> ofEquations =
        backward().stream().flatMap(equation -> whole(equation.right(), t, isOwn));
    Stream<Light> ofGradients =
        trace.net().gradients().stream()
            .filter(gradient -> gradient.left() != null)
            .flatMap(gradient -> whole(gradient.left(), t, isOwn));
    return Stream.concat(ofEquations, ofGradients)
        .sorted(Comparator.comparingInt(WholeCellLinks::kind).thenComparingInt(this::place));
  }

  /** Whether cell t reads a character, and not the zero vector. */
  private boolean reads(int t) {
    return trace.input(t) >= 0;
  }

  private static int kind(Light light) {
    return light.site() instanceof LitMatrix.OfWeights
        ? 2
        : light.site() instanceof LitMatrix.OfInputs ? 1 : 0;
  }

  private int place(Light light) {
    return light.site() instanceof LitMatrix.OfWeights weights
        ? trace.net().weights().indexOf(trace.net().weight(weights.parameter()))
        : 0;
  }

  /** The numbers a cell of the backward pass as a whole hands on or adds to gradients. */
  Stream<Light> backwardDestinations(int t) {
    Stream<Light> handedOn =
        trace.net().equations().stream()
            .filter(Equation::isHandedOver)
            .map(
                equation ->
                    factory.all(equation.left(), factory.reader((Expr.Of) equation.right(), t)));
    Stream<Light> unread =
        backward().stream()
            .map(Equation::left)
            .filter(vector -> numbers.destinations(vector, t, 0).findAny().isEmpty())
            .map(vector -> factory.all(vector, t));
    Stream<Light> shares =
        trace.net().weights().stream()
            .filter(weight -> reads(t) || !trace.net().gradient(weight).isAtInput())
            .map(
                weight ->
                    trace.net().gradient(weight).isAtInput()
                        ? factory.shareRow(weight, t, trace.input(t))
                        : factory.share(weight, t));
    return Stream.of(handedOn, unread, shares).flatMap(lights -> lights);
  }

  /** The error at the output is not of the cell. */
  private List<Equation> backward() {
    return trace.net().equations().stream()
        .filter(equation -> equation.left().phase() == Phase.BACKWARD)
        .filter(equation -> !CellLinks.readsTarget(equation))
        .toList();
  }

  private static Predicate<Vector> isIn(List<Equation> equations) {
    return vector -> equations.stream().anyMatch(equation -> equation.left().equals(vector));
  }

  /** All that cell t reads for a whole vector, without what it computes itself. */
  private Stream<Light> whole(Expr expr, int t, Predicate<Vector> isOwn) {
    return expr.all()
        .flatMap(
            each -> {
              if (each instanceof Expr.Of of) {
                boolean isFromOutside = of.shift() != 0 || !isOwn.test(of.vector());
                return isFromOutside ? Stream.of(factory.all(of, t)) : Stream.empty();
              }
              if (!reads(t) && (each instanceof Expr.Input || CellLinks.isAtInput(each))) {
                return Stream.empty();
              }
              if (each instanceof Expr.Input) {
                return Stream.of(factory.input(t, t + 1, trace.input(t)));
              }
              if (each instanceof Expr.Times times) {
                return Stream.of(
                    CellLinks.isAtInput(times)
                        ? factory.weightRow(times.weight(), trace.input(t))
                        : factory.weights(times.weight()));
              }
              return each instanceof Expr.Bias bias
                  ? Stream.of(factory.weights(bias.weight()))
                  : Stream.empty();
            });
  }
}
