package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recognises gradients that end at the boundaries of chunks, or some cells before each loss. That
 * is a choice of who wrote the program, and no fault.
 */
public final class TruncationSearch {
  private static final int SHORTEST = 2;

  /** So many products are made at most of either kind, of weights and vectors. */
  private static final double MOST = 1e9;

  /** A pass forward and one back take so many products for each weight and timestep. */
  private static final int PER_WEIGHT = 4;

  private final Submission submission;
  private final Computed right;

  /**
   * @param submission in sums
   */
  public TruncationSearch(Submission submission) {
    this.submission = submission;
    right = submission.right();
  }

  /** The truncation that gives everything that was supplied. */
  Optional<Truncation> found() {
    return isOfTime() && !isOfEveryStep()
        ? candidates().stream()
            .filter(each -> fits(Computed.of(cut(submission.batch(), each), BackwardRules.RIGHT)))
            .findFirst()
        : Optional.empty();
  }

  /**
   * Whether nothing is handed on, as where a wrong line loses it: where only the last loss counts,
   * chunks of which the last one has one timestep give the same.
   */
  private boolean isOfEveryStep() {
    return fits(Computed.of(cut(submission.batch(), Truncation.chunks(1)), BackwardRules.RIGHT));
  }

  /** Everything is right that does not come back through time, and something else is not. */
  private boolean isOfTime() {
    boolean isRightElsewhere =
        submission.totals().stream().filter(this::isOfOutput).allMatch(this::isRight)
            && submission.rows().stream()
                .filter(rows -> !isBackward(rows))
                .allMatch(rows -> fits(rows, right));
    boolean isAnyWrong =
        submission.totals().stream().anyMatch(total -> !isRight(total))
            || submission.rows().stream().anyMatch(rows -> !fits(rows, right));
    return isRightElsewhere && isAnyWrong && lastCellsAreRight();
  }

  /** From behind the last cell nothing comes back that could end. */
  private boolean lastCellsAreRight() {
    Batch batch = submission.batch();
    return IntStream.range(0, batch.size())
        .map(sequence -> batch.start(sequence) + batch.sequences().get(sequence).length() - 1)
        .allMatch(
            last ->
                submission.rows().stream()
                    .filter(rows -> !handsBack(rows))
                    .allMatch(
                        rows -> submission.agree(rows, last, right.row(rows.quantity(), last))));
  }

  /** A program may save what it hands back after it was cut. */
  private boolean handsBack(SuppliedRows rows) {
    return submission.batch().net().handedBack().contains(rows.quantity());
  }

  /**
   * Those that may be tried within a time that does not keep anybody waiting: chunks and then
   * windows, the shortest first. Chunks of one timestep and windows of two cells are what wrong
   * lines give as well.
   */
  public List<Truncation> candidates() {
    Batch batch = submission.batch();
    int longest = batch.sequences().stream().mapToInt(Example::length).max().orElseThrow();
    double ofPass = (double) PER_WEIGHT * entries(batch) * batch.timesteps();
    List<Truncation> candidates = new ArrayList<>();
    for (int k = SHORTEST; k < longest && (k - 1) * ofPass < MOST; k++) {
      candidates.add(Truncation.chunks(k));
    }
    double products = 0;
    for (int k = SHORTEST + 1; k < longest && products < MOST; k++) {
      candidates.add(Truncation.window(k));
      products += k * ofPass;
    }
    return candidates;
  }

  private static long entries(Batch batch) {
    return batch.weights().names().stream()
        .mapToLong(name -> batch.weights().get(name).data.length)
        .sum();
  }

  /** The same sequences, cut on the way back. */
  public static Batch cut(Batch batch, Truncation truncation) {
    return truncation.kind() == Truncation.Kind.WINDOW
        ? batch.weighted().with(truncation)
        : batch.with(truncation);
  }

  private boolean fits(Computed computed) {
    return submission.totals().stream()
            .allMatch(total -> submission.agree(total, computed.total(total.gradient())))
        && submission.rows().stream().allMatch(rows -> fits(rows, computed));
  }

  private boolean fits(SuppliedRows rows, Computed computed) {
    return IntStream.range(0, submission.length())
        .allMatch(t -> submission.agree(rows, t, computed.row(rows.quantity(), t)));
  }

  private boolean isRight(SuppliedTotal total) {
    return submission.agree(total, right.total(total.gradient()));
  }

  private boolean isOfOutput(SuppliedTotal total) {
    Net net = submission.batch().net();
    return total.isOfWeight() && net.isOfOutput(net.weight(total.weight()));
  }

  private static boolean isBackward(SuppliedRows rows) {
    return rows.quantity().phase() == Phase.BACKWARD;
  }

  /** A sentence that says how the gradients were cut. */
  public static String words(Truncation truncation) {
    int k = truncation.k();
    return truncation.kind() == Truncation.Kind.CHUNKS
        ? String.format(
            Locale.ROOT,
            "Backpropagation is truncated: it ends after chunks of %d timesteps, as where the state"
                + " is detached every %d steps. That is a choice, not a fault.",
            k,
            k)
        : String.format(
            Locale.ROOT,
            "Backpropagation is truncated: from each loss it goes back through %d cells, which is"
                + " %d steps in time. That is a choice, not a fault.",
            k,
            k - 1);
  }
}
