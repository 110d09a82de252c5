package dev.backstep.fault.batch;

/**
 * What stands for the things of a batch with padding in lines of NumPy.
 *
 * @param mask 1 where there is a timestep, 0 where there is padding
 * @param maskOfTimestep the same at timestep t, one number a sequence
 * @param axisOfTime the axis of the mask that the timesteps are
 * @param size how many columns all sequences have
 * @param lengths how many timesteps each sequence has
 * @param count how many timesteps all sequences have
 * @param lastColumn the state at the end of the array
 * @param lastTimestep the state at the end of each sequence
 * @param inputs what all sequences read at timestep t
 */
public record BatchNames(
    String mask,
    String maskOfTimestep,
    int axisOfTime,
    String size,
    String lengths,
    String count,
    String lastColumn,
    String lastTimestep,
    String inputs) {
  /** A mask m, lengths, and arrays of sequences by timesteps. */
  public static final BatchNames USUAL =
      new BatchNames(
          "m",
          "m[:, t]",
          1,
          "m.size",
          "lengths",
          "np.sum(m)",
          "h[:, T - 1]",
          "h[np.arange(B), lengths - 1]",
          "x[:, t]");
}
