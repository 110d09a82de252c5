package dev.backstep.training;

import dev.backstep.math.Series;
import dev.backstep.trace.Trace;
import dev.backstep.training.history.RunSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A run as a screen knows it: what is told replaces what does not hold any more. */
public final class ShownRun {
  public final Series losses = new Series();
  public final List<HeldOutPoint> heldOut = new ArrayList<>();
  Trace trace;

  public void accept(RunSnapshot run) {
    losses.cutTo(run.firstUpdate());
    losses.addAll(run.losses());
    heldOut.subList(run.firstHeldOut(), heldOut.size()).clear();
    heldOut.addAll(run.heldOut());
    trace = run.trace() == null ? trace : run.trace();
  }
}
