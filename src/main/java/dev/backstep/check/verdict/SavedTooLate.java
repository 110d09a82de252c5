package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

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
    Batch given = submission.batch();
    boolean isLate = !given.beginsWithZeros() && (isLastOfRows() || isLastFromZero());
    return isLate
        ? Optional.of(
            "The state before the sequence is the one after it: save it before it is"
                + " overwritten (before = hprev.copy()).")
        : Optional.empty();
  }

  private boolean isLastOfRows() {
    List<Vector> states = submission.batch().net().states();
    Map<Vector, SuppliedRows> supplied = new HashMap<>();
    submission.rows().stream()
        .filter(rows -> states.contains(rows.quantity()))
        .forEach(rows -> supplied.put(rows.quantity(), rows));
    return supplied.size() == states.size()
        && isState(last((state, t) -> Objects.requireNonNull(supplied.get(state)).rows()[t]));
  }

  /** The states after the last timestep of each sequence, one after another. */
  private double[] last(BiFunction<Vector, Integer, double[]> row) {
    Batch batch = submission.batch();
    return IntStream.range(0, batch.size())
        .map(sequence -> batch.start(sequence) + batch.sequences().get(sequence).length() - 1)
        .boxed()
        .flatMap(t -> batch.net().states().stream().map(state -> row.apply(state, t)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** As it comes out of a first sequence, which begins with zeros. */
  private boolean isLastFromZero() {
    Batch given = submission.batch();
    Computed computed =
        Computed.of(given.from(new double[given.states().length]), BackwardRules.RIGHT);
    return isState(last(computed::row));
  }

  private boolean isState(double[] state) {
    return submission.tolerance().agree(submission.batch().states(), state);
  }
}
