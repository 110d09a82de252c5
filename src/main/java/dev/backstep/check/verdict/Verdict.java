package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the numbers of a submission are right: a grid of timestep × quantity, the gradients of
 * the whole sequence, and what went wrong first.
 *
 * @param submission what was judged; gradients of a mean loss are multiplied by T
 * @param rows every quantity, supplied or not, in the order of computation
 * @param totals every gradient, supplied or not
 * @param loss the sum or mean of the losses
 * @param search for what went wrong first
 * @param entries single numbers, beside the right ones
 * @param remarks one sentence each about what was taken for granted
 */
public record Verdict(
    Submission submission,
    List<RowJudgement> rows,
    List<TotalJudgement> totals,
    Judgement loss,
    FirstWrongSearch search,
    LargestErrors entries,
    List<String> remarks) {
  public Verdict {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
    remarks = List.copyOf(remarks);
  }

  /** Compares what was supplied with what the engine computes. */
  public static Verdict of(Submission submission) {
    return Judge.of(submission).verdict();
  }

  /** The same by the tolerance of the submission alone, without a look at what rounding does. */
  public static Verdict byTolerance(Submission submission) {
    return Judge.of(submission).byTolerance();
  }

  /** What went wrong first, written out; looked for once. */
  public Optional<JudgedEntry> firstWrong() {
    return search.first();
  }

  /** Whether everything that was supplied is right, as far as it can be judged. */
  public boolean agrees() {
    return judgements().noneMatch(Judgement::differs);
  }

  /** How many vectors and matrices were supplied. */
  public long supplied() {
    return judgements().filter(Judgement::isSupplied).count();
  }

  /** How many of them are off by no more than rounding may come to. */
  public long open() {
    return judgements().filter(Judgement::isOpen).count();
  }

  /** How many of them are right. */
  public long right() {
    return judgements().filter(Judgement::agrees).count();
  }

  private Stream<Judgement> judgements() {
    return Stream.of(
            rows.stream().flatMap(row -> row.cells().stream()),
            totals.stream().map(TotalJudgement::judgement),
            Stream.of(loss))
        .flatMap(each -> each);
  }
}
