package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.Locale;

/** Reads the characters of a sequence, which are ids or one-hot. */
final class CharacterIds {
  private final FoundArrays found;
  private final Shaping shaping;
  private final int vocabulary;

  CharacterIds(FoundArrays found, Shaping shaping, int vocabulary) {
    this.found = found;
    this.shaping = shaping;
    this.vocabulary = vocabulary;
  }

  /**
   * The ids: as they are, (T,), or one-hot in any order of the axes that {@link TimeLayout} knows.
   */
  int[] read(String name) throws SubmissionException {
    NdArray array = shaping.finite(name);
    if (array.values().length == 0) {
      throw found.refused(name + " is empty; a sequence has at least one character");
    }
    return isOneHot(array) ? oneHot(name, array) : plain(name, array);
  }

  /** Whether it has an axis of V more than a list of ids has; a single 1 among zeros decides. */
  private boolean isOneHot(NdArray array) {
    int length = array.values().length / vocabulary;
    boolean fits = array.dimensions() >= 2 && new TimeLayout(length, vocabulary).fits(array);
    boolean couldBeIds = length == 1 || vocabulary == 1;
    return fits && (!couldBeIds || Arrays.stream(array.values()).sum() == length);
  }

  private int[] oneHot(String name, NdArray array) throws SubmissionException {
    TimeLayout layout = new TimeLayout(array.values().length / vocabulary, vocabulary);
    boolean isTimeLast = shaping.isTimeLast();
    if (layout.isAmbiguous(array)) {
      boolean isOther = isOneHot(layout.rows(array, !isTimeLast));
      if (isOneHot(layout.rows(array, isTimeLast)) && isOther) {
        shaping.remark(
            String.format(
                Locale.ROOT,
                "%s is %s and read as %s.",
                name,
                NdArray.text(array.shape()),
                shaping.square()));
      } else {
        isTimeLast ^= isOther;
      }
    }
    double[][] rows = layout.rows(array, isTimeLast);
    boolean isAcross = layout.isSquare(array) && !isOneHot(rows) && isOneHot(layout.columns(array));
    return ids(name, isAcross ? layout.columns(array) : rows);
  }

  private static boolean isOneHot(double[][] rows) {
    return Arrays.stream(rows).allMatch(row -> one(row) >= 0);
  }

  private int[] ids(String name, double[][] rows) throws SubmissionException {
    int[] ids = new int[rows.length];
    for (int t = 0; t < ids.length; t++) {
      ids[t] = one(rows[t]);
      if (ids[t] < 0) {
        throw found.refused(
            String.format(
                Locale.ROOT,
                "%s is not one-hot at t = %d; it must have a single 1 and else zeros there, or be"
                    + " ids",
                name,
                t));
      }
    }
    return ids;
  }

  /** The place of the single 1; −1 if there is anything else. */
  private static int one(double[] row) {
    int id = -1;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0 && (row[i] != 1 || id >= 0)) {
        return -1;
      }
      id = row[i] == 1 ? i : id;
    }
    return id;
  }

  private int[] plain(String name, NdArray array) throws SubmissionException {
    if (Arrays.stream(array.shape()).filter(size -> size != 1).count() > 1) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be ids (T,), or one-hot (T, %d), (1, T, %d) or (1, %d, T)",
              name,
              NdArray.text(array.shape()),
              vocabulary,
              vocabulary,
              vocabulary));
    }
    int[] ids = new int[array.values().length];
    for (int t = 0; t < ids.length; t++) {
      double id = array.values()[t];
      if (id != Math.rint(id) || id < 0 || id >= vocabulary) {
        throw found.refused(
            String.format(
                Locale.ROOT,
                "%s[%d] is %s; with V = %d ids are whole numbers from 0 to %d",
                name,
                t,
                whole(id),
                vocabulary,
                vocabulary - 1));
      }
      ids[t] = (int) id;
    }
    return ids;
  }

  private static String whole(double id) {
    return id == Math.rint(id) ? String.valueOf((long) id) : String.valueOf(id);
  }
}
