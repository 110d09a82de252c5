package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Vector;
import java.util.function.DoublePredicate;

/**
 * The openness of a gate in one cell.
 *
 * @param mean of all units, 0 … 1
 * @param open the share of the units that are above .9
 * @param shut the share of the units that are below .1
 */
public record GateOpenness(double mean, double open, double shut) {
  private static final double OPEN = 0.9;
  private static final double SHUT = 0.1;

  /** Of a gate of cell t. */
  public static GateOpenness of(Trace trace, Vector gate, int t) {
    MatrixView values = trace.values(gate);
    double sum = 0;
    for (int unit = 0; unit < values.cols(); unit++) {
      sum += values.get(t, unit);
    }
    return new GateOpenness(
        sum / values.cols(),
        share(values, t, value -> value > OPEN),
        share(values, t, value -> value < SHUT));
  }

  private static double share(MatrixView values, int t, DoublePredicate counts) {
    int count = 0;
    for (int unit = 0; unit < values.cols(); unit++) {
      count += counts.test(values.get(t, unit)) ? 1 : 0;
    }
    return (double) count / values.cols();
  }
}
