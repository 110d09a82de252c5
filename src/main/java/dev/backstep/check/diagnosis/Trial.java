package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.fault.Fault;
import java.util.Set;

/**
 * One fault, tried on the numbers of a submission.
 *
 * @param misses the supplied arrays that it does not reproduce
 * @param spoilt the supplied arrays that it makes other than right
 * @param error the largest error of what it gives, where it reproduces everything
 */
record Trial(Fault fault, Set<String> misses, Set<String> spoilt, double error) {
  /** What comes of the fault, beside what was supplied and beside what is right. */
  static Trial of(Fault fault, Fit fit, Fit toRight) {
    Computed with = fit.by(fault.rules());
    Set<String> misses = fit.misses(with);
    double error = misses.isEmpty() ? fit.error(with) : Double.POSITIVE_INFINITY;
    return new Trial(fault, misses, toRight.misses(with), error);
  }

  /** Whether it reproduces everything that was supplied. */
  boolean fits() {
    return misses.isEmpty();
  }

  /**
   * Two faults can only give the numbers together if each spoils whatever the other leaves
   * unexplained.
   */
  boolean mayFitWith(Trial other) {
    return other.spoilt.containsAll(misses) && spoilt.containsAll(other.misses);
  }

  /** Whether it spoils something, and nothing that is right. */
  boolean isSuspect(Set<String> wrong) {
    return !spoilt.isEmpty() && wrong.containsAll(spoilt);
  }
}
