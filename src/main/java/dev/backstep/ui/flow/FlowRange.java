package dev.backstep.ui.flow;

import dev.backstep.net.Vector;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import java.util.Optional;

/**
 * The decades that the norms of a triangle lie in, whole powers of ten.
 *
 * @param low the exponent at the lower end
 * @param high the exponent at the upper end, more than {@code low}
 */
record FlowRange(int low, int high) {
  private static final FlowRange USUAL = new FlowRange(-3, 1);

  /** That of all rows that are computed; norms of 0 and those that are not finite lie in none. */
  static FlowRange of(FlowTriangle triangle, Vector state) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int s = 0; s < triangle.length(); s++) {
      Optional<LossFlow> row = triangle.row(s);
      for (int t = 0; row.isPresent() && t <= s; t++) {
        double norm = row.get().norm(state, t);
        if (norm > 0 && norm < Double.POSITIVE_INFINITY) {
          least = Math.min(least, norm);
          most = Math.max(most, norm);
        }
      }
    }
    return most == 0 ? USUAL : of(least, most);
  }

  /** The decades from one positive number to another. */
  static FlowRange of(double least, double most) {
    int low = (int) Math.floor(StrictMath.log10(least));
    int high = (int) Math.ceil(StrictMath.log10(most));
    return new FlowRange(low, Math.max(low + 1, high));
  }

  /** The decades of both. */
  FlowRange with(FlowRange other) {
    return new FlowRange(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** How many decades there are between one line and the next, so that there are few lines. */
  int step(double most) {
    int wanted = (int) Math.ceil((high - low) / Math.max(1, most));
    int step = 1;
    while (step < wanted) {
      step = step % 10 == 2 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  /** The first exponent from {@link #low} on that is a multiple of a step. */
  int first(int step) {
    return (int) Math.ceil((double) low / step) * step;
  }

  /**
   * Where a norm lies, 0 at the lower end and 1 at the upper; 0 is at the lower end and infinity at
   * the upper. NaN of NaN.
   */
  double share(double norm) {
    if (Double.isNaN(norm)) {
      return Double.NaN;
    }
    double share = (StrictMath.log10(norm) - low) / (high - low);
    return Math.max(0, Math.min(1, share));
  }
}
