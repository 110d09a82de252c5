package dev.backstep.check.reading;

import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import java.util.List;
import java.util.Optional;

/**
 * What everything is computed from: weights and sequences.
 *
 * @param batch the sequences without their padding
 * @param padded with it, where there is any
 * @param remarks one sentence about each thing that was taken as given
 */
public record GivenSequences(Batch batch, Optional<PaddedBatch> padded, List<String> remarks) {
  public GivenSequences {
    remarks = List.copyOf(remarks);
  }

  /** Where the padding stands. */
  public PaddedBatch.Side side() {
    return padded.map(PaddedBatch::side).orElse(PaddedBatch.Side.RIGHT);
  }

  /** The number of timesteps of the longest sequence. */
  public int longest() {
    return batch.sequences().stream().mapToInt(Example::length).max().orElseThrow();
  }

  /** The column in which the first timestep of a sequence stands. */
  public int begin(int sequence) {
    return side() == PaddedBatch.Side.LEFT
        ? longest() - batch.sequences().get(sequence).length()
        : 0;
  }
}
