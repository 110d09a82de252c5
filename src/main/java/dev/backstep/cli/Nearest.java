package dev.backstep.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped name may have been meant for. */
final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /**
   * The names that typing differs from by at most so many letters, the nearest first; large and
   * small letters are one.
   */
  static List<String> within(int distance, String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= distance)
        .sorted(Comparator.comparingInt(name -> distance(typed, name)))
        .limit(MOST)
        .toList();
  }

  /** The question to be put after a sentence; empty if there is nothing to ask for. */
  static String question(List<String> names) {
    return names.isEmpty() ? "" : " Did you mean: " + String.join(", ", names) + "?";
  }

  /** The number of letters to put in, leave out or change to make one of the other. */
  static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
