package dev.backstep.ui.chart;

import dev.backstep.math.Numbers;
import java.util.Locale;

/** The number format of a chart. */
final class ChartNumbers {
  private ChartNumbers() {}

  /** A whole number with a narrow space before every third digit: "20 000". */
  static String grouped(long number) {
    return Numbers.grouped(number).replace('-', '−');
  }

  /** A measured number with four significant digits. */
  static String measured(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    double magnitude = Math.abs(value);
    boolean plain = magnitude == 0 || (magnitude >= 1e-3 && magnitude < 1e5);
    return String.format(Locale.ROOT, plain ? "%." + decimals(magnitude) + "f" : "%.3e", value)
        .replace('-', '−');
  }

  /** A number on a grid of the given step, with as many decimals as the step has. */
  static String onGrid(double value, double step) {
    if (Math.abs(value) >= 1e9 || step < 1e-4) {
      return String.format(Locale.ROOT, "%.0e", value).replace('-', '−');
    }
    if (step >= 1) {
      return grouped(Math.round(value));
    }
    int decimals = (int) -Math.floor(StrictMath.log10(step) + 1e-9);
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }

  private static int decimals(double magnitude) {
    return magnitude == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(StrictMath.log10(magnitude)));
  }
}
