package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Given;
import dev.backstep.check.submission.Submission;
import dev.backstep.model.BackwardRules;
import dev.backstep.net.Cell;
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
    Given given = submission.given();
    boolean isLate = !given.hasZeroState() && (isLastOfRows() || isLastFromZero());
    return isLate
        ? Optional.of(
            "The state before the sequence is the one after it: save it before it is"
                + " overwritten (before = hprev.copy()).")
        : Optional.empty();
  }

  private boolean isLastOfRows() {
    return submission.rows().stream()
        .filter(rows -> rows.quantity().equals(Cell.H))
        .anyMatch(rows -> isState(rows.rows()[submission.length() - 1]));
  }

  /** As it comes out of a first sequence, which begins with zeros. */
  private boolean isLastFromZero() {
    Given given = submission.given();
    Given fromZero = given.from(new double[given.h0().length]);
    Computed computed = Computed.of(fromZero, BackwardRules.RIGHT);
    return isState(computed.row(Cell.H, submission.length() - 1));
  }

  private boolean isState(double[] state) {
    return submission.tolerance().agree(submission.given().h0(), state);
  }
}
