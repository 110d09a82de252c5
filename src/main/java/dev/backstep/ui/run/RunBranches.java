package dev.backstep.ui.run;

import dev.backstep.math.Series;
import dev.backstep.math.Smoothing;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.SettingsChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of one run as the screen knows them, with the curves that are not the run's now. */
public final class RunBranches {
  private record Path(Series losses, Series smoothed, Series heldOutAt, Series heldOut) {
    PastCurve curve(int branch, int from) {
      return new PastCurve(branch, from, losses, smoothed, heldOutAt, heldOut);
    }
  }

  private final Map<Integer, Path> paths = new HashMap<>();
  private List<BranchSummary> all = List.of();
  private int current;
  private long here;

  void accept(RunSnapshot snapshot) {
    all = snapshot.branches();
    current = snapshot.currentBranch();
    here = snapshot.progress().updates();
  }

  void clear() {
    paths.clear();
    all = List.of();
  }

  /** All that there are, in the order of their numbers; empty before anything was opened. */
  public List<BranchSummary> all() {
    return all;
  }

  /** The one that the run is on; null before anything was opened. */
  public @Nullable BranchSummary current() {
    return all.isEmpty() ? null : all.get(current);
  }

  /** The content of each of them, to tell whether something happened since. */
  public List<BranchSummary.Content> content() {
    return all.stream().map(BranchSummary::content).toList();
  }

  /** The updates that were made, in all of them together. */
  public long updatesMade() {
    return all.stream().mapToLong(branch -> branch.losses().size()).sum();
  }

  /** The last update that the current branch can go to. */
  public long tip() {
    return all.isEmpty() ? 0 : all.get(current).tip();
  }

  /** Whether the run was gone back in and its own way ahead is known. */
  public boolean isBehind() {
    return here < tip();
  }

  /** The changes of settings on the whole path of the current branch, in their order. */
  public List<SettingsChange> changes() {
    List<SettingsChange> changes = new ArrayList<>();
    long until = Long.MAX_VALUE;
    for (BranchSummary each = current(); each != null; each = parent(each)) {
      long end = until;
      changes.addAll(0, each.changes().stream().filter(one -> one.update() <= end).toList());
      until = each.start();
    }
    return changes;
  }

  /**
   * The lowest held-out loss on the whole path of the current branch, the earliest of equal ones;
   * null if none was measured.
   */
  public @Nullable HeldOutPoint lowestHeldOut() {
    HeldOutPoint lowest = null;
    long until = Long.MAX_VALUE;
    for (BranchSummary each = current(); each != null; each = parent(each)) {
      for (HeldOutPoint point : each.heldOut()) {
        if (point.updates() <= until && (lowest == null || isLower(point, lowest))) {
          lowest = point;
        }
      }
      until = Math.min(until, each.start());
    }
    return lowest != null && Double.isFinite(lowest.loss()) ? lowest : null;
  }

  private static boolean isLower(HeldOutPoint one, HeldOutPoint other) {
    return one.loss() < other.loss()
        || (one.loss() == other.loss() && one.updates() < other.updates())
        || (Double.isFinite(one.loss()) && !Double.isFinite(other.loss()));
  }

  /** The curves seen beside the run's own. */
  public List<PastCurve> past() {
    List<PastCurve> curves = new ArrayList<>();
    for (BranchSummary each : all) {
      boolean isCurrent = each.number() == current;
      long from = isCurrent ? here : Math.min(here, common(each, all.get(current)));
      if (from < each.tip()) {
        // The update before joins it to the curve that it left.
        curves.add(path(each).curve(each.number(), (int) Math.max(0, from - 1)));
      }
    }
    return curves;
  }

  /** Up to how many updates two branches are one. */
  private long common(BranchSummary one, BranchSummary other) {
    if (one.number() == other.number()) {
      return Long.MAX_VALUE;
    }
    return one.number() > other.number()
        ? Math.min(one.start(), common(all.get(one.parent()), other))
        : common(other, one);
  }

  private @Nullable BranchSummary parent(BranchSummary branch) {
    return branch.parent() < 0 ? null : all.get(branch.parent());
  }

  /** Made once: only the branch that the run is at the tip of grows, and that is not past. */
  private Path path(BranchSummary branch) {
    Path known = paths.get(branch.number());
    if (known == null || known.losses().size() != branch.tip()) {
      Smoothing smoothing = new Smoothing(RunViewModel.DECAY);
      known = new Path(new Series(), smoothing.series(), new Series(), new Series());
      gather(branch, branch.tip(), known);
      smoothing.restart(known.losses());
      paths.put(branch.number(), known);
    }
    return known;
  }

  private void gather(BranchSummary branch, long until, Path path) {
    if (branch.parent() >= 0) {
      gather(all.get(branch.parent()), Math.min(until, branch.start()), path);
    }
    if (until > branch.start()) {
      path.losses().addAll(branch.losses().between(0, (int) (until - branch.start())));
    }
    for (HeldOutPoint point : branch.heldOut()) {
      if (point.updates() <= until) {
        path.heldOutAt().add(point.updates());
        path.heldOut().add(point.loss());
      }
    }
  }
}
