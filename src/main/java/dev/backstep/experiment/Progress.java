package dev.backstep.experiment;

import java.time.Duration;
import java.util.Optional;

/**
 * The progress of an experiment. Immutable.
 *
 * @param share of all updates that are done, 0 to 1
 * @param left how long the rest will take, from how long it took so far; empty before that can be
 *     said
 * @param result of the pairs that are done
 * @param failure why it ended, if the program made a mistake or the memory was too small
 */
public record Progress(
    State state, double share, Optional<Duration> left, Result result, Optional<String> failure) {
  /** The state of an experiment. */
  public enum State {
    RUNNING,
    DONE,
    /** Ended before all pairs were done, because that was asked for. */
    CANCELLED,
    /** Ended by an error of the program. */
    FAILED
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }
}
