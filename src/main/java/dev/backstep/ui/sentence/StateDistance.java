package dev.backstep.ui.sentence;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.stream.Collectors;

/** How far the states of two traces are apart, and their gradients. */
final class StateDistance {
  private StateDistance() {}

  /** {@code h 0.02, c 0.03}: the largest differences. */
  static String forward(Trace yours, Trace right, int t) {
    return of(yours.net().states(), yours, right, t);
  }

  /** {@code dh 0.02, dc 0.03}: the largest differences. */
  static String backward(Trace yours, Trace right, int t) {
    return of(yours.net().states().stream().map(yours.net()::gradientOf).toList(), yours, right, t);
  }

  private static String of(List<Vector> vectors, Trace yours, Trace right, int t) {
    return vectors.stream()
        .map(vector -> vector + " " + Numbers.brief(largest(vector, yours, right, t)))
        .collect(Collectors.joining(", "));
  }

  private static double largest(Vector vector, Trace yours, Trace right, int t) {
    MatrixView off = Combined.difference(yours.values(vector), right.values(vector));
    double largest = 0;
    for (int i = 0; i < off.cols(); i++) {
      largest = Math.max(largest, Math.abs(off.get(t, i)));
    }
    return largest;
  }
}
