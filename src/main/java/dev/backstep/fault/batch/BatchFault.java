package dev.backstep.fault.batch;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A fault that people make where sequences of different lengths stand in one array: another batch
 * is gone through than the sequences without their padding. Any {@link dev.backstep.fault.Fault}
 * can be made besides.
 */
public enum BatchFault {
  /** The losses of the padding count, and their gradients flow back. */
  NO_MASK("batch-no-mask", true, read -> read.weight().isPresent(), PaddingRead::unmasked),

  /** The same, and the loss that is reported is the right one. */
  MASK_IN_LOSS_ONLY(
      "batch-mask-in-loss-only", true, read -> read.weight().isPresent(), PaddingRead::unmasked) {
    @Override
    public double loss(PaddedBatch padded, BackwardRules rules) {
      return BatchPass.of(padded.valid(), rules).totalLoss();
    }
  },

  /** The sum over the valid timesteps is divided by the number of all columns of all sequences. */
  DIVIDED_BY_PADDED(
      "batch-divided-by-padded",
      false,
      PaddingRead::isWeightedBySequence,
      read -> read.weighted(b -> 1.0 / (read.padded().size() * read.padded().timesteps()))),

  /** The mean of each sequence, and then the mean of these: short sequences weigh more. */
  MEAN_OF_MEANS(
      "batch-mean-of-means",
      false,
      PaddingRead::isWeightedBySequence,
      read ->
          read.weighted(
              b -> 1.0 / (read.padded().size() * read.padded().sequences().get(b).length()))),

  /** Zero vectors are read before a sequence begins, and the state is no longer the first. */
  LEFT_PAD_RUNS_ON(
      "batch-left-pad-runs-on",
      true,
      read -> read.padded().side() == Side.LEFT && read.hasMask(),
      PaddingRead::maskedZeros),

  /** The same with an id in the padding that is a character or word. */
  LEFT_PAD_ID_RUNS_ON(
      "batch-left-pad-id-runs-on",
      true,
      read -> read.padded().side() == Side.LEFT && read.hasMask() && readsIds(read.padded().net()),
      PaddingRead::maskedIds),

  /** The state behind the padding is handed to the next batch; every gradient is right. */
  CARRIED_FROM_PADDING(
      "batch-carried-from-padding",
      true,
      read -> read.padded().side() == Side.RIGHT && read.hasMask() && read.hasNothingBeyond(),
      PaddingRead::masked),

  /** One loss for each sequence, and it is that of the state behind the padding. */
  LAST_COLUMN_READ(
      "batch-last-column-read",
      true,
      read -> read.padded().side() == Side.RIGHT && read.hasLossesAtLastOnly(),
      PaddingRead::lastColumn),

  /** Of sequences that read the same id in one column only the last adds to its row. */
  ROWS_OVERWRITTEN(
      "batch-embedding-rows-overwritten",
      false,
      read -> looksUp(read.padded().net()) && readsOneIdTwice(read.padded()),
      read -> read.padded().valid()) {
    @Override
    public BackwardRules rules(PaddedBatch padded, BackwardRules rules) {
      return new ColumnsOverwritten(rules, padded);
    }

    @Override
    public boolean needsPadding() {
      return false;
    }
  };

  private final String id;
  private final boolean runsOn;
  private final Predicate<PaddingRead> fits;
  private final Function<PaddingRead, Batch> made;

  BatchFault(
      String id, boolean runsOn, Predicate<PaddingRead> fits, Function<PaddingRead, Batch> made) {
    this.id = id;
    this.runsOn = runsOn;
    this.fits = fits;
    this.made = made;
  }

  /** Those that can be made of a batch. */
  public static List<BatchFault> of(PaddedBatch padded) {
    return Arrays.stream(values()).filter(fault -> fault.fits(padded)).toList();
  }

  /** The fault with an id. */
  public static Optional<BatchFault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  /** The name in files and reports: {@code batch-no-mask}. */
  public String id() {
    return id;
  }

  /** Whether equal lengths hide it. */
  public boolean needsPadding() {
    return true;
  }

  /** Whether it can be made of a batch, and is not seen to be nothing there. */
  public boolean fits(PaddedBatch padded) {
    return (padded.hasPadding() || !needsPadding()) && fits.test(new PaddingRead(padded));
  }

  /**
   * The batch that is gone through, the padding included where {@link #runsOn}.
   *
   * @param padded one that it fits
   */
  public Batch batch(PaddedBatch padded) {
    return made.apply(new PaddingRead(padded));
  }

  /** By which rules that is, where other faults may be made too. */
  public BackwardRules rules(PaddedBatch padded, BackwardRules rules) {
    return rules;
  }

  /** Everything that is computed of a batch with it. */
  public BatchPass pass(PaddedBatch padded, BackwardRules rules) {
    return BatchPass.of(batch(padded), rules(padded, rules));
  }

  /** The loss that is reported. */
  public double loss(PaddedBatch padded, BackwardRules rules) {
    return pass(padded, rules).totalLoss();
  }

  /** Whether the cells of the padding are computed too. */
  public boolean runsOn() {
    return runsOn;
  }

  /** Where the first timestep of a sequence is found in the rows of the pass. */
  public int begin(PaddedBatch padded, int sequence) {
    return runsOn ? padded.begin(sequence) : 0;
  }

  /** A state that is left behind for the next batch: that of the last cell that is computed. */
  public double[] carried(BatchPass pass, Vector state, int sequence) {
    return pass.row(state, sequence, pass.batch().sequences().get(sequence).length() - 1);
  }

  private static boolean readsIds(Net net) {
    return net.input().given().isEmpty();
  }

  private static boolean looksUp(Net net) {
    return net.weights().stream().anyMatch(weight -> net.gradient(weight).isAtInput());
  }

  private static boolean readsOneIdTwice(PaddedBatch padded) {
    for (int column = 0; column < padded.timesteps(); column++) {
      int at = column;
      int[] read =
          IntStream.range(0, padded.size())
              .filter(b -> padded.isValid(b, at))
              .map(b -> padded.sequences().get(b).data().inputs()[at])
              .filter(id -> id >= 0)
              .toArray();
      if (Arrays.stream(read).distinct().count() < read.length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return id;
  }
}
