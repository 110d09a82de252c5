package dev.backstep.check.verdict;

import dev.backstep.check.reading.ReadableArrays;
import dev.backstep.check.reading.Readings;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Batch;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of the ways in which the arrays of a file may be meant, the one whose numbers fit best. */
public final class BestReading {
  /** So many ways are tried, and more of a small net. */
  private static final int MOST = 400;

  private static final int MOST_OF_SMALL = 2500;

  /** So many are tried of what names hardly say, and so much may be computed for that. */
  private static final int MOST_UNLIKELY = 300;

  private static final long WORK = 30_000_000;

  /** So many gradients are right by no chance. */
  private static final int MANY = 3;

  /** Where so much of the forward pass is right, known names are believed. */
  private static final double MOSTLY = 0.5;

  private @Nullable Fitting best;
  private @Nullable SubmissionException refused;

  /**
   * A verdict by the tolerance alone, and how well the numbers of the file fit what was read.
   *
   * @param isByNames whether it was read by names that are known
   * @param isForwardShown whether the forward pass shows that it is read as it is meant
   * @param hasForward whether anything of the forward pass was supplied
   * @param right so many of what was supplied of the forward pass, and of all, are right
   * @param forward the part of what was supplied of the forward pass that is right; 0 if nothing
   *     was
   * @param all the part of all that was supplied that is right
   */
  private record Fitting(
      Judge judge,
      boolean isByNames,
      boolean isForwardShown,
      boolean hasForward,
      long[] right,
      double forward,
      double all) {
    static Fitting of(Judge judge, boolean isByNames) {
      Verdict verdict = judge.byTolerance();
      List<Judgement> supplied = ofForward(verdict).filter(Judgement::isSupplied).toList();
      long right = supplied.stream().filter(Judgement::agrees).count();
      return new Fitting(
          judge,
          isByNames,
          showsForward(verdict, isByNames),
          !supplied.isEmpty(),
          new long[] {right, verdict.right()},
          supplied.isEmpty() ? 0 : (double) right / supplied.size(),
          (double) verdict.right() / Math.max(1, verdict.supplied()));
    }

    /**
     * Whether a number that was supplied is right, or a loss is what a known fault of batches makes
     * of it, which no wrong reading brings about; names that are known and do not fit are refused
     * otherwise. An embedding, gates and batches are read by no other way.
     */
    boolean isProven() {
      Verdict verdict = judge.byTolerance();
      Submission submission = verdict.submission();
      return (isOfOtherNet(submission) && submission.naming().isKnown())
          || isForwardShown
          || verdict.loss().agrees()
          || PaddedLoss.isKnown(submission)
          || verdict.totals().stream().anyMatch(total -> total.judgement().agrees())
          || (verdict.totals().stream().anyMatch(total -> total.judgement().isSupplied())
              && ofCells(verdict).anyMatch(Judgement::agrees)
              && ofCells(verdict).filter(Judgement::isSupplied).allMatch(Judgement::agrees));
    }

    /** Targets of single timesteps fit many numbers of timesteps. */
    private static boolean hasEveryLoss(Submission submission) {
      return submission.padded().isPresent()
          || submission.batch().sequences().stream()
              .flatMapToDouble(each -> Arrays.stream(each.sequence().lossWeights()))
              .noneMatch(weight -> weight == 0);
    }

    private static boolean isOfOtherNet(Submission submission) {
      Net net = submission.batch().net();
      return net.input().equals(Input.EMBEDDED)
          || !(net.cell() instanceof PlainCell)
          || (submission.hasMany()
              && submission.length() > submission.batch().size()
              && hasEveryLoss(submission));
    }

    /** Whether nothing is left that another reading could explain better. */
    boolean isSettled() {
      return isForwardShown || judge.byTolerance().agrees();
    }

    /** How much is computed for one pass. */
    long work() {
      return (long) batch().timesteps() * Math.max(1, batch().shape().parameters());
    }

    /**
     * Whether all that was supplied is right, and much enough that no other reading can bring it
     * about.
     */
    boolean isWhollyRight() {
      Verdict verdict = judge.byTolerance();
      long totals =
          verdict.totals().stream().filter(total -> total.judgement().isSupplied()).count();
      return totals >= MANY && verdict.agrees();
    }

    /**
     * Whether it is wholly right, and not because some losses do not count that do in the other: a
     * program that forgets those would be right as well.
     */
    boolean provesAgainst(@Nullable Fitting other) {
      return isWhollyRight() && (other == null || !leavesOutLossesOf(other));
    }

    private boolean leavesOutLossesOf(Fitting other) {
      return batch().net().head().isWeighted()
          && !other.batch().net().head().isWeighted()
          && batch().timesteps() == other.batch().timesteps();
    }

    private Batch batch() {
      return judge.byTolerance().submission().batch();
    }

    boolean isBetterThan(@Nullable Fitting other) {
      if (other == null) {
        return true;
      }
      if (isByNames && other.isByNames) {
        return Arrays.compare(right, other.right) > 0;
      }
      if (other.isByNames && other.hasForward && other.forward == 1) {
        return false;
      }
      if (isForwardShown != other.isForwardShown) {
        return isForwardShown;
      }
      if (other.isByNames && !other.hasForward) {
        // Nothing but all gradients shows that the forward pass is another than the names say.
        return !other.isWhollyRight() && provesAgainst(other);
      }
      if (other.isByNames) {
        // A reading that leaves out what does not fit has a larger part right, and shows no more.
        return other.forward < MOSTLY && forward >= MOSTLY;
      }
      return forward == other.forward ? all > other.all : forward > other.forward;
    }
  }

