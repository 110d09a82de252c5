package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Recognises an h0 that is the last state of its own sequence: min-char-rnn hands out a new hprev,
 * and whoever saves it afterwards saves that one.
 */
final class SavedTooLate {
  private final Submission submission;

  SavedTooLate(Submission submission) {
    this.submission = submission;
  }

  /** A sentence that says so; empty if h0 is something else. */
  Optional<String> remark() {
    Example given = submission.given();
    boolean isLate = !given.beginsWithZeros() && (isLastOfRows() || isLastFromZero());
    return isLate
        ? Optional.of(
            "The state before the sequence is the one after it: save it before it is"
                + " overwritten (before = hprev.copy()).")
        : Optional.empty();
  }

  private boolean isLastOfRows() {
    List<Vector> states = submission.given().net().states();
    double[][] last = new double[states.size()][];
    for (SuppliedRows rows : submission.rows()) {
      if (states.contains(rows.quantity())) {
        last[states.indexOf(rows.quantity())] = rows.rows()[submission.length() - 1];
      }
    }
    return Arrays.stream(last).allMatch(Objects::nonNull) && isState(together(last));
  }

  private static double[] together(double[][] states) {
    return Arrays.stream(states).flatMapToDouble(Arrays::stream).toArray();
  }

  /** As it comes out of a first sequence, which begins with zeros. */
  private boolean isLastFromZero() {
    Example given = submission.given();
    Example fromZero = given.from(new double[given.states().length]);
    Computed computed = Computed.of(fromZero, BackwardRules.RIGHT);
    return isState(
        together(
            given.net().states().stream()
                .map(state -> computed.row(state, submission.length() - 1))
                .toArray(double[][]::new)));
  }

  private boolean isState(double[] state) {
    return submission.tolerance().agree(submission.given().states(), state);
  }
}
