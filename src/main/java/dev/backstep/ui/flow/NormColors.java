package dev.backstep.ui.flow;

import dev.backstep.ui.paint.ColorScale;
import javafx.scene.paint.Color;

/** The colours of norms by where they lie in their range, from dark violet to yellow. */
final class NormColors {
  private static final int COLORS = 256;
  private static final Color[] TABLE = new Color[COLORS];
  private static final Color NOT_FINITE = color(ColorScale.NOT_FINITE);

  static {
    for (int i = 0; i < COLORS; i++) {
      TABLE[i] = color(ColorScale.PROBABILITY.argb(i, COLORS - 1));
    }
  }

  private NormColors() {}

  private static Color color(int argb) {
    return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
  }

  /** The colour of a norm. */
  static Color of(FlowRange range, double norm) {
    return Double.isFinite(norm) ? ofShare(range.share(norm)) : NOT_FINITE;
  }

  /**
   * The colour at a place of the range.
   *
   * @param share 0 at its lower end, 1 at the upper
   */
  static Color ofShare(double share) {
    return TABLE[(int) Math.round(share * (COLORS - 1))];
  }
}
