package dev.backstep.training;

import dev.backstep.math.Series;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSnapshot.HeldOutPoint;
import java.util.ArrayList;
import java.util.List;

/** A run as a screen knows it: what is told replaces what does not hold any more. */
final class ShownRun {
  final Series losses = new Series();
  final List<HeldOutPoint> heldOut = new ArrayList<>();
  Trace trace;

  void accept(RunSnapshot run) {
    losses.cutTo(run.firstUpdate());
    losses.addAll(run.losses());
    heldOut.subList(run.firstHeldOut(), heldOut.size()).clear();
    heldOut.addAll(run.heldOut());
    trace = run.trace() == null ? trace : run.trace();
  }
}
