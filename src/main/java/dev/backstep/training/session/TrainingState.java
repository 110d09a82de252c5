package dev.backstep.training.session;

/** The state of a session, with what can be asked of it then. */
public enum TrainingState {
  /** Nothing was trained yet. */
  READY,
  RUNNING,
  PAUSED,
  /** Going to another update, by making those before it again. */
  REPLAYING,
  /** A number was not finite; the weights are those from before it. */
  DIVERGED,
  /** The program made a mistake; its message is in the snapshot. */
  FAILED;

  public boolean canStart() {
    return this == READY || this == PAUSED;
  }

  public boolean canPause() {
    return this == RUNNING;
  }

  public boolean canUpdate() {
    return canStart();
  }

  public boolean canGoTo() {
    return this != FAILED;
  }

  public boolean canReset() {
    return this != READY;
  }
}
