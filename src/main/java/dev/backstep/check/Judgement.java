package dev.backstep.check;

/**
 * What a check of one vector or matrix came to.
 *
 * @param error {@code ‖yours−right‖ / (‖yours‖+‖right‖)}; 0 where the difference counts as none or
 *     nothing was supplied
 */
public record Judgement(Outcome outcome, double error) {
  static final Judgement NOT_SUPPLIED = new Judgement(Outcome.NOT_SUPPLIED, 0);

  static Judgement of(Tolerance tolerance, double[] yours, double[] right) {
    double error = tolerance.error(yours, right);
    return new Judgement(tolerance.isSmall(error) ? Outcome.AGREES : Outcome.DIFFERS, error);
  }

  public boolean agrees() {
    return outcome == Outcome.AGREES;
  }

  public boolean differs() {
    return outcome == Outcome.DIFFERS;
  }
}
