package dev.backstep.experiment;

/**
 * Two runs that differ in nothing but what is compared.
 *
 * @param number from 0
 */
public record Pair(int number, RunOutcome a, RunOutcome b) {
  /** Whether one of them diverged, so that nothing of it can be compared. */
  public boolean hasDiverged() {
    return a.hasDiverged() || b.hasDiverged();
  }
}
