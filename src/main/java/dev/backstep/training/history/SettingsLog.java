package dev.backstep.training.history;

import dev.backstep.training.Trainer;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of settings in one stretch of a run, in their order, to be made again in a replay.
 */
final class SettingsLog {
  private final List<SettingsChange> changes;

  SettingsLog() {
    this(List.of());
  }

  /** One that already has changes, in their order. */
  SettingsLog(List<SettingsChange> before) {
    changes = new ArrayList<>(before);
  }

  /** Notes a change that is not earlier than the others. */
  void add(SettingsChange change) {
    SettingsChange last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
    if (last != null && isOneWith(last, change)) {
      changes.set(
          changes.size() - 1, new SettingsChange(change.update(), last.before(), change.after()));
    } else {
      changes.add(change);
    }
  }

  /**
   * A learning rate that is moved through many values between two updates counts once, but not what
   * leaves a trace.
   */
  private static boolean isOneWith(SettingsChange last, SettingsChange change) {
    return last.update() == change.update() && !last.leavesATrace() && !change.leavesATrace();
  }

  /** Makes the changes that were made at the update where the trainer is. */
  void applyTo(Trainer trainer) {
    for (int i = first(trainer.updates()); i < changes.size(); i++) {
      if (changes.get(i).update() > trainer.updates()) {
        return;
      }
      changes.get(i).applyTo(trainer);
    }
  }

  /** The index of the first change that is not before an update. */
  private int first(long update) {
    int low = 0;
    int high = changes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes.get(middle).update() < update) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  List<SettingsChange> changes() {
    return List.copyOf(changes);
  }
}
