package dev.backstep.ui.chart;

import java.util.ArrayList;
import java.util.List;

/** One labelled place of an axis. */
record ChartTick(double value, String label) {

  /** Multiples of 1, 2 or 5 times a power of ten within [low, high], at most about {@code most}. */
  static List<ChartTick> linear(double low, double high, int most) {
    return atLeastTwo(low, high, niceStep((high - low) / Math.max(1, most)), 0);
  }

  /** As {@link #linear}, for counted things: no halves between two updates. */
  static List<ChartTick> whole(double low, double high, int most) {
    return atLeastTwo(low, high, Math.max(1, niceStep((high - low) / Math.max(1, most))), 1);
  }

  /** A step of nearly the whole range may have one multiple in it, from which nothing is read. */
  private static List<ChartTick> atLeastTwo(double low, double high, double step, double least) {
    List<ChartTick> ticks = multiples(low, high, step);
    double finer = niceStep(step / 2.5);
    return ticks.size() >= 2 || finer < least || !(high > low)
        ? ticks
        : atLeastTwo(low, high, finer, least);
  }

  /**
   * 1, 2 and 5 times powers of ten, or powers of ten only where these are too many. A range of less
   * than a decade, where hardly one of them falls, gets the linear ticks.
   */
  static List<ChartTick> logarithmic(double low, double high, int most) {
    List<ChartTick> fine = decades(low, high, 1, 1, 2, 5);
    if (fine.size() > most) {
      int decades = (int) Math.ceil(StrictMath.log10(high / low));
      return decades(low, high, Math.max(1, (int) Math.ceil(decades / (double) most)), 1);
    }
    return fine.size() < 3 ? linear(low, high, most) : fine;
  }

  /** The smallest of 1, 2, 5, 10 times a power of ten that is not below the given step. */
  static double niceStep(double step) {
    double power = powerOfTen(step);
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= step * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static List<ChartTick> multiples(double low, double high, double step) {
    List<ChartTick> ticks = new ArrayList<>();
    double slack = 1e-9 * (high - low) / step;
    long last = (long) Math.floor(high / step + slack);
    for (long i = (long) Math.ceil(low / step - slack); i <= last; i++) {
      ticks.add(new ChartTick(i * step, ChartNumbers.onGrid(i * step, step)));
    }
    return ticks;
  }

  private static List<ChartTick> decades(double low, double high, int every, int... factors) {
    List<ChartTick> ticks = new ArrayList<>();
    int first = (int) Math.floor(StrictMath.log10(low));
    for (int exponent = first; exponent <= StrictMath.log10(high); exponent += every) {
      double power = StrictMath.pow(10, exponent);
      for (int factor : factors) {
        double value = factor * power;
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          ticks.add(new ChartTick(value, ChartNumbers.onGrid(value, power)));
        }
      }
    }
    return ticks;
  }

  private static double powerOfTen(double value) {
    return StrictMath.pow(10, Math.floor(StrictMath.log10(value)));
  }
}
