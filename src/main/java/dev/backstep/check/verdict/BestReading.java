package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.util.Comparator;
import java.util.Map;

/** Of the ways in which the arrays of a file may be meant, the one whose numbers fit best. */
public final class BestReading {
  private BestReading() {}

  /**
   * The reading that gives the states, then the one that gives most of the rest; of equals the one
   * that is as the names say.
   *
   * @param source the name of the file, for messages
   * @throws SubmissionException if nothing can be checked, or an array has another shape, NaN in it
   *     or ids that do not exist
   */
  public static Submission of(String source, Map<String, NdArray> arrays)
      throws SubmissionException {
    Comparator<Submission> byRight =
        Comparator.comparingLong(BestReading::rightForward)
            .thenComparingLong(each -> Verdict.of(each).right());
    return Submission.readings(source, arrays).stream()
        .reduce((best, each) -> byRight.compare(each, best) > 0 ? each : best)
        .orElseThrow();
  }

  private static long rightForward(Submission submission) {
    Verdict verdict = Verdict.of(submission);
    long rows =
        verdict.rows().stream()
            .filter(row -> !Judge.isBackward(row))
            .flatMap(row -> row.cells().stream())
            .filter(Judgement::agrees)
            .count();
    return rows + (verdict.loss().agrees() ? 1 : 0);
  }
}
