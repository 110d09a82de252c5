package dev.backstep.fault.batch;

import dev.backstep.model.Batch;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.SequenceData;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Batches that wrong code makes of one with padding. */
record PaddingRead(PaddedBatch padded) {
  /** Every column with its loss: that of the padding counts as much as every other. */
  Batch unmasked() {
    double weight = weight().orElseThrow();
    return whole(id -> id, b -> filled(weight));
  }

  /** Every column is read, and the losses of the padding do not count. */
  Batch masked() {
    return whole(id -> id, this::masked);
  }

  /** The same where zero vectors stand in the padding. */
  Batch maskedZeros() {
    return whole(id -> -1, this::masked);
  }

  /** The same where an id that means something stands in the padding. */
  Batch maskedIds() {
    return whole(id -> Math.max(0, id), this::masked);
  }

  /**
   * The one loss of each sequence is that of the last column, with the target that stands there.
   */
  Batch lastColumn() {
    return whole(
        id -> id,
        b -> {
          double[] weights = new double[padded.timesteps()];
          weights[weights.length - 1] =
              data(b).lossWeights()[padded.sequences().get(b).length() - 1];
          return weights;
        });
  }

  /** Without the padding, every loss with a weight of its sequence. */
  Batch weighted(IntToWeight weight) {
    Batch valid = padded.valid();
    return padded.of(
        IntStream.range(0, padded.size())
            .mapToObj(
                b -> {
                  SequenceData data = valid.sequences().get(b).sequence();
                  double[] weights = new double[data.length()];
                  Arrays.fill(weights, weight.of(b));
                  return data.weighted(weights);
                })
            .toList());
  }

  /** A weight of every loss of a sequence. */
  @FunctionalInterface
  interface IntToWeight {
    double of(int sequence);
  }

  /** The weight that the losses of all timesteps have; none where they differ, or some has 0. */
  OptionalDouble weight() {
    if (!padded.net().head().isWeighted()) {
      return OptionalDouble.empty();
    }
    double[] all = lossWeights().distinct().toArray();
    return all.length == 1 && all[0] != 0 ? OptionalDouble.of(all[0]) : OptionalDouble.empty();
  }

  private DoubleStream lossWeights() {
    return padded.valid().sequences().stream()
        .flatMapToDouble(each -> Arrays.stream(each.sequence().lossWeights()));
  }

  /** Whether the losses of each sequence have the same weight. */
  boolean isWeightedBySequence() {
    return padded.net().head().isWeighted()
        && padded.valid().sequences().stream()
            .map(each -> each.sequence().lossWeights())
            .allMatch(weights -> weights[0] != 0 && Arrays.stream(weights).distinct().count() == 1);
  }

  /** Whether the last timestep of every sequence has a loss, and no other has one. */
  boolean hasLossesAtLastOnly() {
    return padded.net().head().isWeighted()
        && padded.valid().sequences().stream()
            .map(each -> each.sequence().lossWeights())
            .allMatch(
                weights ->
                    weights[weights.length - 1] != 0
                        && Arrays.stream(weights).limit(weights.length - 1).allMatch(w -> w == 0));
  }

  /** Whether it can be said of a column that it does not count. */
  boolean hasMask() {
    return padded.net().head().isWeighted() || padded.net().given().contains(Head.UPSTREAM);
  }

  /** Whether nothing is handed back to the last cell of a sequence from beyond it. */
  boolean hasNothingBeyond() {
    return padded.sequences().stream().allMatch(each -> each.data().beyond().isEmpty());
  }

  private SequenceData data(int b) {
    return padded.sequences().get(b).data();
  }

  private double[] filled(double weight) {
    double[] weights = new double[padded.timesteps()];
    Arrays.fill(weights, weight);
    return weights;
  }

  private double[] masked(int b) {
    double[] weights = data(b).lossWeights().clone();
    for (int column = 0; column < weights.length; column++) {
      weights[column] = padded.isValid(b, column) ? weights[column] : 0;
    }
    return weights;
  }

  private Batch whole(IntUnaryOperator inPadding, IntToWeights weights) {
    List<SequenceData> all = new ArrayList<>();
    for (int b = 0; b < padded.size(); b++) {
      SequenceData data = data(b);
      int[] inputs = data.inputs().clone();
      Map<Vector, double[][]> given = new HashMap<>(data.given());
      for (int column = 0; column < inputs.length; column++) {
        if (!padded.isValid(b, column)) {
          inputs[column] = inPadding.applyAsInt(inputs[column]);
        }
      }
      boolean isZero = inPadding.applyAsInt(0) < 0;
      int sequence = b;
      given.computeIfPresent(Input.X, (vector, rows) -> isZero ? withZeros(rows, sequence) : rows);
      given.computeIfPresent(Head.UPSTREAM, (vector, rows) -> withZeros(rows, sequence));
      all.add(new SequenceData(inputs, data.targets(), given, weights.of(b), data.beyond()));
    }
    return padded.of(all);
  }

  private double[][] withZeros(double[][] rows, int b) {
    return IntStream.range(0, rows.length)
        .mapToObj(t -> padded.isValid(b, t) ? rows[t] : new double[rows[t].length])
        .toArray(double[][]::new);
  }

  /** The weights of the losses of a sequence. */
  @FunctionalInterface
  private interface IntToWeights {
    double[] of(int sequence);
  }
}
