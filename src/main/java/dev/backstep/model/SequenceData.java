package dev.backstep.model;

import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a net reads of one sequence of T timesteps, and what it should predict.
 *
 * @param inputs T ids of characters or words; below 0 the zero vector. Of a net that reads real
 *     numbers they say nothing
 * @param targets T ids; of a timestep whose loss does not count any id that there is. Of a net that
 *     predicts real numbers they say nothing
 * @param given the rows (T, N) of each vector that the net does not compute
 * @param lossWeights the weight of the loss of each timestep; empty where all are 1
 * @param beyond the gradients that the last cell is handed back by what comes after it, by the
 *     vectors of {@link dev.backstep.net.Net#handedBack}; zeros where one is not there
 */
public record SequenceData(
    int[] inputs,
    int[] targets,
    Map<Vector, double[][]> given,
    double[] lossWeights,
    Map<Vector, double[]> beyond) {
  public SequenceData {
    given = Map.copyOf(given);
    beyond = Map.copyOf(beyond);
  }

  /** A sequence of characters. */
  public SequenceData(int[] inputs, int[] targets) {
    this(inputs, targets, Map.of(), new double[0], Map.of());
  }

  /** T. */
  public int length() {
    return inputs.length;
  }

  /** The same in arrays of its own. */
  SequenceData copy() {
    Map<Vector, double[][]> rows = new HashMap<>();
    given.forEach((vector, matrix) -> rows.put(vector, copyOf(matrix)));
    Map<Vector, double[]> handed = new HashMap<>();
    beyond.forEach((vector, row) -> handed.put(vector, row.clone()));
    return new SequenceData(inputs.clone(), targets.clone(), rows, lossWeights.clone(), handed);
  }

  private static double[][] copyOf(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /** The same with other weights of its losses. */
  public SequenceData weighted(double[] others) {
    return new SequenceData(inputs, targets, given, others, beyond);
  }
}
