package dev.backstep.check.submission;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.GradientCheck;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Hidden states of which there are T + 1: that before the first character is among them, as the
 * first or, as min-char-rnn's {@code hs[-1]} may come, as the last.
 *
 * @param name what the file calls them
 * @param all T + 1 rows
 */
record SavedStates(String name, double[][] all) {
  /** A state that follows from another is off by no more than float16 makes it. */
  private static final double FOLLOWS = 1e-2;

  /** So many timesteps are asked at most; one is enough unless it reads what the next one does. */
  private static final int ASKED = 16;

  /** Empty if there are T, or none. */
  static Optional<SavedStates> of(FoundArrays found, Shaping shaping, Shape shape, int length)
      throws SubmissionException {
    TimeLayout layout = new TimeLayout(length + 1, shape.hidden());
    Optional<String> name = found.overTime(Cell.H.symbol(), layout);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    double[][] all = shaping.overTime(name.get(), length + 1, shape.hidden(), "");
    return Optional.of(new SavedStates(name.get(), all));
  }

  /**
   * Whether the state before the sequence is the first: each state follows from the one before it
   * and the character that was read. Where that tells nothing, the one that is nearer to h0 is it.
   */
  boolean isBeforeFirst(Given given) {
    int last = all.length - 1;
    for (int t = 0; t < Math.min(last, ASKED); t++) {
      boolean isFirst = follows(given, t, all[t], all[t + 1]);
      boolean isLast = follows(given, t, all[t == 0 ? last : t - 1], all[t]);
      if (isFirst != isLast) {
        return isFirst;
      }
    }
    return distance(all[0], given.h0()) <= distance(all[last], given.h0());
  }

  private static boolean follows(Given given, int t, double[] before, double[] after) {
    int[] input = {given.inputs()[t]};
    Given one = new Given(given.parameters(), input, input, before);
    double[] right = Computed.of(one, BackwardRules.RIGHT).row(Cell.H, 0);
    return GradientCheck.error(after, right) <= FOLLOWS;
  }

  private static double distance(double[] left, double[] right) {
    double sum = 0;
    for (int j = 0; j < left.length; j++) {
      sum += (left[j] - right[j]) * (left[j] - right[j]);
    }
    return sum;
  }

  /** The state before the sequence. */
  double[] before(boolean isFirst) {
    return all[isFirst ? 0 : all.length - 1];
  }

  /** Those after each character, t ascending. */
  double[][] after(boolean isFirst) {
    return isFirst ? Arrays.copyOfRange(all, 1, all.length) : Arrays.copyOf(all, all.length - 1);
  }

  /** How they were read. */
  String remark(boolean isFirst, boolean isSource) {
    String which = isFirst ? "first" : "last";
    return isSource
        ? String.format(
            Locale.ROOT,
            "h0 is not supplied and taken from %s, of whose %d rows it is the %s.",
            name,
            all.length,
            which)
        : String.format(
            Locale.ROOT,
            "%s has %d rows for T = %d; the %s is read as the state before the sequence.",
            name,
            all.length,
            all.length - 1,
            which);
  }
}
