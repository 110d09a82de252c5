package dev.backstep.training.history;

import dev.backstep.math.Series;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.Trainer;
import dev.backstep.training.history.BranchSummary.Steepest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a run: from the beginning, or from where it left another branch, to its tip. Its
 * path is its parent's up to there, and then its own. Its tip grows; what is before never changes.
 */
public final class Branch {
  private final int number;
  private final @Nullable Branch parent;
  private final long start;
  private final SettingsLog log;
  private final Series losses;
  private final SharedPrefixList<HeldOutPoint> heldOut;
  private final int heldOutBefore;
  private final Checkpoints checkpoints;
  private @Nullable Divergence divergence;
  private @Nullable Steepest steepest;

  /**
   * @param parent null for the first
   * @param first what the trainer is at the start
   */
  Branch(int number, @Nullable Branch parent, Checkpoint first, Checkpoints checkpoints) {
    this.number = number;
    this.parent = parent;
    this.checkpoints = checkpoints;
    log = new SettingsLog();
    losses = new Series();
    heldOut = new SharedPrefixList<>(List.of());
    start = first.updates();
    heldOutBefore = parent == null ? 0 : parent.heldOutUntil(start);
    checkpoints.add(first);
  }

  /**
   * One that was saved.
   *
   * @param parent null for the first
   * @param checkpoints empty
   */
  Branch(SavedBranch saved, @Nullable Branch parent, Checkpoints checkpoints) {
    BranchSummary summary = saved.summary();
    number = summary.number();
    this.parent = parent;
    this.checkpoints = checkpoints;
    log = new SettingsLog(summary.changes());
    losses = summary.losses().asOfNow();
    heldOut = new SharedPrefixList<>(summary.heldOut());
    divergence = summary.divergence();
    steepest = summary.steepest();
    start = summary.start();
    heldOutBefore = parent == null ? 0 : parent.heldOutUntil(start);
    saved.checkpoints().forEach(checkpoints::add);
  }

  /** Notes an update that was made at the tip. */
  void record(Trainer trainer) {
    losses.add(trainer.lossPerCharacter());
    if (steepest == null || trainer.gradientNorm() > steepest.gradientNorm()) {
      steepest = new Steepest(trainer.updates() - 1, trainer.gradientNorm());
    }
    if (checkpoints.isDue(trainer.updates())) {
      checkpoints.add(trainer.checkpoint());
    }
  }

  void record(SettingsChange change) {
    log.add(change);
  }

  void record(HeldOutPoint point) {
    heldOut.add(point);
  }

  void record(Divergence where) {
    divergence = where;
  }

  /** Makes the changes of settings that its path has at the update where the trainer is. */
  void applyChanges(Trainer trainer) {
    if (parent != null && trainer.updates() <= start) {
      parent.applyChanges(trainer);
    }
    if (trainer.updates() >= start) {
      log.applyTo(trainer);
    }
  }

  /** The branch of its path that an update belongs to. */
  Branch owner(long update) {
    return update >= start || parent == null ? this : parent.owner(update);
  }

  /** Up to how many updates the paths of two branches are one. */
  public long commonWith(Branch other) {
    if (other == this) {
      return Long.MAX_VALUE;
    }
    return parent != null && number > other.number
        ? Math.min(start, parent.commonWith(other))
        : other.commonWith(this);
  }

  /** The losses of its path, {@code from} (inclusive) to {@code until} (exclusive). */
  public double[] losses(int from, int until) {
    double[] stretch = new double[until - from];
    Branch branch = this;
    int end = until;
    while (end > from) {
      branch = branch.owner(end - 1L);
      int begin = (int) Math.max(from, branch.start);
      double[] own =
          branch.losses.between((int) (begin - branch.start), (int) (end - branch.start));
      System.arraycopy(own, 0, stretch, begin - from, own.length);
      end = begin;
    }
    return stretch;
  }

  /** The held-out losses of its path from an index on, up to a number of updates (inclusive). */
  public List<HeldOutPoint> heldOut(int from, long until) {
    List<HeldOutPoint> points = new ArrayList<>();
    if (parent != null && from < heldOutBefore) {
      points.addAll(parent.heldOut(from, Math.min(start, until)));
    }
    List<HeldOutPoint> own = heldOut.asOfNow();
    for (int i = Math.max(0, from - heldOutBefore);
        i < own.size() && own.get(i).updates() <= until;
        i++) {
      points.add(own.get(i));
    }
    return points;
  }

  /** The count of held-out losses on its path up to a number of updates (inclusive). */
  public int heldOutUntil(long update) {
    return heldOut(0, update).size();
  }

  boolean hasDiverged() {
    return divergence != null;
  }

  public int number() {
    return number;
  }

  public long tip() {
    return start + losses.size();
  }

  public Checkpoints checkpoints() {
    return checkpoints;
  }

  BranchSummary summary() {
    return new BranchSummary(
        number,
        parent == null ? -1 : parent.number,
        start,
        log.changes(),
        losses.asOfNow(),
        heldOut.asOfNow(),
        divergence,
        steepest);
  }

  SavedBranch saved() {
    return new SavedBranch(summary(), checkpoints.all());
  }
}
