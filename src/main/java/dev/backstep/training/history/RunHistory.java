package dev.backstep.training.history;

import dev.backstep.training.Checkpoint;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run and its past: a tree of branches, one of which is current, and a trainer somewhere on the
 * path of that one. Any update of any branch can be gone to: the checkpoint before it is restored
 * and the updates in between are made again, with the changes of settings at their places, so the
 * bits are those that the run had there.
 *
 * <p>From there the run goes on as it was; with another setting it becomes another branch, and what
 * was stays. No threads, no clock.
 */
public final class RunHistory {
  /** For the checkpoints of all runs of a session together, if nothing else is said. */
  public static final long USUAL_BUDGET = 256L << 20;

  private final TrainingData data;
  private final long budget;
  private final long limit;
  private final long spacing;
  private final List<Branch> branches = new ArrayList<>();
  private Branch current;
  private Trainer trainer;

  /**
   * Begins a run.
   *
   * @param budget the bytes that checkpoints may take, above which there are still some to go to
   * @param limit the bytes that they may not take
   * @throws IllegalArgumentException if the settings do not go with the data
   */
  public RunHistory(TrainingData data, RunSettings settings, long budget, long limit) {
    this.data = data;
    this.budget = Math.min(budget, limit);
    this.limit = limit;
    trainer = new Trainer(data, settings);
    spacing = CheckpointSpacing.widest(data, trainer.checkpoint());
    leave(null);
  }

  /**
   * Goes on with a run that was saved.
   *
   * @param saved sound
   * @param budget the bytes that checkpoints may take, above which there are still some to go to
   * @param limit the bytes that they may not take
   * @throws IllegalArgumentException if it says that it diverged, and does not
   */
  public RunHistory(SavedRun saved, long budget, long limit) {
    data = saved.data();
    this.budget = Math.min(budget, limit);
    this.limit = limit;
    trainer = new Trainer(data, saved.here());
    spacing = CheckpointSpacing.widest(data, saved.branches().get(0).checkpoints().get(0));
    for (SavedBranch each : saved.branches()) {
      int parent = each.summary().parent();
      branches.add(
          new Branch(each, parent < 0 ? null : branches.get(parent), new Checkpoints(spacing)));
    }
    shareMemory();
    current = branches.get(saved.current());
    if (saved.diverged()) {
      divergeAgain();
    }
  }

  private void divergeAgain() {
    trainer.update();
    if (trainer.divergence().isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the run is said to diverge at update %d and does not",
              trainer.updates()));
    }
  }

  private void leave(@Nullable Branch parent) {
    current = new Branch(branches.size(), parent, trainer.checkpoint(), new Checkpoints(spacing));
    branches.add(current);
    shareMemory();
  }

  private void shareMemory() {
    int count = branches.size();
    branches.forEach(each -> each.checkpoints().allow(budget / count, limit / count));
  }

  /**
   * One update. Before the tip it is one that was made before, with the changes of settings that
   * followed it; at the tip it is new.
   *
   * @return true if it was new
   */
  public boolean update() {
    boolean isKnown = trainer.updates() < current.tip();
    trainer.update();
    if (trainer.divergence().isPresent()) {
      current.record(trainer.divergence().get());
      return false;
    }
    if (isKnown) {
      current.applyChanges(trainer);
    } else {
      current.record(trainer);
    }
    return !isKnown;
  }

  /** Whether the run went on otherwise from here, or ended here: changes then begin a branch. */
  public boolean isBehind() {
    return trainer.updates() < current.tip() || current.hasDiverged();
  }

  /**
   * Changes settings from the next update on.
   *
   * @param leaves whether a branch begins with it, even if the settings are the same
   * @throws IllegalArgumentException if they do not go with the data; nothing is changed
   */
  public void change(RunSettings settings, boolean leaves) {
    SettingsChange change = new SettingsChange(trainer.updates(), trainer.settings(), settings);
    change.applyTo(trainer);
    if (leaves) {
      leave(current.owner(trainer.updates()));
    }
    if (change.isOne()) {
      current.record(change);
    }
  }

  /** Notes what the held-out loss is at the tip. */
  public void record(HeldOutPoint point) {
    current.record(point);
  }

  /**
   * A trainer that is bit for bit what the run was at an update; the run itself stays where it is.
   *
   * @param branch the number of one of the branches
   * @param update the number of updates done there
   * @return empty if the watch stopped it
   * @throws IllegalArgumentException if there is no such branch or update
   */
  public Optional<Trainer> at(int branch, long update, ReplayWatch watch) {
    Branch path = branch(branch);
    if (update < 0 || update > path.tip()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "update %d cannot be gone to; the run has 0 to %d", update, path.tip()));
    }
    if (path == current && update == trainer.updates()) {
      return Optional.of(new Trainer(data, trainer.checkpoint()));
    }
    return replay(path, update, watch);
  }

  private Optional<Trainer> replay(Branch path, long update, ReplayWatch watch) {
    Checkpoint from = path.owner(update).checkpoints().atOrBefore(update);
    Trainer there = new Trainer(data, from);
    path.applyChanges(there);
    while (there.updates() < update) {
      if (!watch.goesOn((double) (there.updates() - from.updates()) / (update - from.updates()))) {
        return Optional.empty();
      }
      there.update();
      if (there.divergence().isPresent()) {
        throw new IllegalStateException(
            "a replay diverged where the run did not: " + there.divergence().get());
      }
      path.applyChanges(there);
    }
    return Optional.of(there);
  }

  /**
   * Goes there.
   *
   * @param branch the number of the branch whose path is gone on along
   * @param there from {@link #at} for this branch
   */
  public void goTo(int branch, Trainer there) {
    current = branches.get(branch);
    trainer = there;
  }

  /** Where the run is. */
  public Trainer trainer() {
    return trainer;
  }

  public Branch current() {
    return current;
  }

  /**
   * @throws IllegalArgumentException if there is none with this number
   */
  public Branch branch(int number) {
    if (number < 0 || number >= branches.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "branch %d cannot be gone to; the run has 0 to %d",
              number,
              branches.size() - 1));
    }
    return branches.get(number);
  }

  public List<BranchSummary> branches() {
    return branches.stream().map(Branch::summary).toList();
  }

  /** Everything as it is at the moment. */
  public SavedRun saved() {
    return new SavedRun(
        data,
        branches.stream().map(Branch::saved).toList(),
        current.number(),
        trainer.checkpoint(),
        trainer.divergence().isPresent());
  }
}
