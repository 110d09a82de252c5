package dev.backstep.training;

import java.util.List;

/**
 * Everything the screen needs to know of a session at one moment. Immutable.
 *
 * @param data what is trained on; null before anything was opened
 * @param notice something to tell the user once, or null
 * @param charactersPerSecond over the last second of training, all runs together
 */
public record Snapshot(
    TrainingState state,
    TrainingData data,
    List<RunSnapshot> runs,
    Notice notice,
    double charactersPerSecond) {
  public Snapshot {
    runs = List.copyOf(runs);
  }
}
