package dev.backstep.training;

import dev.backstep.training.RunSnapshot.HeldOutPoint;
import java.util.List;

/**
 * One branch of a run, with what it takes to go back in it.
 *
 * @param summary what the screen knows of it
 * @param heldOut its own held-out losses, after where it left its parent
 * @param checkpoints in the order of their updates; the first is where it left its parent
 */
public record SavedBranch(
    BranchSummary summary, List<HeldOutPoint> heldOut, List<Checkpoint> checkpoints) {
  public SavedBranch {
    heldOut = List.copyOf(heldOut);
    checkpoints = List.copyOf(checkpoints);
  }
}
