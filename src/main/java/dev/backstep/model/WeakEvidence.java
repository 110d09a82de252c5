package dev.backstep.model;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A reason why a gradient check could pass although the backward pass is wrong. */
public enum WeakEvidence {
  /** With h0 = 0 the share of dW2 at t = 0 is zero, whatever the code does with it. */
  ZERO_H0,
  /** With one timestep nothing flows back through W2. */
  ONE_TIMESTEP,
  /** Weights this small leave tanh and σ where they are straight and their derivatives equal. */
  TINY_WEIGHTS,
  /** With a symmetric W2 (zero and identity are), or with all of them so, so are transposes. */
  SYMMETRIC_W2,
  /** Units at which the functions of the cell are this flat pass next to no gradient back. */
  SATURATED;

  private static final double TINY = 0.05;
  private static final double SATURATION = 0.05;

  /**
   * What weakens a check, after the forward pass.
   *
   * @param weights by name
   * @param values of a vector in every timestep, (T, H)
   * @param h0 (1, H)
   */
  public static Set<WeakEvidence> in(
      Net net,
      Function<String, MatrixView> weights,
      Function<Vector, MatrixView> values,
      MatrixView h0) {
    List<MatrixView> recurrent =
        net.recurrentWeights().stream().map(weight -> weights.apply(weight.name())).toList();
    boolean isCurved = net.functions().stream().anyMatch(apply -> apply.function().isCurved());
    Set<WeakEvidence> found = EnumSet.noneOf(WeakEvidence.class);
    addIf(found, ZERO_H0, h0.maxAbs() == 0);
    addIf(found, ONE_TIMESTEP, values.apply(Cell.H).rows() == 1);
    addIf(found, TINY_WEIGHTS, isCurved && recurrent.stream().allMatch(w2 -> w2.maxAbs() < TINY));
    addIf(found, SYMMETRIC_W2, recurrent.stream().allMatch(WeakEvidence::isSymmetric));
    addIf(found, SATURATED, new Slopes(net, values).mean() < SATURATION);
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
}
