package dev.backstep.check.verdict;

import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Tolerance;

/**
 * What a check of one vector or matrix came to.
 *
 * @param error {@code ‖yours−right‖ / (‖yours‖+‖right‖)}; 0 where the difference counts as none or
 *     nothing was supplied
 */
public record Judgement(Outcome outcome, double error) {
  static final Judgement NOT_SUPPLIED = new Judgement(Outcome.NOT_SUPPLIED, 0);

  /**
   * @param reach how far rounding alone takes a right program
   */
  static Judgement of(Tolerance tolerance, Rounding.Reach reach, double[] yours, double[] right) {
    double error = tolerance.error(yours, right);
    if (tolerance.isSmall(error)) {
      return new Judgement(Outcome.AGREES, error);
    }
    boolean isWithinReach = reach.covers(yours, right);
    return new Judgement(isWithinReach ? Outcome.CANNOT_BE_JUDGED : Outcome.DIFFERS, error);
  }

  public boolean agrees() {
    return outcome == Outcome.AGREES;
  }

  public boolean differs() {
    return outcome == Outcome.DIFFERS;
  }

  /** Whether it is off by no more than rounding may come to. */
  public boolean isOpen() {
    return outcome == Outcome.CANNOT_BE_JUDGED;
  }

  public boolean isSupplied() {
    return outcome != Outcome.NOT_SUPPLIED;
  }
}
