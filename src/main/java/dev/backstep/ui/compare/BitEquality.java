package dev.backstep.ui.compare;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.Trace;
import dev.backstep.ui.run.RunViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The equality of two runs, bit for bit: of every loss since they began, and of every vector of the
 * sequence that is shown. Rounded numbers cannot tell.
 */
public final class BitEquality {
  private int losses;
  private int equalLosses;
  private @Nullable Trace left;
  private @Nullable Trace right;
  private boolean tracesAreEqual;

  /** Forgets the pair before, when another one begins. */
  void clear() {
    losses = 0;
    equalLosses = 0;
  }

  /** Compares what is new of two runs. */
  void follow(RunViewModel a, RunViewModel b) {
    losses = Math.max(a.losses().size(), b.losses().size());
    int both = Math.min(a.losses().size(), b.losses().size());
    equalLosses = Math.min(equalLosses, both);
    while (equalLosses < both && same(a.losses().get(equalLosses), b.losses().get(equalLosses))) {
      equalLosses++;
    }
    Trace newLeft = a.traceProperty().get();
    Trace newRight = b.traceProperty().get();
    if (newLeft != left || newRight != right) {
      left = newLeft;
      right = newRight;
      tracesAreEqual = left != null && right != null && areSame(left, right);
    }
  }

  /** Whether something was trained, and nothing that was made of it differs in a single bit. */
  public boolean holds() {
    return losses > 0 && equalLosses == losses && tracesAreEqual;
  }

  /** The number of losses that are equal, up to the first that is not. */
  public int equalLosses() {
    return equalLosses;
  }

  /** Whether every vector of the net is the same at every timestep, bit for bit. */
  static boolean areSame(Trace a, Trace b) {
    return a.length() == b.length()
        && a.shape().equals(b.shape())
        && a.net().vectors().stream().allMatch(vector -> same(a.values(vector), b.values(vector)));
  }

  private static boolean same(MatrixView a, MatrixView b) {
    for (int row = 0; row < a.rows(); row++) {
      for (int col = 0; col < a.cols(); col++) {
        if (!same(a.get(row, col), b.get(row, col))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }
}
