package dev.backstep.ui.paint;

/** The lightness of a colour to the eye: relative luminance of WCAG 2.1. */
public final class Luminance {
  /** Here black and white text can be read equally well, at a contrast of 4.58. */
  private static final double MIDDLE = 0.1791;

  private Luminance() {}

  /** Whether black text is easier to read on a colour than white text. */
  public static boolean isLight(int argb) {
    return of(argb) > MIDDLE;
  }

  /** 0 for black, 1 for white. */
  static double of(int argb) {
    return 0.2126 * linear((argb >> 16) & 0xff)
        + 0.7152 * linear((argb >> 8) & 0xff)
        + 0.0722 * linear(argb & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }
}
