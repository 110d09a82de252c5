package dev.backstep.model;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import java.util.EnumSet;
import java.util.Set;

/** A reason why a gradient check could pass although the backward pass is wrong. */
public enum WeakEvidence {
  /** With h0 = 0 the share of dW2 at t = 0 is zero, whatever the code does with it. */
  ZERO_H0,
  /** With one timestep nothing flows back through W2. */
  ONE_TIMESTEP,
  /** Weights this small leave tanh in its straight part, where its derivative is 1. */
  TINY_WEIGHTS,
  /** With a symmetric W2 (zero and identity are), W2 and its transpose are the same. */
  SYMMETRIC_W2,
  /** Hidden units this close to ±1 pass next to no gradient back. */
  SATURATED;

  private static final double TINY = 0.05;
  private static final double SATURATION = 0.05;

  /**
   * What weakens a check, after the forward pass.
   *
   * @param w2 (H, H)
   * @param states (T+1, H), h0 first
   */
  public static Set<WeakEvidence> in(MatrixView w2, MatrixView states) {
    Set<WeakEvidence> found = EnumSet.noneOf(WeakEvidence.class);
    addIf(found, ZERO_H0, new RowView(states, 0).maxAbs() == 0);
    addIf(found, ONE_TIMESTEP, states.rows() == 2);
    addIf(found, TINY_WEIGHTS, w2.maxAbs() < TINY);
    addIf(found, SYMMETRIC_W2, isSymmetric(w2));
    addIf(found, SATURATED, meanDerivative(states) < SATURATION);
    return found;
  }

  private static void addIf(Set<WeakEvidence> found, WeakEvidence evidence, boolean holds) {
    if (holds) {
      found.add(evidence);
    }
  }

  private static boolean isSymmetric(MatrixView matrix) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < i; j++) {
        if (matrix.get(i, j) != matrix.get(j, i)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * {@code 1 − h²}, the mean over all units and timesteps: 1 where tanh is straight, 0 where it is
   * flat.
   *
   * @param states (T+1, H), h0 first, which does not count
   */
  public static double meanDerivative(MatrixView states) {
    double sum = 0;
    for (int row = 1; row < states.rows(); row++) {
      for (int j = 0; j < states.cols(); j++) {
        sum += 1 - states.get(row, j) * states.get(row, j);
      }
    }
    return sum / ((states.rows() - 1) * states.cols());
  }
}
