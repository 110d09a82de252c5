package dev.backstep.check.verdict;

import dev.backstep.check.reading.ReadableArrays;
import dev.backstep.check.reading.Readings;
import dev.backstep.check.reading.SaidNames;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of the ways in which the arrays of a file may be meant, the one whose numbers fit best. */
public final class BestReading {
  /** So many ways are tried, and more of a small net. */
  private static final int MOST = 400;

  private static final int MOST_OF_SMALL = 2500;

  /** So many are tried of what names hardly say, and so much may be computed for that. */
  private static final int MOST_UNLIKELY = 300;

  /** So many are tried with the weights before all updates that are known. */
  private static final int MOST_UPDATED = 256;

  /** What those cost more than a reading alone. */
  private static final int UPDATES = 8;

  private static final long WORK = 30_000_000;

  private @Nullable JudgedReading best;
  private @Nullable SubmissionException refused;

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

  private JudgedReading best(String source, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    if (mapped.isEmpty()) {
      tryThose(source, arrays);
    }
    boolean isRefused = best == null && refused != null;
    Map<String, NdArray> readable =
        best == null || !best.isSettled() ? ReadableArrays.of(arrays).arrays() : arrays;
    if (best == null || !best.isForwardShown()) {
      tryAll(ofAnybody(source, arrays.keySet(), readable, mapped), false);
    }
    if (best == null || !best.isSettled()) {
      tryUnlikely(Readings.withUnlikely(source, readable, mapped));
    }
    boolean isOfBefore =
        (best == null || !best.isSettled())
            && isOfWeightsBefore(source, arrays.keySet(), readable, mapped);
    JudgedReading found = best;
    boolean isProven = isOfBefore || !isRefused || (found != null && found.isProven());
    if (found == null
        || (!isOfBefore && found.isOfLoopVariables())
        || (!isProven && !Readings.hasNoName(source, readable))) {
      throw refusal(source, Readings.shortfall(source, readable, mapped));
    }
    SaidNames.requireOf(source, mapped, found.judge().byTolerance().submission().batch().net());
    return found;
  }

  /**
   * Looks for the reading of which everything comes out with the weights before an update; only
   * what was saved of the forward pass tells it from others.
   */
  private boolean isOfWeightsBefore(
      String source, Set<String> names, Map<String, NdArray> arrays, Map<String, String> mapped)
      throws SubmissionException {
    if (best != null && !best.hasForward()) {
      return false;
    }
    List<Readings.Reading> readings = new ArrayList<>();
    if (mapped.isEmpty()) {
      readings.addAll(byNames(source, arrays));
    }
    readings.addAll(ofAnybody(source, names, arrays, mapped));
    long most =
        best == null ? MOST_UPDATED : Math.min(MOST_UPDATED, WORK / (UPDATES * best.work()));
    for (Readings.Reading reading : readings.subList(0, (int) Math.min(most, readings.size()))) {
      try {
        Submission submission = reading.read();
        if (new WeightUpdate(submission).isOfBefore()) {
          best = JudgedReading.of(Judge.of(submission), false);
          return true;
        }
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
    }
    return false;
  }

  /** The readings by shapes; what cannot be read, and no name asked for, is left out. */
  private static List<Readings.Reading> ofAnybody(
      String source, Set<String> names, Map<String, NdArray> readable, Map<String, String> mapped)
      throws SubmissionException {
    List<String> objects = names.stream().filter(name -> !readable.containsKey(name)).toList();
    List<Readings.Reading> readings = Readings.ofAnybody(source, readable, mapped);
    if (objects.isEmpty()) {
      return readings;
    }
    String remark =
        String.join(", ", objects)
            + (objects.size() == 1
                ? " holds Python objects and is"
                : " hold Python objects and are")
            + " left out.";
    return readings.stream()
        .<Readings.Reading>map(each -> () -> each.read().remarking(remark))
        .toList();
  }

  private static List<Readings.Reading> byNames(String source, Map<String, NdArray> arrays) {
    try {
      return Readings.of(source, arrays);
    } catch (SubmissionException e) {
      return List.of();
    }
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
  private static String unproven(JudgedReading best) {
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
        JudgedReading each = JudgedReading.of(Judge.of(reading.read()), areByNames);
        // Of so many ways one may fit a little better by chance, but none as a whole.
        boolean isBest = i < MOST ? each.isBetterThan(best) : each.provesAgainst(best);
        best = isBest ? each : best;
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
      if (best != null && best.isCertain()) {
        return;
      }
    }
  }

  /** Of what names hardly say only what is right as a whole counts. */
  private void tryUnlikely(List<Readings.Reading> readings) {
    long most = best == null ? MOST_UNLIKELY : Math.min(MOST_UNLIKELY, WORK / best.work());
    for (Readings.Reading reading : readings.subList(0, (int) Math.min(most, readings.size()))) {
      try {
        JudgedReading each = JudgedReading.of(Judge.of(reading.read()), false);
        if (each.provesAgainst(best)) {
          best = each;
          return;
        }
      } catch (SubmissionException e) {
        refused = refused == null ? e : refused;
      }
    }
  }
}
