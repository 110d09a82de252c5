package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what went wrong first in the order of computation: h, o and loss forward from t = 0, then
 * the loss as a whole, then each cell from t = T−1 back, then what the cells add up to.
 */
final class FirstWrongSearch {
  static final String LOSS = "loss";

  private final Submission submission;
  private final LargestErrors entries;
  private final List<RowJudgement> rows;
  private final List<TotalJudgement> totals;
  private final Judgement loss;
  private boolean isDone;
  private Optional<JudgedEntry> first = Optional.empty();

  FirstWrongSearch(
      Submission submission,
      LargestErrors entries,
      List<RowJudgement> rows,
      List<TotalJudgement> totals,
      Judgement loss) {
    this.submission = submission;
    this.entries = entries;
    this.rows = rows;
    this.totals = totals;
    this.loss = loss;
  }

  /** Whether anything is wrong. */
  boolean isAny() {
    return loss.differs()
        || rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Judgement::differs)
        || totals.stream().anyMatch(total -> total.judgement().differs());
  }

  /** The first, with its arithmetic; looked for once. */
  synchronized Optional<JudgedEntry> first() {
    if (!isDone) {
      first = found();
      isDone = true;
    }
    return first;
  }

  private Optional<JudgedEntry> found() {
    int length = submission.length();
    return inCells(false, IntStream.range(0, length))
        .or(this::inWholeLoss)
        .or(() -> inCells(true, IntStream.range(0, length).map(t -> length - 1 - t)))
        .or(this::inTotals);
  }

  private Optional<JudgedEntry> inCells(boolean isBackward, IntStream timesteps) {
    return timesteps
        .boxed()
        .flatMap(
            t ->
                rows.stream()
                    .filter(row -> Judge.isBackward(row) == isBackward)
                    .filter(row -> row.cells().get(t).differs())
                    .flatMap(row -> entries.worst(row, t).stream()))
        .findFirst();
  }

  private Optional<JudgedEntry> inWholeLoss() {
    return loss.differs() ? entries.wholeLoss() : Optional.empty();
  }

  private Optional<JudgedEntry> inTotals() {
    return totals.stream()
        .filter(total -> total.judgement().differs())
        .findFirst()
        .flatMap(total -> entries.worst(total));
  }
}
