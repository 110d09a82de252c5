package dev.backstep.words;

import dev.backstep.experiment.Estimate;
import dev.backstep.math.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers that stand beside one another, all with the same decimals.
 *
 * @param places how far the decimal point is moved to the right first: 2 for percent
 */
record SignedNumbers(int decimals, int places) {
  private static final int USUAL = 3;
  private static final int MOST_MORE = 3;

  /**
   * Three decimals, or one of a percentage; up to three more where it takes them to see how wide an
   * interval is and on which side of zero it ends. What would be written as zero even then, and is
   * not, has an exponent.
   */
  static SignedNumbers of(Estimate estimate, int places) {
    int decimals = USUAL - places;
    while (decimals < mostDecimals(places)
        && new SignedNumbers(decimals, places).hidesAnyOf(estimate)) {
      decimals++;
    }
    return new SignedNumbers(decimals, places);
  }

  private static int mostDecimals(int places) {
    return USUAL - places + MOST_MORE;
  }

  private boolean hidesAnyOf(Estimate estimate) {
    return hides(estimate.halfWidth()) || hides(estimate.low()) || hides(estimate.high());
  }

  /** Whether it would be written as zero and is not. */
  private boolean hides(double value) {
    return Double.isFinite(value) && value != 0 && rounded(value).signum() == 0;
  }

  /** {@code 0.100}, {@code −0.012}, {@code 2.50e−8}. */
  String plain(double value) {
    if (decimals == mostDecimals(places) && hides(value)) {
      return Numbers.three(BigDecimal.valueOf(value).movePointRight(places).doubleValue());
    }
    return rounded(value).toPlainString().replace('-', '−');
  }

  /** With its sign, whichever it has: {@code +0.012}. */
  String signed(double value) {
    return (value > 0 ? "+" : "") + plain(value);
  }

  private BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value)
        .movePointRight(places)
        .setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
