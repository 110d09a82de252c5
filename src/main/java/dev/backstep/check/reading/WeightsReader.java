package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the weights of a net, and whatever stands as they do. */
final class WeightsReader {
  private final FoundArrays found;
  private final Shaping shaping;
  private final Orientation standing;
  private final Net net;
  private final List<String> used = new ArrayList<>();
  private @Nullable Shape shape;
  private boolean hasOutput = true;

  WeightsReader(FoundArrays found, Shaping shaping, Orientation standing) {
    this.found = found;
    this.shaping = shaping;
    this.standing = standing;
    net = standing.net();
  }

  /** What is missing of that without which no state can be computed, by the names of the file. */
  List<String> missing() {
    return net.weights().stream()
        .filter(weight -> !weight.isBias() && !net.isOfOutput(weight))
        .filter(weight -> found.places(net, weight).isEmpty())
        .map(weight -> found.spoken().name(net, weight))
        .distinct()
        .toList();
  }

  /** Whether the net has the weights of the vanilla one. */
  boolean isOfPlainCell() {
    return net.weights().equals(Vanilla.NET.weights());
  }

  /** The gradient of the matrix between states, by its name in the file. */
  String gradient() {
    return found.spoken().gradient(net, net.recurrentWeights().get(0));
  }

  /** The matrices of the net by the names of the file, without which there is no loss. */
  String least() {
    return net.weights().stream()
        .filter(weight -> !weight.isBias())
        .map(weight -> found.spoken().name(net, weight))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** H is the size of the matrices between states, and V the other size of those of the input. */
  void readShape() throws SubmissionException {
    GateBlocks gates = new GateBlocks(net);
    int hidden = hidden(found.places(net, gates.ofState().get(0)).get(0));
    Weight ofInput = gates.ofInput().get(0);
    WeightPlace place = found.places(net, ofInput).get(0);
    NdArray matrix = found.get(place.array());
    boolean isTransposed = standing.isTransposed(ofInput);
    if (matrix.dimensions() != 2) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be a matrix, %s",
              place.array(),
              NdArray.text(matrix.shape()),
              isTransposed ? "(" + times(place.blocks()) + "H, V)" : "(V, H)"));
    }
    int vocabulary = matrix.shape()[isTransposed ? 1 : 0];
    if (matrix.shape()[isTransposed ? 0 : 1] != hidden && vocabulary == hidden) {
      vocabulary = matrix.shape()[isTransposed ? 0 : 1] / place.blocks();
    }
    if (hidden < 1 || vocabulary < 1) {
      throw found.refused(
          String.format(
              Locale.ROOT, "V is %d and H is %d; both must be at least 1", vocabulary, hidden));
    }
    shape = new Shape(net, vocabulary, hidden);
  }

  private int hidden(WeightPlace place) throws SubmissionException {
    NdArray square = found.get(place.array());
    int hidden = square.dimensions() == 2 ? square.shape()[1] : 0;
    if (square.dimensions() != 2 || !square.hasShape(place.blocks() * hidden, hidden)) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be %s",
              place.array(),
              NdArray.text(square.shape()),
              place.blocks() == 1 ? "square, (H, H)" : "(" + times(place.blocks()) + "H, H)"));
    }
    return hidden;
  }

  private static String times(int blocks) {
    return blocks == 1 ? "" : blocks + "·";
  }

  /** All of them; what is not there is taken as 0, and said. */
  Parameters read() throws SubmissionException {
    Parameters parameters = Parameters.zeros(shape());
    for (Weight weight : net.weights()) {
      List<WeightPlace> places = found.places(net, weight);
      if (places.isEmpty()) {
        remarkMissing(weight);
      }
      for (WeightPlace place : places) {
        used.add(place.array());
        add(entries(weight, place), parameters.get(weight.name()).data);
      }
    }
    standing.remark().ifPresent(shaping::remark);
    return parameters;
  }

  private static void add(double[] entries, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += entries[i];
    }
  }

  private void remarkMissing(Weight weight) {
    String name = found.spoken().name(net, weight);
    if (!weight.isBias()) {
      hasOutput = false;
      shaping.remark(name + " is not supplied: only h can be checked.");
    } else if (hasOutput) {
      shaping.remarkOnce(name + " is not supplied and taken as 0.");
    }
  }

  /** The entries of a weight, or of what has its shape, row after row in the project's shape. */
  double[] entries(Weight weight, WeightPlace place) throws SubmissionException {
    int rows = shape().size(weight.rows());
    int cols = shape().size(weight.cols());
    return weight.isBias()
        ? shaping.vector(place, cols, sizes())
        : shaping.matrix(place, rows, cols, standing.isTransposed(weight), sizes());
  }

  /** The name of a weight, or of its gradient, with the block where it is one of several. */
  String name(Weight weight, WeightPlace place) {
    boolean isDown = weight.isBias() || standing.isTransposed(weight);
    return place.name(shape().size(isDown ? weight.cols() : weight.rows()));
  }

  /** The sizes, for messages. */
  String sizes() {
    return String.format(Locale.ROOT, "V = %d and H = %d", shape().vocabulary(), shape().hidden());
  }

  Shape shape() {
    return Objects.requireNonNull(shape, "nothing was read");
  }

  /** Whether there is an output layer, without which there is no o. */
  boolean hasOutput() {
    return hasOutput;
  }

  /** The names of the arrays that were read. */
  List<String> used() {
    return used;
  }
}
