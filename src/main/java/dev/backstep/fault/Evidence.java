package dev.backstep.fault;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * On what numbers a check rests: what a fault needs to be seen.
 *
 * @param length T
 * @param normOfH0 ‖h0‖
 * @param scaleOfW2 the root of the mean square of the entries of W2: 0.4 for 0.4·randn
 * @param meanDerivative the mean of 1 − h²: 1 where tanh is straight, 0 where it is saturated
 * @param weaknesses why a check on these numbers could pass although the code is wrong
 */
public record Evidence(
    int length,
    double normOfH0,
    double scaleOfW2,
    double meanDerivative,
    Set<WeakEvidence> weaknesses) {

  public Evidence {
    Set<WeakEvidence> copied = EnumSet.noneOf(WeakEvidence.class);
    copied.addAll(weaknesses);
    weaknesses = Collections.unmodifiableSet(copied);
  }

  /** The evidence that a trace by the right rules is. */
  public static Evidence of(Trace right) {
    MatrixView w2 = right.weights(Parameters.W2);
    MatrixView states = right.previous(Cell.H);
    return new Evidence(
        right.length(),
        right.initialStateNorm(),
        rootMeanSquare(w2),
        WeakEvidence.meanDerivative(states),
        WeakEvidence.in(w2, states));
  }

  private static double rootMeanSquare(MatrixView matrix) {
    double sum = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      for (int col = 0; col < matrix.cols(); col++) {
        sum += matrix.get(row, col) * matrix.get(row, col);
      }
    }
    return Math.sqrt(sum / (matrix.rows() * matrix.cols()));
  }
}
