package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Submission;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultLines;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would give the numbers of a submission.
 *
 * @param faults none, one, or two at once; where both write the same number, the first has the last
 *     word
 * @param change what else was done with the gradients
 * @param unexplained the supplied arrays that come out otherwise all the same
 */
public record Explanation(List<Fault> faults, GradientChange change, Set<String> unexplained) {
  /** What leaves the numbers of the cells as the faults have made them. */
  private static final Set<GradientChange.Kind> AFTER_THE_CELLS =
      EnumSet.of(
          GradientChange.Kind.NONE,
          GradientChange.Kind.NORM_CLIPPED,
          GradientChange.Kind.ENTRIES_CLIPPED,
          GradientChange.Kind.TRANSPOSED);

  public Explanation {
    faults = List.copyOf(faults);
    unexplained = Set.copyOf(unexplained);
  }

  Explanation(GradientChange change, Fault... faults) {
    this(List.of(faults), change, Set.of());
  }

  /** What goes wrong with the padding of a batch, or with its columns; or nothing. */
  public Optional<BatchFault> batchFault() {
    return change.kind() == GradientChange.Kind.BATCH
        ? BatchFault.of(change.what())
        : Optional.empty();
  }

  /** Whether everything that was supplied comes out. */
  public boolean isComplete() {
    return unexplained.isEmpty();
  }

  /**
   * The sequence as the program went through it; nothing where the faults do not give every number
   * of its cells. What was done with the gradients after that is not in it.
   */
  public Optional<Trace> trace(Submission submission) {
    if (faults.isEmpty() || !isComplete() || !AFTER_THE_CELLS.contains(change.kind())) {
      return Optional.empty();
    }
    Parameters found = Parameters.zeros(submission.shape());
    return Optional.of(
        submission.trace(
            new Backward(rules(), found, new FaultLines(faults, submission.given().net()))));
  }

  BackwardRules rules() {
    Fault first = faults.get(0);
    return faults.size() == 1 ? first.rules() : first.with(faults.get(1));
  }
}
