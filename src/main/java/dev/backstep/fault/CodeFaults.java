package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.BOOKKEEPING;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.positive;
import static dev.backstep.net.Expr.reciprocal;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;
import static dev.backstep.net.Head.E;
import static dev.backstep.net.Head.O;
import static dev.backstep.net.Lstm.DC;

import dev.backstep.net.Cell;
import dev.backstep.net.Expr;
import dev.backstep.net.Gate;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Loss;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What people have in their code and no run of this program is made with: there is no such line in
 * it, or the same is seen better in another fault.
 */
final class CodeFaults {
  private static final Scope OF_TARGET_IDS = Scope.CHECKS.with(Scope::hasTargetIds);
  private static final Scope OF_PROBABILITIES =
      Scope.CHECKS.with(net -> net.head().loss() == Loss.BINARY_CROSS_ENTROPY);
  private static final List<Gate> GATES_OF_GRU = List.of(Gru.OF_R, Gru.OF_Z, Gru.OF_N);
  private static final Net WITH_SIGMOID_HEAD =
      Nets.of(Input.ONE_HOT, Vanilla.NET.cell(), Head.SIGMOID, false);

  private static final Scope OF_SQUARED_SIGMOID =
      Scope.CHECKS.with(net -> net.head().id().equals(Head.SIGMOID_SQUARED.id()));
  private static final Net WITH_SQUARED_SIGMOID =
      Nets.of(Input.ONE_HOT, Sigmoid.NET.cell(), Head.SIGMOID_SQUARED, false);

  static final List<Fault> ALL =
      List.of(
          beforeFunction(Vanilla.NET, "derivative-before-tanh"),
          beforeFunction(Sigmoid.NET, "derivative-before-sigmoid"),
          dividedByDerivative(Vanilla.NET),
          dividedByDerivative(Sigmoid.NET),
          beforeFunctions(
              Lstm.NET,
              List.of(Lstm.OF_I, Lstm.OF_F, Lstm.OF_G, Lstm.OF_O),
              List.of(Lstm.I, Lstm.F, Lstm.G, Lstm.GATE_O)),
          beforeFunctions(Gru.NET, GATES_OF_GRU, List.of(Gru.R, Gru.Z, Gru.N)),
          beforeFunctions(GruResetBefore.NET, GATES_OF_GRU, List.of(Gru.R, Gru.Z, Gru.N)),
          inChecks(
              Lstm.NET,
              "lstm-derivative-before-tanh-of-c",
              OtherSide.of(
                  Lstm.NET, Lstm.DC_FROM_H.is(DH.by(Lstm.GATE_O).by(oneMinus(square(Lstm.C)))))),
          functionForDerivative(
              "lstm-input-function-for-derivative", Lstm.OF_I, DC.by(Lstm.G), Lstm.I),
          functionForDerivative(
              "lstm-forget-function-for-derivative", Lstm.OF_F, DC.by(Lstm.C.before()), Lstm.F),
          functionForDerivative(
              "lstm-output-function-for-derivative", Lstm.OF_O, DH.by(tanh(Lstm.C)), Lstm.GATE_O),
          inChecks(
              Lstm.NET,
              "lstm-candidate-function-for-derivative",
              OtherSide.of(Lstm.NET, Lstm.OF_G.da().is(DC.by(Lstm.I).by(tanh(Lstm.G))))),
          inChecks(
              Vanilla.NET,
              "tanh-for-derivative",
              OtherSide.of(Vanilla.NET, Vanilla.DTANH.is(tanh(Cell.H).by(DH)))),
          inChecks(
              Sigmoid.NET,
              "sigmoid-for-derivative",
              OtherSide.of(Sigmoid.NET, PlainCell.DA.is(sigmoid(Cell.H).by(DH)))),
          Fault.of(
              OF_TARGET_IDS,
              "target-twice",
              WRONG_VECTOR,
              OtherSide.remade(
                  Vanilla.NET,
                  E,
                  right -> ofError(right, error -> error.minus(new Expr.Target())))),
          Fault.ofRows(
              OF_TARGET_IDS,
              "softmax-before-cross-entropy",
              WRONG_DERIVATIVE,
              OutputRules.SoftmaxBeforeCrossEntropy::new),
          Fault.ofRows(
              OF_TARGET_IDS,
              "softmax-before-log-likelihood",
              WRONG_DERIVATIVE,
              OutputRules.SoftmaxBeforeLogLikelihood::new),
          Fault.of(
              OF_PROBABILITIES,
              "sigmoid-derivative-at-output",
              WRONG_DERIVATIVE,
              OtherSide.remade(WITH_SIGMOID_HEAD, E, right -> right.by(O).by(oneMinus(O)))),
          Fault.of(
              OF_PROBABILITIES,
              "sigmoid-before-cross-entropy",
              WRONG_DERIVATIVE,
              OutputRules.SigmoidBeforeCrossEntropy::new,
              OtherSide.remade(
                  WITH_SIGMOID_HEAD,
                  E,
                  right -> ofError(right, CodeFaults::squashed).by(O).by(oneMinus(O)))),
          Fault.of(
              OF_SQUARED_SIGMOID,
              "output-derivative-missing",
              WRONG_DERIVATIVE,
              OtherSide.remade(WITH_SQUARED_SIGMOID, E, CodeFaults::withoutDerivative)),
          Fault.of(
              OF_SQUARED_SIGMOID,
              "output-derivative-before-sigmoid",
              WRONG_DERIVATIVE,
              OtherSide.remade(WITH_SQUARED_SIGMOID, E, CodeFaults::withDerivativeBefore)),
          Fault.ofRows(
              Scope.CHECKS.with(Scope::hasOutput),
              "mean-over-outputs",
              BOOKKEEPING,
              OutputRules.MeanOverOutputs::new),
          Fault.of(
              Scope.CHECKS,
              "last-step-left-out",
              BOOKKEEPING,
              rules -> new Bookkeeping.TimestepLeftOut(rules, false)),
          Fault.of(
              Scope.CHECKS,
              "first-step-left-out",
              BOOKKEEPING,
              rules -> new Bookkeeping.TimestepLeftOut(rules, true)),
          inChecks(
              Vanilla.NET,
              "tanh-on-later-part-only",
              OtherSide.of(
                  Vanilla.NET,
                  Vanilla.DTANH.is(
                      Head.DH_FROM_OUTPUT.plus(oneMinus(square(Cell.H)).by(Cell.DH_FROM_LATER))))),
          inChecks(
              Vanilla.NET,
              "relu-derivative-of-tanh",
              OtherSide.of(Vanilla.NET, Vanilla.DTANH.is(positive(Cell.H).by(DH)))),
          Fault.of(
              Scope.CHECKS.with(net -> net.cell() instanceof PlainCell).with(Scope::hasFunction),
              "dW2-from-dh",
              WRONG_VECTOR,
              OtherSide.of(Vanilla.NET, PlainCell.W2.of(Cell.H.before(), DH))));

