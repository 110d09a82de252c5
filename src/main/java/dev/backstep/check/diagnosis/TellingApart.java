package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what data would tell a fault from the rules that give the same numbers, by computing with
 * both on such data.
 */
final class TellingApart {
  /** What needs more than another sequence to be seen. */
  private static final Map<Fault, NeededData.Kind> OF_THEIR_OWN =
      Map.of(
          Fault.NO_RESET, NeededData.Kind.SECOND_SEQUENCE,
          Fault.PADDING_UNMASKED, NeededData.Kind.PADDED,
          Fault.CLIPPED_BEFORE_CHECK, NeededData.Kind.LARGE_GRADIENTS);

  private static final int LONG = 8;
  private static final double SIGMA = 0.4;

  private final Submission submission;

  TellingApart(Submission submission) {
    this.submission = submission;
  }

  AlternativeFault apart(Fault fault, BackwardRules rules) {
    return new AlternativeFault(fault, needed(fault, rules));
  }

  private NeededData needed(Fault fault, BackwardRules rules) {
    Batch given = submission.batch();
    Optional<String> other = difference(given, fault.rules(), rules);
    if (other.isPresent()) {
      return new NeededData(NeededData.Kind.SAVE, other.get());
    }
    NeededData.Kind ofItsOwn = OF_THEIR_OWN.get(fault);
    if (ofItsOwn != null) {
      return new NeededData(ofItsOwn);
    }
    if (given.beginsWithZeros()
        && difference(given.from(state(given)), fault.rules(), rules).isPresent()) {
      return new NeededData(NeededData.Kind.NON_ZERO_H0);
    }
    if (difference(longer(given), fault.rules(), rules).isPresent()) {
      return new NeededData(NeededData.Kind.LONGER);
    }
    return difference(withOtherWeights(given), fault.rules(), rules).isPresent()
        ? new NeededData(NeededData.Kind.OTHER_WEIGHTS)
        : new NeededData(NeededData.Kind.UNKNOWN);
  }

  /** The first array in which the two differ, by the file's names; totals come first. */
  private Optional<String> difference(Batch given, BackwardRules left, BackwardRules right) {
    Computed one = Computed.of(given, left);
    Computed other = Computed.of(given, right);
    Net net = given.net();
    Stream<String> totals =
        net.weights().stream()
            .filter(weight -> !agree(one, other, SuppliedTotal.ofWeight(weight)))
            .map(submission.naming()::gradient);
    Stream<String> rows =
        rows(net)
            .filter(quantity -> !agree(one, other, quantity, given.timesteps()))
            .map(submission.naming()::name);
    return Stream.concat(totals, rows).findFirst();
  }

  /** What shows how the gradient flows. */
  private static Stream<Vector> rows(Net net) {
    Stream<Vector> ofOutput = net.head().error().stream().map(Equation::left);
    return Stream.concat(ofOutput, net.flow().stream());
  }

  private boolean agree(Computed one, Computed other, String total) {
    return agree(one.total(total), other.total(total));
  }

  private boolean agree(Computed one, Computed other, Vector quantity, int length) {
    for (int t = 0; t < length; t++) {
      if (!agree(one.row(quantity, t), other.row(quantity, t))) {
        return false;
      }
    }
    return true;
  }

  private boolean agree(double[] left, double[] right) {
    return submission.tolerance().agree(left, right);
  }

  private static double[] state(Batch given) {
    SeededRandom random = new SeededRandom(1);
    double[] state = new double[given.states().length];
    for (int j = 0; j < state.length; j++) {
      state[j] = random.nextDouble() - 0.5;
    }
    return state;
  }

  /** As many timesteps as show everything that happens in time. */
  private static Batch longer(Batch given) {
    SeededRandom random = new SeededRandom(1);
    Shape shape = given.shape();
    int[] inputs = new int[LONG];
    int[] targets = new int[LONG];
    for (int t = 0; t < LONG; t++) {
      inputs[t] = random.nextInt(shape.vocabulary());
      targets[t] = random.nextInt(shape.outputs());
    }
    Map<Vector, double[][]> rows = new HashMap<>();
    for (Vector vector : given.net().given()) {
      double[][] matrix = new double[LONG][shape.size(vector.axis())];
      for (double[] row : matrix) {
        Arrays.setAll(row, i -> random.nextDouble() - 0.5);
      }
      rows.put(vector, matrix);
    }
    SequenceData data = new SequenceData(inputs, targets, rows, new double[0], Map.of());
    Batch one = new Batch(List.of(given.first().on(data)), given.truncation());
    return one.from(state(one));
  }

  private static Batch withOtherWeights(Batch given) {
    Parameters other =
        new Initialization.Gaussian(SIGMA).initialize(given.shape(), new SeededRandom(1));
    return longer(given).with(other);
  }
}
