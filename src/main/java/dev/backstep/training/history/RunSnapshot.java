package dev.backstep.training.history;

import dev.backstep.trace.Trace;
import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.PositionLoss;
import dev.backstep.training.RunSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run at one moment.
 *
 * @param firstUpdate the number of updates that earlier snapshots told the losses of, as far as
 *     they still hold: where the run went back it is less than was told, and the rest is to be
 *     forgotten
 * @param losses nats per character, one for each update since then; not modified by anybody
 * @param positionLosses the mean training loss in nats at position 0, 1, 2 … of the sequences, over
 *     all updates since the run began or since it last went to another; up to {@value
 *     PositionLoss#MOST_POSITIONS} of them; not modified by anybody
 * @param firstHeldOut the length of the held-out curve that was told and still holds
 * @param heldOut what is new in the held-out curve
 * @param samples drawn from the weights, newest; empty where they are unchanged
 * @param trace of the chosen sequence; null where it is unchanged
 * @param divergence null while all numbers are finite
 * @param branches all that there are, in the order of their numbers
 * @param currentBranch the number of the one that the run is on
 */
public record RunSnapshot(
    RunSettings settings,
    Progress progress,
    int firstUpdate,
    double[] losses,
    double[] positionLosses,
    int firstHeldOut,
    List<HeldOutPoint> heldOut,
    List<String> samples,
    @Nullable Trace trace,
    @Nullable Divergence divergence,
    List<BranchSummary> branches,
    int currentBranch) {

  /** The progress of a run. */
  public record Progress(long updates, int epoch, int placeInEpoch, int epochLength) {}
}
