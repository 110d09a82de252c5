package dev.backstep.training;

import dev.backstep.trace.Trace;
import java.util.List;

/**
 * One run at one moment.
 *
 * @param firstUpdate the number of updates that earlier snapshots told the losses of
 * @param losses nats per character, one for each update since then; not modified by anybody
 * @param heldOut what is new in the held-out curve
 * @param samples drawn from the weights, newest; empty where they are unchanged
 * @param trace of the chosen sequence; null where it is unchanged
 * @param divergence null while all numbers are finite
 */
public record RunSnapshot(
    RunSettings settings,
    Progress progress,
    int firstUpdate,
    double[] losses,
    List<HeldOutPoint> heldOut,
    List<String> samples,
    Trace trace,
    Divergence divergence) {

  /** How far a run has come. */
  public record Progress(long updates, int epoch, int placeInEpoch, int epochLength) {}

  /** The held-out loss in nats per character after a number of updates. */
  public record HeldOutPoint(long updates, double loss) {}
}
