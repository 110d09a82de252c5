package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.fault.Fault;

/** A submission as if its run had begun with another hidden state. */
final class OtherRun {
  private final Submission submission;
  private final GradientChange twist;
  private final Fit fit;

  /**
   * @param submission from the other state
   * @param twist what is said of it
   */
  OtherRun(Submission submission, GradientChange twist) {
    this.submission = submission;
    this.twist = twist;
    fit = new Fit(submission, submission.right());
  }

  Submission submission() {
    return submission;
  }

  /** Whether a fault, or none, then gives everything that was supplied. */
  boolean fits(Fault fault) {
    return fit.misses(Computed.of(submission.batch(), fault.rules())).isEmpty();
  }

  Explanation with(Fault fault) {
    return fault.isNone() ? new Explanation(twist) : new Explanation(twist, fault);
  }
}