  private BestReading() {}

  /** The same, with nothing that the user says about names. */
  public static Verdict verdict(String source, Map<String, NdArray> arrays)
      throws SubmissionException {
    return verdict(source, arrays, Map.of());
  }

  /**
   * What is judged of the reading that gives the states, then of the one that gives most of the
   * rest; of equals of the one that is as the names say.
   *
   * @param source the name of the file, for messages
   * @param mapped the file's name of an array by our name, as the user says it
   * @throws SubmissionException if nothing can be checked, or an array has another shape, NaN in it
   *     or ids that do not exist
   */
  public static Verdict verdict(
      String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    try {
      return new BestReading().best(source, arrays, mapped).judge().verdict();
    } catch (SubmissionException refused) {
      // What cannot be read, as a dict that is pickled, may hold what is missing.
      List<UncheckedIOException> unreadable = ReadableArrays.of(arrays).unreadable();
      if (!unreadable.isEmpty()) {
        throw unreadable.get(0);
      }
      throw refused;
    }
  }

  private Fitting best(String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    if (mapped.isEmpty()) {
      tryThose(source, arrays);
    }
    boolean isRefused = best == null && refused != null;
    if (best == null || !best.isForwardShown()) {
      tryAll(Readings.ofAnybody(source, arrays, mapped), false);
    }
    if (best == null || !best.isSettled()) {
      tryUnlikely(Readings.withUnlikely(source, arrays, mapped));
    }
    Fitting found = best;
    if (found == null || (isRefused && !found.isProven() && !Readings.hasNoName(source, arrays))) {
      throw refusal(source, Readings.shortfall(source, arrays, mapped));
    }
    return found;
  }

  private void tryThose(String source, Map<String, NdArray> arrays) {
    try {
      tryAll(Readings.of(source, arrays), true);
    } catch (SubmissionException e) {
      refused = e;
    }
  }

  private SubmissionException refusal(String source, Optional<String> shortfall) {
    return shortfall
        .map(sentence -> best == null ? sentence : unproven(best))
        .map(sentence -> new SubmissionException(source, sentence))
        .orElseGet(
            () ->
                refused == null
                    ? new SubmissionException(source, "no recurrent net was found among its arrays")
                    : refused);
  }

  /** What the arrays were taken for, where no number comes out of that. */
  private static String unproven(Fitting best) {
    List<String> taken =
        best.judge().byTolerance().submission().naming().taken().entrySet().stream()
            .map(each -> each.getKey() + " as " + String.join(", ", each.getValue()))
            .toList();
    return "no number that was saved comes out of its arrays as they were read: "
        + String.join("; ", taken)
        + "; --map NAME=W2 says what another is, and the states of every timestep, saved beside"
        + " them, show what the net is";
  }

  private void tryAll(List<Readings.Reading> readings, boolean areByNames) {
    for (int i = 0; i < readings.size(); i++) {
      if (i >= MOST && (best == null || i >= Math.min(MOST_OF_SMALL, WORK / best.work()))) {
        return;
      }
      Readings.Reading reading = readings.get(i);
      try {
        Fitting each = Fitting.of(Judge.of(reading.read()), areByNames);
        // Of so many ways one may fit a little better by chance, but none as a whole.
        boolean isBest = i < MOST ? each.isBetterThan(best) : each.provesAgainst(best);
        best = isBest ? each : best;
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
      if (best != null && best.isForwardShown()) {
        return;
      }
    }
  }

  /** Of what names hardly say only what is right as a whole counts. */
  private void tryUnlikely(List<Readings.Reading> readings) {
    long most = best == null ? MOST_UNLIKELY : Math.min(MOST_UNLIKELY, WORK / best.work());
    for (Readings.Reading reading : readings.subList(0, (int) Math.min(most, readings.size()))) {
      try {
        Fitting each = Fitting.of(Judge.of(reading.read()), false);
        if (each.provesAgainst(best)) {
          best = each;
          return;
        }
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
    }
  }

  private static Stream<Judgement> ofForward(Verdict verdict) {
    return Stream.concat(ofCells(verdict), Stream.of(verdict.loss()));
  }

  private static Stream<Judgement> ofCells(Verdict verdict) {
    return verdict.rows().stream()
        .filter(row -> !Judge.isBackward(row))
        .flatMap(row -> row.cells().stream());
  }

  /**
   * Whether a right loss shows that weights and states are read as they are meant. What known names
   * say and is not right is wrong, and not to be read otherwise.
   */
  private static boolean showsForward(Verdict verdict, boolean isByNames) {
    boolean isLossRight =
        verdict.loss().agrees()
            || verdict.rows().stream()
                .filter(row -> row.quantity() == null)
                .allMatch(row -> row.cells().stream().allMatch(Judgement::agrees));
    boolean areCellsRight = ofCells(verdict).noneMatch(Judgement::differs);
    return (isByNames && isLossRight)
        || (areCellsRight && (isLossRight || areStatesRight(verdict)));
  }

  /** Whether the states of all timesteps were saved, and are right. */
  private static boolean areStatesRight(Verdict verdict) {
    return verdict.submission().batch().net().head().output().isEmpty()
        && verdict.rows().stream()
            .filter(row -> row.quantity() != null)
            .filter(row -> verdict.submission().batch().net().states().contains(row.quantity()))
            .anyMatch(row -> row.cells().stream().allMatch(Judgement::agrees));
  }
}
