package dev.backstep.training.session;

import dev.backstep.training.history.SavedRun;

/** Where a saved run comes from; read on the training thread. */
@FunctionalInterface
public interface SavedRunSource {
  SavedRun load() throws SessionException;
}
