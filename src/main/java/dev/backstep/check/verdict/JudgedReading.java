package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.model.Batch;
import dev.backstep.net.Cell;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A verdict by the tolerance alone, and how well the numbers of the file fit what was read.
 *
 * @param isByNames whether it was read by names that are known
 * @param isForwardShown whether the forward pass shows that it is read as it is meant
 * @param hasForward whether anything of the forward pass was supplied
 * @param right so many of what was supplied of the forward pass, and of all, are right
 * @param forward the part of what was supplied of the forward pass that is right; 0 if nothing was
 * @param all the part of all that was supplied that is right
 */
record JudgedReading(
    Judge judge,
    boolean isByNames,
    boolean isForwardShown,
    boolean hasForward,
    long[] right,
    double forward,
    double all) {
  /** So many gradients are right by no chance. */
  private static final int MANY = 3;

  /** A loss that is right to within this part of it is so by no chance. */
  private static final double CHANCE = 1e-6;

  /** Where so much of the forward pass is right, known names are believed. */
  private static final double MOSTLY = 0.5;

  static JudgedReading of(Judge judge, boolean isByNames) {
    Verdict verdict = judge.byTolerance();
    List<Judgement> supplied = ofForward(verdict).filter(Judgement::isSupplied).toList();
    long right = supplied.stream().filter(Judgement::agrees).count();
    return new JudgedReading(
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

  /**
   * Whether single cells were read of which nothing comes out: such are the variables of a loop
   * that has ended, while what has timesteps was left out.
   */
  boolean isOfLoopVariables() {
    boolean hasState =
        judge.byTolerance().submission().rows().stream()
            .anyMatch(rows -> rows.quantity().equals(Cell.H));
    return hasForward && !hasState && right[1] == 0 && batch().timesteps() == batch().size();
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

  /**
   * Whether the forward pass shows it, and by no chance: one of many orders of gates may give a
   * loss that is the same in a few digits.
   */
  boolean isCertain() {
    Verdict verdict = judge.byTolerance();
    boolean isExact = verdict.submission().tolerance().relative() <= CHANCE;
    return isForwardShown && (isByNames || isExact || verdict.agrees());
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
    long totals = verdict.totals().stream().filter(total -> total.judgement().isSupplied()).count();
    return totals >= MANY && verdict.agrees();
  }

  /**
   * Whether it is wholly right, and not because some losses do not count that do in the other: a
   * program that forgets those would be right as well.
   */
  boolean provesAgainst(@Nullable JudgedReading other) {
    return isWhollyRight() && (other == null || !leavesOutLossesOf(other));
  }

  private boolean leavesOutLossesOf(JudgedReading other) {
    return batch().net().head().isWeighted()
        && !other.batch().net().head().isWeighted()
        && batch().timesteps() == other.batch().timesteps();
  }

  private Batch batch() {
    return judge.byTolerance().submission().batch();
  }

  boolean isBetterThan(@Nullable JudgedReading other) {
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
