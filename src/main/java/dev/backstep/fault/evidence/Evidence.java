package dev.backstep.fault.evidence;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Slopes;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * On what numbers a check rests: what a fault needs to be seen.
 *
 * @param length T
 * @param normOfH0 ‖h0‖, of all states together
 * @param scaleOfW2 the root of the mean square of the entries of W2, or of all that a cell has in
 *     its place: 0.4 for 0.4·randn
 * @param meanDerivative the mean of 1 − h², or of what other functions have in its place: 1 where
 *     they are steepest, 0 where they are flat
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
    List<MatrixView> recurrent =
        right.net().recurrentWeights().stream()
            .map(weight -> right.weights(weight.name()))
            .toList();
    return new Evidence(
        right.length(),
        right.initialStateNorm(),
        rootMeanSquare(recurrent),
        new Slopes(right.net(), right::values).mean(),
        WeakEvidence.in(right.net(), right::weights, right::values, right.initialState(Cell.H)));
  }

  private static double rootMeanSquare(List<MatrixView> matrices) {
    double sum = 0;
    int count = 0;
    for (MatrixView matrix : matrices) {
      for (int row = 0; row < matrix.rows(); row++) {
        for (int col = 0; col < matrix.cols(); col++) {
          sum += matrix.get(row, col) * matrix.get(row, col);
        }
      }
      count += matrix.rows() * matrix.cols();
    }
    return Math.sqrt(sum / count);
  }
}
