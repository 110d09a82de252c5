package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a submission with what the engine computes. */
public final class Judge {
  private final Submission supplied;
  private final Computed right;
  private final Reduction reduction;
  private final Submission submission;
  private final Rounding rounding;
  private @Nullable Verdict byTolerance;

  Judge(Submission supplied) {
    this.supplied = supplied;
    right = supplied.right();
    reduction = new Reduction(supplied, right);
    submission = reduction.inSums();
    rounding = submission.rounding();
  }

  /** One of a submission in which the losses count that were saved, and rows are as meant. */
  static Judge of(Submission supplied) {
    Submission placed = new PlaceOfLoss(supplied).placed();
    return new Judge(new OtherRows(new Downhill(placed).turned()).meant());
  }

  /** The verdict with what went wrong first, which is looked for here and not where it is shown. */
  Verdict verdict() {
    Verdict verdict = known();
    verdict.firstWrong();
    return verdict;
  }

  /** What cannot be told from rounding is looked at only where something seems to be wrong. */
  private Verdict known() {
    Verdict verdict = byTolerance();
    if (verdict.agrees()) {
      return verdict;
    }
    Rounding ofNet = Rounding.of(supplied.batch(), supplied.precision(), right);
    Judge rounded = new Judge(supplied.rounded(ofNet));
    return rounded.truncated().orElseGet(rounded::byTolerance);
  }

  /** What a program computes that is right, and goes back only so far. */
  private Optional<Verdict> truncated() {
    return new TruncationSearch(submission)
        .found()
        .map(
            cut ->
                new Judge(
                        supplied
                            .on(TruncationSearch.cut(supplied.batch(), cut))
                            .remarking(TruncationSearch.words(cut)))
                    .byTolerance())
        .filter(Verdict::agrees);
  }

  /** What the tolerance alone says; found once. */
  Verdict byTolerance() {
    Verdict found = byTolerance;
    if (found == null) {
      found = judged();
      byTolerance = found;
    }
    return found;
  }

  private Verdict judged() {
    List<RowJudgement> rows = rows();
    List<TotalJudgement> totals = totals();
    Judgement loss = wholeLoss();
    LargestErrors entries = new LargestErrors(submission);
    FirstWrongSearch first = new FirstWrongSearch(submission, entries, rows, totals, loss);
    Submission told = first.isAny() ? remarkingLate() : submission;
    return new Verdict(
        told,
        rows,
        totals,
        loss,
        first,
        entries,
        new OpenQuestions(told, rows, totals, loss).remarks());
  }

  /** A net that has come to rest hands out the state that it began with, and nothing is wrong. */
  private Submission remarkingLate() {
    return new SavedTooLate(supplied).remark().map(submission::remarking).orElse(submission);
  }

  private List<RowJudgement> rows() {
    List<RowJudgement> rows = new ArrayList<>();
    Net net = supplied.batch().net();
    for (Vector quantity : net.vectors()) {
      if (quantity.equals(Head.E)) {
        rows.add(losses());
      }
      if (!net.given().contains(quantity) && !quantity.equals(Input.X)) {
        rows.add(row(quantity));
      }
    }
    return rows;
  }

  private RowJudgement row(Vector quantity) {
    return submission.rows().stream()
        .filter(rows -> rows.quantity() == quantity)
        .findFirst()
        .map(this::judged)
        .orElseGet(() -> notSupplied(quantity, submission.naming().name(quantity)));
  }

  private RowJudgement notSupplied(@Nullable Vector quantity, String name) {
    List<Judgement> cells = Collections.nCopies(submission.length(), Judgement.NOT_SUPPLIED);
    return new RowJudgement(quantity, name, cells);
  }

  private RowJudgement judged(SuppliedRows rows) {
    return new RowJudgement(
        rows.quantity(),
        rows.name(),
        IntStream.range(0, submission.length())
            .mapToObj(
                t ->
                    judged(
                        rounding.of(rows.quantity(), t),
                        rows.rows()[t],
                        right.row(rows.quantity(), t)))
            .toList());
  }

  private Judgement judged(Rounding.Reach reach, double[] yours, double[] expected) {
    return Judgement.of(submission.tolerance(), reach, yours, expected);
  }

  private Judgement judged(Rounding.Reach reach, double yours, double expected) {
    return judged(reach, new double[] {yours}, new double[] {expected});
  }

  private RowJudgement losses() {
    double[] losses = submission.loss().perTimestep();
    if (losses.length == 0) {
      return notSupplied(null, FirstWrongSearch.LOSS);
    }
    return new RowJudgement(
        null,
        FirstWrongSearch.LOSS,
        IntStream.range(0, losses.length)
            .mapToObj(t -> judged(rounding.ofLoss(t), losses[t], right.loss(t)))
            .toList());
  }

  private Judgement wholeLoss() {
    if (submission.loss().whole().isEmpty()) {
      return Judgement.NOT_SUPPLIED;
    }
    return judged(
        rounding.ofLoss(),
        submission.loss().whole().getAsDouble(),
        right.totalLoss() * reduction.ofLoss());
  }

  private List<TotalJudgement> totals() {
    return SuppliedTotal.all(supplied.given().net()).flatMap(this::total).toList();
  }

  private Stream<TotalJudgement> total(String gradient) {
    List<TotalJudgement> judged =
        submission.totals().stream()
            .filter(total -> total.gradient().equals(gradient))
            .map(
                total ->
                    new TotalJudgement(
                        gradient,
                        total.name(),
                        judged(rounding.of(gradient), total.entries(), right.total(gradient))))
            .toList();
    return judged.isEmpty()
        ? Stream.of(new TotalJudgement(gradient, gradient, Judgement.NOT_SUPPLIED))
        : judged.stream();
  }

  /** Whether a row is computed while going back. */
  public static boolean isBackward(RowJudgement row) {
    return row.quantity() != null && row.quantity().phase() == Phase.BACKWARD;
  }
}
