package dev.backstep.ui.chart;

import dev.backstep.math.SeededRandom;
import dev.backstep.math.Series;
import dev.backstep.math.Smoothing;

/** Losses that look like those of a training run. */
public final class ChartSamples {
  private ChartSamples() {}

  public static double[] losses(int count, long seed) {
    SeededRandom random = new SeededRandom(seed);
    double[] losses = new double[count];
    for (int i = 0; i < count; i++) {
      double trend = 1.75 + 1.55 / (1 + 6.0 * i / count + 30.0 * i * i / count / count);
      losses[i] = Math.max(0.4, trend + 0.28 * random.nextGaussian());
    }
    return losses;
  }

  /** Random numbers, and among them now and then NaN and infinities. */
  static double[] withBadOnes(int count, SeededRandom random) {
    double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 0.0};
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      boolean isBad = random.nextInt(1 + count / 8) == 0;
      numbers[i] = isBad ? bad[random.nextInt(bad.length)] : random.nextGaussian();
    }
    return numbers;
  }

  public static ChartLine line(
      String name, ChartLine.Role role, double[] losses, int heldOutEvery) {
    Series raw = new Series();
    raw.addAll(losses);
    Smoothing smoothing = new Smoothing(Math.max(0.9, 1 - 100.0 / losses.length));
    smoothing.addAll(losses);
    Series at = new Series();
    Series heldOut = new Series();
    for (int i = heldOutEvery; heldOutEvery > 0 && i < losses.length; i += heldOutEvery) {
      at.add(i);
      heldOut.add(smoothing.series().get(i) + 0.12 * i / losses.length);
    }
    return new ChartLine(name, role, raw, smoothing.series(), at, heldOut);
  }
}
