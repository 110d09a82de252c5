package dev.backstep.model;

import java.util.EnumSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

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

  /** What weakens a check on these weights and this sequence, after its forward pass. */
  static Set<WeakEvidence> in(Parameters parameters, SequenceBuffers buffers) {
    Set<WeakEvidence> found = EnumSet.noneOf(WeakEvidence.class);
    DMatrixRMaj w2 = parameters.get(Parameters.W2);
    addIf(found, ZERO_H0, maxAbs(buffers.hPrev(0)) == 0);
    addIf(found, ONE_TIMESTEP, buffers.length() == 1);
    addIf(found, TINY_WEIGHTS, maxAbs(w2.data) < TINY);
    addIf(found, SYMMETRIC_W2, isSymmetric(w2));
    addIf(found, SATURATED, meanDerivative(buffers) < SATURATION);
    return found;
  }

  private static void addIf(Set<WeakEvidence> found, WeakEvidence evidence, boolean holds) {
    if (holds) {
      found.add(evidence);
    }
  }

  private static double maxAbs(double[] values) {
    double max = 0;
    for (double value : values) {
      max = Math.max(max, Math.abs(value));
    }
    return max;
  }

  private static boolean isSymmetric(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < i; j++) {
        if (matrix.get(i, j) != matrix.get(j, i)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double meanDerivative(SequenceBuffers buffers) {
    double sum = 0;
    int count = 0;
    for (int t = 0; t < buffers.length(); t++) {
      for (double h : buffers.h(t)) {
        sum += 1 - h * h;
        count++;
      }
    }
    return sum / count;
  }
}
