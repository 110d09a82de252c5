package dev.backstep.training;

/** Where a saved run comes from; read on the training thread. */
@FunctionalInterface
public interface SavedRunSource {
  SavedRun load() throws SessionException;
}
