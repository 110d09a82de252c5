package dev.backstep.check.verdict;

import dev.backstep.check.reading.Readings;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Of the ways in which the arrays of a file may be meant, the one whose numbers fit best. */
public final class BestReading {
  private static final Comparator<Verdict> BY_RIGHT =
      Comparator.comparingLong(BestReading::rightForward).thenComparingLong(Verdict::right);

  private BestReading() {}

  /**
   * What is judged of the reading that gives the states, then of the one that gives most of the
   * rest; of equals of the one that is as the names say.
   *
   * @param source the name of the file, for messages
   * @throws SubmissionException if nothing can be checked, or an array has another shape, NaN in it
   *     or ids that do not exist
   */
  public static Verdict verdict(String source, Map<String, NdArray> arrays)
      throws SubmissionException {
    Verdict best = null;
    SubmissionException refused = null;
    for (Readings.Reading reading : Readings.of(source, arrays)) {
      try {
        Verdict each = Verdict.of(reading.read());
        best = best == null || BY_RIGHT.compare(each, best) > 0 ? each : best;
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
      if (best != null && isForwardShown(best)) {
        return best;
      }
    }
    if (best == null) {
      throw Objects.requireNonNull(refused);
    }
    return best;
  }

  private static long rightForward(Verdict verdict) {
    return forward(verdict).filter(Judgement::agrees).count() + (verdict.loss().agrees() ? 1 : 0);
  }

  private static Stream<Judgement> forward(Verdict verdict) {
    return verdict.rows().stream()
        .filter(row -> !Judge.isBackward(row))
        .flatMap(row -> row.cells().stream());
  }

  /** Whether a right loss shows that weights and states are read as they are meant. */
  private static boolean isForwardShown(Verdict verdict) {
    boolean isLossRight =
        verdict.loss().agrees()
            || verdict.rows().stream()
                .filter(row -> row.quantity() == null)
                .allMatch(row -> row.cells().stream().allMatch(Judgement::agrees));
    return isLossRight && forward(verdict).noneMatch(Judgement::differs);
  }
}
