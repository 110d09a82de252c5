package dev.backstep.ui.viewmodel;

import dev.backstep.experiment.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers that stand beside one another, all with the same decimals.
 *
 * @param places how far the decimal point is moved to the right first: 2 for percent
 */
record SignedNumbers(int decimals, int places) {
  private static final int USUAL = 3;
  private static final int MOST = 9;

  /** As many decimals as it takes to see how wide an interval is, three at least. */
  static SignedNumbers of(Estimate estimate, int places) {
    int usual = USUAL - places;
    int decimals = usual;
    double width = estimate.halfWidth() * (places == 0 ? 1 : 100);
    while (decimals < MOST && width > 0 && width * StrictMath.pow(10, decimals) < 0.5) {
      decimals++;
    }
    return new SignedNumbers(decimals, places);
  }

  /** {@code 0.100}, {@code −0.012}. */
  String plain(double value) {
    return BigDecimal.valueOf(value)
        .movePointRight(places)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString()
        .replace('-', '−');
  }

  /** With its sign, whichever it has: {@code +0.012}. */
  String signed(double value) {
    return (value > 0 ? "+" : "") + plain(value);
  }
}