  private CodeFaults() {}

  /** {@code o − y} of {@code (o − y) ⊙ o ⊙ (1 − o)}, and whatever else it is multiplied by. */
  private static Expr withoutDerivative(Expr right) {
    List<Expr> factors = ((Expr.Product) right).factors();
    return factors.subList(3, factors.size()).stream().reduce(factors.get(0), Expr::by);
  }

  /** {@code z ⊙ (1 − z)} of the logits z in the place of {@code o ⊙ (1 − o)}. */
  private static Expr withDerivativeBefore(Expr right) {
    Expr logits = WITH_SQUARED_SIGMOID.equation(O).inner();
    List<Expr> factors = ((Expr.Product) right).factors();
    Expr first = factors.get(0).by(logits).by(oneMinus(logits));
    return factors.subList(3, factors.size()).stream().reduce(first, Expr::by);
  }

  /** The error alone is changed, and not the weight that it is multiplied by. */
  private static Expr ofError(Expr right, UnaryOperator<Expr> change) {
    return right instanceof Expr.Product product
        ? change.apply(product.factors().get(0)).by(product.factors().get(1))
        : change.apply(right);
  }

  /** {@code σ(o) − y} of {@code o − y}. */
  private static Expr squashed(Expr error) {
    return error.with(sigmoid(O), O);
  }

  /** The derivative is written in the value of the function, and taken of its argument. */
  private static Fault beforeFunction(Net net, String id) {
    return inChecks(net, id, beforeFunction(net, ((PlainCell) net.cell()).da(), Cell.H));
  }

  /** The same in every gate. */
  private static Fault beforeFunctions(Net net, List<Gate> gates, List<Vector> values) {
    OtherSide[] sides =
        IntStream.range(0, gates.size())
            .mapToObj(i -> beforeFunction(net, gates.get(i).da(), values.get(i)))
            .toArray(OtherSide[]::new);
    return inChecks(net, "derivatives-before-functions", sides);
  }

  private static OtherSide beforeFunction(Net net, Vector gradient, Vector value) {
    return OtherSide.made(
        net,
        gradient,
        other -> other.equation(gradient).right().with(other.equation(value).inner(), value));
  }

  private static Fault dividedByDerivative(Net net) {
    PlainCell cell = (PlainCell) net.cell();
    Expr derivative = Objects.requireNonNull(cell.derivative());
    return inChecks(
        net,
        "divided-by-derivative",
        OtherSide.of(net, cell.da().is(reciprocal(derivative).by(DH))));
  }

  /** The sigmoid of the gate in the place of the derivative of the sigmoid. */
  private static Fault functionForDerivative(String id, Gate gate, Expr gradient, Vector value) {
    return inChecks(
        Lstm.NET, id, OtherSide.of(Lstm.NET, gate.da().is(gradient.by(sigmoid(value)))));
  }

  private static Fault inChecks(Net net, String id, OtherSide... sides) {
    return Fault.of(Scope.CHECKS.with(Scope.cellOf(net)::isOf), id, WRONG_DERIVATIVE, sides);
  }
}
