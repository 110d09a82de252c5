package dev.backstep.training.session;

import dev.backstep.training.TrainingData;
import dev.backstep.training.history.RunSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the screen needs to know of a session at one moment. Immutable.
 *
 * @param data what is trained on; null before anything was opened
 * @param notice something to tell the user once, or null
 * @param charactersPerSecond over the last second of training, all runs together
 * @param replay where the session is going to; null if it is not
 */
public record Snapshot(
    TrainingState state,
    @Nullable TrainingData data,
    List<RunSnapshot> runs,
    @Nullable Notice notice,
    double charactersPerSecond,
    @Nullable Replay replay) {
  public Snapshot {
    runs = List.copyOf(runs);
  }

  /**
   * An update that is gone to.
   *
   * @param share of the work that is done, 0 to 1
   */
  public record Replay(int branch, long update, double share) {}
}
