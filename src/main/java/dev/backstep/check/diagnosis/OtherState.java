package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Vanilla;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * With which other hidden state a run may have begun than the file says: with zeros, or with the
 * one from which the h of its first timestep follows,
 *
 * <pre>
 *   h0 = (atanh(h_0) − x_0·W1 − bh)·W2⁻¹
 * </pre>
 *
 * <p>Any h_0 follows from some state. Only dW2, to which h0 adds a share of its own, proves that it
 * was this one; without dW2 it is not asked for.
 */
final class OtherState {
  private final Submission submission;
  private final Computed right;

  OtherState(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
  }

  /** The runs that began with these states. */
  List<OtherRun> runs() {
    Batch given = submission.batch();
    List<OtherRun> runs = new ArrayList<>();
    if (!given.beginsWithZeros()) {
      runs.add(run(GradientChange.Kind.ZERO_STATE, new double[given.states().length]));
    }
    submission.rows().stream()
        .filter(rows -> rows.quantity().equals(Cell.H) && canGoBack() && hasGradientOfW2())
        .map(rows -> rows.rows()[0])
        .filter(first -> !submission.tolerance().agree(first, right.row(Cell.H, 0)))
        .flatMap(first -> before(first).stream())
        .forEach(state -> runs.add(run(GradientChange.Kind.OTHER_STATE, state)));
    return runs;
  }

  private OtherRun run(GradientChange.Kind kind, double[] state) {
    double norm = Math.sqrt(Arrays.stream(state).map(entry -> entry * entry).sum());
    String name = submission.naming().initial(Cell.H);
    return new OtherRun(submission.from(state), new GradientChange(kind, norm, name));
  }

  /** Whether the state before follows from h: with one matrix behind one function, tanh. */
  private boolean canGoBack() {
    return !submission.hasMany()
        && submission.given().net().equation(Cell.H).equals(Vanilla.NET.equation(Cell.H));
  }

  private boolean hasGradientOfW2() {
    return submission.totals().stream()
        .anyMatch(total -> total.isOfWeight() && total.weight().equals(Parameters.W2));
  }

  /** The state from which the first h follows; empty if W2 has no inverse or tanh is saturated. */
  private Optional<double[]> before(double[] first) {
    Parameters parameters = submission.given().weights();
    int hidden = first.length;
    int input = submission.given().inputs()[0];
    DMatrixRMaj sum = new DMatrixRMaj(hidden, 1);
    for (int j = 0; j < hidden; j++) {
      double atanh = 0.5 * (StrictMath.log1p(first[j]) - StrictMath.log1p(-first[j]));
      sum.data[j] =
          atanh
              - parameters.get(Parameters.W1).get(input, j)
              - parameters.get(Parameters.BH).data[j];
      if (!Double.isFinite(sum.data[j])) {
        return Optional.empty();
      }
    }
    DMatrixRMaj turned = CommonOps_DDRM.transpose(parameters.get(Parameters.W2), null);
    DMatrixRMaj state = new DMatrixRMaj(hidden, 1);
    boolean isSolved = CommonOps_DDRM.solve(turned, sum, state);
    return isSolved && Arrays.stream(state.data).allMatch(Double::isFinite)
        ? Optional.of(state.data)
        : Optional.empty();
  }
}
