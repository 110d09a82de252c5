package dev.backstep.fault.batch;

import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Padded;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.SequenceData;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sequences that faults of batches are tried on. Id 0 stands in the padding, as in an array of
 * zeros; on which side it stands, and which losses count, is as the fault needs it.
 *
 * @param valid the sequences without padding, of a net whose losses have weights
 */
public record BatchSpecimen(Batch valid) {
  /** Any sequences, of a net with an output. */
  public static BatchSpecimen of(Batch sequences) {
    return new BatchSpecimen(sequences.weighted());
  }

  /** T of the longest. */
  public int longest() {
    return valid.sequences().stream().mapToInt(Example::length).max().orElseThrow();
  }

  /** The beginnings of the same sequences, all as long as the shortest. */
  public BatchSpecimen equal() {
    int shortest = valid.sequences().stream().mapToInt(Example::length).min().orElseThrow();
    return new BatchSpecimen(
        new Batch(
            valid.sequences().stream()
                .map(each -> each.on(placed(each.sequence(), 0, shortest)))
                .toList(),
            valid.truncation()));
  }

  /** The sequences with their padding. */
  public PaddedBatch padded(BatchFault fault) {
    Side side =
        switch (fault) {
          case LEFT_PAD_RUNS_ON, LEFT_PAD_ID_RUNS_ON -> Side.LEFT;
          default -> Side.RIGHT;
        };
    List<Padded> all =
        valid.sequences().stream().map(each -> padded(each, fault, side, longest())).toList();
    return new PaddedBatch(valid.weights(), all, side);
  }

  private Padded padded(Example example, BatchFault fault, Side side, int columns) {
    int length = example.length();
    int begin = side == Side.LEFT ? columns - length : 0;
    SequenceData data = placed(example.sequence().weighted(weights(fault, length)), begin, columns);
    if (fault == BatchFault.LAST_COLUMN_READ) {
      // The one target of the whole sequence stands in every column.
      Arrays.fill(data.targets(), length, columns, example.targets()[length - 1]);
    }
    return new Padded(data, length, example.states());
  }

  /** The weights of the losses that are right: a sum, a mean, or the last ones. */
  private double[] weights(BatchFault fault, int length) {
    double[] weights = new double[length];
    switch (fault) {
      case DIVIDED_BY_PADDED, MEAN_OF_MEANS -> Arrays.fill(weights, 1.0 / valid.timesteps());
      case LAST_COLUMN_READ -> weights[length - 1] = 1;
      default -> Arrays.fill(weights, 1);
    }
    return weights;
  }

  /** A sequence in so many columns, from one of them on; what has no room is left out. */
  private static SequenceData placed(SequenceData data, int begin, int columns) {
    int count = Math.min(data.length(), columns - begin);
    int[] inputs = new int[columns];
    int[] targets = new int[columns];
    double[] weights = new double[columns];
    System.arraycopy(data.inputs(), 0, inputs, begin, count);
    System.arraycopy(data.targets(), 0, targets, begin, count);
    System.arraycopy(data.lossWeights(), 0, weights, begin, count);
    Map<Vector, double[][]> given = new HashMap<>();
    data.given()
        .forEach(
            (vector, rows) -> {
              double[][] placed = new double[columns][rows[0].length];
              System.arraycopy(rows, 0, placed, begin, count);
              given.put(vector, placed);
            });
    return new SequenceData(inputs, targets, given, weights, data.beyond());
  }
}
