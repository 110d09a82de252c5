package dev.backstep.training.history;

/** Is told how far a replay has come, after each of its updates, and says whether it goes on. */
@FunctionalInterface
public interface ReplayWatch {
  /** A replay that nothing stops. */
  ReplayWatch NEVER_STOPPED = share -> true;

  /**
   * Whether the replay is to go on.
   *
   * @param share of the replay that is done, 0 to 1
   */
  boolean goesOn(double share);
}
