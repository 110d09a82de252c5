package dev.backstep.ui.flow;

/** The names of losses beside the rows of the triangle. */
final class Numerals {
  private static final String[] LOSSES = new String[TriangleWork.LONGEST];

  static {
    for (int s = 0; s < LOSSES.length; s++) {
      LOSSES[s] = "s=" + s;
    }
  }

  private Numerals() {}

  /** {@code s=9}. */
  static String ofLoss(int s) {
    return s < LOSSES.length ? LOSSES[s] : "s=" + s;
  }
}
