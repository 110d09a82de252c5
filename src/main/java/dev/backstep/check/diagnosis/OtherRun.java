package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Submission;
import dev.backstep.fault.Fault;

/** A submission as if its run had begun with another hidden state. */
final class OtherRun {
  private final Submission submission;
  private final GradientChange change;
  private final Fit fit;

  /**
   * @param submission from the other state
   * @param change what is said of it
   */
  OtherRun(Submission submission, GradientChange change) {
    this.submission = submission;
    this.change = change;
    fit = new Fit(submission, submission.right());
  }

  Submission submission() {
    return submission;
  }

  /** Whether a fault, or none, then gives everything that was supplied. */
  boolean fits(Fault fault) {
    return fit.fits(fault.rules());
  }

  Explanation with(Fault fault) {
    return fault.isNone() ? new Explanation(change) : new Explanation(change, fault);
  }
}
