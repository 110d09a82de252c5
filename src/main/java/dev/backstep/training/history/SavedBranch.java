package dev.backstep.training.history;

import dev.backstep.training.Checkpoint;
import java.util.List;

/**
 * One branch of a run, with what it takes to go back in it.
 *
 * @param summary what the screen knows of it
 * @param checkpoints in the order of their updates; the first is where it left its parent
 */
public record SavedBranch(BranchSummary summary, List<Checkpoint> checkpoints) {
  public SavedBranch {
    checkpoints = List.copyOf(checkpoints);
  }
}
