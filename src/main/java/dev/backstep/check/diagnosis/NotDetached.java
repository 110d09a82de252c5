package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Vanilla;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises a gradient that goes on through the state before the sequence into timesteps before
 * it. Their inputs are not known, but what they add is: nothing behind the output, to W1 as much in
 * all as to bh, and, of a cell with tanh, what comes to the last of them,
 *
 * <pre>
 *   da = (1 − h0²) ⊙ dh0
 * </pre>
 *
 * which is one of the vectors that the rows of what is too much in dW1 and dW2 are made of.
 */
final class NotDetached {
  /** Of float32 no more is asked than that. */
  private static final double LOOSEST = 1e-2;

  private final Submission submission;
  private final Fit fit;
  private final Computed right;

  NotDetached(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
    right = submission.right();
  }

  /** Empty if something else is in the totals, or nothing was before the sequence. */
  Optional<GradientChange> found() {
    List<SuppliedTotal> ofCell =
        submission.totals().stream()
            .filter(SuppliedTotal::isOfWeight)
            .filter(total -> !LeftOut.isOfOutput(submission, total))
            .toList();
    boolean isInThoseOfCell =
        !ofCell.isEmpty()
            && ofCell.stream().noneMatch(this::isRight)
            && submission.totals().stream()
                .filter(total -> !ofCell.contains(total))
                .allMatch(this::isRight);
    return isInThoseOfCell
            && !submission.hasMany()
            && !submission.batch().beginsWithZeros()
            && fit.rowsFit(right, 1)
            && new OwnTimesteps(submission, right).holdMore()
            && isMadeOfTimestepsBefore()
        ? Optional.of(
            new GradientChange(
                GradientChange.Kind.NOT_DETACHED,
                1,
                submission.naming().initial(submission.batch().net().states().get(0))))
        : Optional.empty();
  }

  private boolean isRight(SuppliedTotal total) {
    return submission.agree(total, right.total(total.gradient()));
  }

  /** The rest adds up as gradients do, and has in it what comes to the last timestep before. */
  private boolean isMadeOfTimestepsBefore() {
    Map<String, double[]> rest = new Remainder(submission, right).rest();
    double size = rest.values().stream().mapToDouble(Remainder::norm).max().orElse(0);
    double least = Math.min(1e3 * submission.tolerance().relative(), LOOSEST) * size;
    if (!new LeftoverGradients(submission, fit).sumsFit(rest, least)) {
      return false;
    }
    boolean isTanh = submission.given().net().cell().equals(Vanilla.NET.cell());
    boolean isShown = rest.containsKey(Parameters.W1) && rest.containsKey(Parameters.W2);
    double[] rows =
        Stream.of(Parameters.W1, Parameters.W2)
            .flatMap(name -> Stream.ofNullable(rest.get(name)))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return !isTanh || !isShown || isMadeOf(lastBefore(), rows, least);
  }

  /** What comes to the pre-activation of the timestep before the first. */
  private double[] lastBefore() {
    double[] state = submission.given().states();
    double[] gradient = right.total(SuppliedTotal.ofState(Cell.H));
    double[] last = new double[state.length];
    for (int j = 0; j < last.length; j++) {
      last[j] = (1 - state[j] * state[j]) * gradient[j];
    }
    return last;
  }

  /** Whether a vector is a sum of multiples of the rows of a matrix, by orthogonal directions. */
  private static boolean isMadeOf(double[] vector, double[] matrix, double least) {
    int width = vector.length;
    List<double[]> directions = new ArrayList<>();
    for (int from = 0; from < matrix.length; from += width) {
      double[] row =
          OwnTimesteps.without(Arrays.copyOfRange(matrix, from, from + width), directions);
      double norm = Remainder.norm(row);
      if (norm > least) {
        directions.add(Reduction.times(row, 1 / norm));
      }
    }
    return Remainder.norm(OwnTimesteps.without(vector, directions))
        <= LOOSEST * Remainder.norm(vector);
  }
}
