package dev.backstep.io.session;

import dev.backstep.io.settings.SettingsEntry;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.Divergence;
import java.util.List;

/**
 * The JSON in a session file: all of a session but its long rows of numbers, of which it tells the
 * lengths. What may be absent is a list of none or one.
 *
 * @param program that wrote it, for people
 * @param seed that decided what is held out and the order of training
 * @param settings all different ones, which the others are told of by their places here
 * @param orders how many orders of an epoch there are
 */
record SessionDocument(
    String program,
    Text text,
    long seed,
    List<SettingsEntry> settings,
    int orders,
    List<BranchEntry> branches,
    int current,
    CheckpointEntry here,
    boolean diverged,
    Session.View view) {

  /**
   * @param window the length of the windows that it is cut into; 0 for one sequence a line
   * @param characters the vocabulary
   */
  record Text(String name, int window, String characters) {}

  record BranchEntry(
      int parent,
      long start,
      int losses,
      List<Long> heldOut,
      List<ChangeEntry> changes,
      List<Divergence> divergence,
      List<Long> steepest,
      List<CheckpointEntry> checkpoints) {
    BranchEntry {
      if (losses < 0) {
        throw new IllegalArgumentException("a branch has " + losses + " losses");
      }
    }
  }

  record ChangeEntry(long update, int before, int after) {}

  record CheckpointEntry(
      long updates, int settings, int order, long generator, int place, int epoch) {
    static CheckpointEntry of(Checkpoint checkpoint, int settings, int order) {
      return new CheckpointEntry(
          checkpoint.updates(),
          settings,
          order,
          checkpoint.order().generator(),
          checkpoint.order().place(),
          checkpoint.order().epoch());
    }
  }
}
