package dev.backstep.ui.flow;

/** Powers of ten as they are written at the lines of a logarithmic axis. */
final class Exponents {
  private static final int LARGEST = 330;
  private static final String[] WRITTEN = new String[2 * LARGEST + 1];

  static {
    for (int i = 0; i < WRITTEN.length; i++) {
      int exponent = i - LARGEST;
      WRITTEN[i] = exponent < 0 ? "1e−" + -exponent : "1e" + exponent;
    }
  }

  private Exponents() {}

  /** {@code 1e−3}. */
  static String of(int exponent) {
    return WRITTEN[exponent + LARGEST];
  }
}
