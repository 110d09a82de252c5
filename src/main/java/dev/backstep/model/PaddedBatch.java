package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Sequences of different lengths as they stand in one array: each is filled up to the longest.
 *
 * <p>What stands in the padding is nothing of the sequences: {@link #valid} is without it, and that
 * is what a net is right on. Wrong code reads it.
 *
 * @param weights of all
 * @param sequences with their padding, all equally long
 * @param side where the padding stands
 */
public record PaddedBatch(Parameters weights, List<Padded> sequences, Side side) {
  /** Where padding stands. */
  public enum Side {
    /** Before the first timestep. */
    LEFT,
    /** Behind the last. */
    RIGHT
  }

  /**
   * A sequence with its padding.
   *
   * @param data of T timesteps; what it has of those in the padding is what stands there. A target
   *     of a whole sequence stands in every column
   * @param length how many of the timesteps are the sequence's own
   * @param states that the sequence begins with
   */
  public record Padded(SequenceData data, int length, double[] states) {}

  /**
   * @throws IllegalArgumentException if there is no sequence, or the lengths do not fit
   */
  public PaddedBatch {
    sequences = List.copyOf(sequences);
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("the batch has 0 sequences; it must have at least 1");
    }
    int timesteps = sequences.get(0).data().length();
    for (Padded each : sequences) {
      if (each.data().length() != timesteps || each.length() < 1 || each.length() > timesteps) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a sequence of %d timesteps stands in %d; it must be 1 to %d in %d",
                each.length(),
                each.data().length(),
                timesteps,
                timesteps));
      }
    }
  }

  public Net net() {
    return weights.shape().net();
  }

  /** The number of sequences, B. */
  public int size() {
    return sequences.size();
  }

  /** T, the padding included. */
  public int timesteps() {
    return sequences.get(0).data().length();
  }

  /** The number of timesteps of all sequences, without the padding. */
  public int validTimesteps() {
    return sequences.stream().mapToInt(Padded::length).sum();
  }

  /** Whether any sequence has padding. */
  public boolean hasPadding() {
    return validTimesteps() < size() * timesteps();
  }

  /** The column in which the first timestep of a sequence stands. */
  public int begin(int sequence) {
    return side == Side.LEFT ? timesteps() - sequences.get(sequence).length() : 0;
  }

  /** Whether a column is one of a sequence's own timesteps. */
  public boolean isValid(int sequence, int column) {
    int t = column - begin(sequence);
    return t >= 0 && t < sequences.get(sequence).length();
  }

  /** The sequences without their padding. */
  public Batch valid() {
    return of(
        IntStream.range(0, size())
            .mapToObj(b -> cut(sequences.get(b).data(), begin(b), sequences.get(b).length()))
            .toList());
  }

  /** A batch of other data for each sequence, from the same states. */
  public Batch of(List<SequenceData> data) {
    return new Batch(
        IntStream.range(0, size())
            .mapToObj(b -> new Example(weights, data.get(b), sequences.get(b).states()))
            .toList(),
        Truncation.NONE);
  }

  private static SequenceData cut(SequenceData data, int from, int length) {
    int until = from + length;
    Map<Vector, double[][]> given = new HashMap<>();
    data.given()
        .forEach((vector, rows) -> given.put(vector, Arrays.copyOfRange(rows, from, until)));
    double[] lossWeights = data.lossWeights();
    return new SequenceData(
        Arrays.copyOfRange(data.inputs(), from, until),
        Arrays.copyOfRange(data.targets(), from, until),
        given,
        lossWeights.length == 0 ? lossWeights : Arrays.copyOfRange(lossWeights, from, until),
        data.beyond());
  }
}
