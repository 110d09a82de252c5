package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.verdict.TruncationSearch;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Truncation;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Truncated backpropagation with a fault besides, and what is the same as the shortest of it. */
final class CutShort {
  /** What is said of a fault that gives the numbers of the shortest truncation. */
  static final String EVERY_STEP =
      "Truncated backpropagation with a state that is detached at every timestep gives the same"
          + " numbers: where that is meant, it is a choice and no fault.";

  /** So many truncations are tried, and so many faults and truncations together. */
  private static final int MOST = 12;

  private static final int MOST_TOGETHER = 600;

  /** So many products these may take, of weights and vectors. */
  private static final double MOST_PRODUCTS = 3e9;

  private final Submission submission;
  private final Fit fit;
  private final BooleanSupplier cancelled;

  CutShort(Submission submission, Fit fit, BooleanSupplier cancelled) {
    this.submission = submission;
    this.fit = fit;
    this.cancelled = cancelled;
  }

  /** Whether nothing is handed on from one timestep to the one before. */
  boolean isEveryStep() {
    Batch cut = TruncationSearch.cut(submission.batch(), Truncation.chunks(1));
    boolean isCut = submission.batch().sequences().stream().anyMatch(each -> each.length() > 1);
    return isCut && fit.fits(Computed.of(cut, BackwardRules.RIGHT));
  }

  /**
   * Each fault with the truncation, of more than a timestep, that gives everything that was
   * supplied.
   */
  List<Explanation> with(List<Trial> trials) {
    List<Trial> suspects = trials.stream().filter(this::isRightBehindOutput).toList();
    List<Truncation> candidates = new TruncationSearch(submission).candidates();
    int most = Math.min(MOST, MOST_TOGETHER / Math.max(1, suspects.size()));
    double[] products = {0};
    return candidates.stream()
        .sorted(Comparator.comparingInt(Truncation::k))
        .limit(most)
        .filter(each -> (products[0] += suspects.size() * products(each)) <= MOST_PRODUCTS)
        .flatMap(
            truncation -> {
              Batch cut = TruncationSearch.cut(submission.batch(), truncation);
              Computed rightCut = Computed.of(cut, BackwardRules.RIGHT);
              List<Explanation> found =
                  suspects.parallelStream()
                      .filter(trial -> !cancelled.getAsBoolean())
                      .filter(trial -> trial.fault().fits(cut.net()))
                      .filter(trial -> fit.fits(rightCut.by(trial.fault().rules())))
                      .map(trial -> new Explanation(change(truncation), trial.fault()))
                      .toList();
              return found.stream();
            })
        .toList();
  }

  /** So many a pass takes for one fault; of windows each is gone through on its own. */
  private double products(Truncation truncation) {
    int passes = truncation.kind() == Truncation.Kind.WINDOW ? truncation.k() : 1;
    return (double) passes * submission.shape().parameters() * submission.length();
  }

  private static GradientChange change(Truncation truncation) {
    return new GradientChange(
        GradientChange.Kind.TRUNCATED, truncation.k(), TruncationSearch.words(truncation));
  }

  /** What is cut off changes nothing behind the output, so the fault must explain that alone. */
  private boolean isRightBehindOutput(Trial trial) {
    return submission.totals().stream()
        .filter(total -> LeftOut.isOfOutput(submission, total))
        .noneMatch(total -> trial.misses().contains(total.gradient()));
  }
}
