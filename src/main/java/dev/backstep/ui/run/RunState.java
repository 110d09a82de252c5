package dev.backstep.ui.run;

import dev.backstep.training.history.BranchSummary;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run in the window, beside the run itself.
 *
 * @param name what the session is called
 * @param file of the user's, where it was saved or opened; null if it was not
 * @param saved what had happened in it when it was saved there
 * @param seconds that it was trained; NaN where that was not seen
 * @param unsavedSeconds of these, those that are in no file of the user's
 */
public record RunState(
    String name,
    @Nullable Path file,
    List<BranchSummary.Content> saved,
    double seconds,
    double unsavedSeconds) {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  /** A run that begins. */
  public static RunState begun(String name) {
    return new RunState(name, null, List.of(), 0, 0);
  }

  /** A run that was trained for as long as it may have been. */
  public static RunState unknown(String name) {
    return new RunState(name, null, List.of(), Double.NaN, Double.POSITIVE_INFINITY);
  }

  /** A run that is in a file of the user's. */
  public static RunState in(
      Path file, List<BranchSummary.Content> saved, String name, double seconds) {
    return new RunState(name, file, saved, seconds, 0);
  }

  public RunState trainedOn(double more) {
    return new RunState(name, file, saved, seconds + more, unsavedSeconds + more);
  }

  /** Whether more than a minute of training is in no file of the user's. */
  public boolean isLong() {
    return unsavedSeconds > MINUTE;
  }

  /** For how long it was trained, in words; empty if that is not known or next to nothing. */
  public String trained(Texts texts) {
    if (Double.isNaN(seconds) || seconds < 1) {
      return "";
    }
    if (seconds < MINUTE) {
      return texts.of("run.seconds", String.valueOf((long) seconds));
    }
    return seconds < HOUR
        ? texts.of("run.minutes", String.valueOf((long) (seconds / MINUTE)))
        : texts.of(
            "run.hours",
            String.valueOf((long) (seconds / HOUR)),
            String.valueOf((long) (seconds % HOUR / MINUTE)));
  }
}
