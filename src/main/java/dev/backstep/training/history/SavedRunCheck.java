package dev.backstep.training.history;

import dev.backstep.math.Series;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.EpochOrder;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether the parts of a saved run go together. Each check throws with what does not. */
final class SavedRunCheck {
  private final SavedRun run;
  private final RunSettings first;
  private final Shape shape;

  /** Orders that many checkpoints share are looked at once. */
  private final Set<int[]> permutations = Collections.newSetFromMap(new IdentityHashMap<>());

  SavedRunCheck(SavedRun run) {
    require(!run.branches().isEmpty(), "the run has no branch");
    require(!run.branches().get(0).checkpoints().isEmpty(), "the run has no checkpoint");
    this.run = run;
    first = run.branches().get(0).checkpoints().get(0).settings();
    shape = first.shape(run.data().corpus().vocabulary().size());
  }

  void run() {
    for (int i = 0; i < run.branches().size(); i++) {
      check(i, run.branches().get(i));
    }
    int current = run.current();
    require(
        current >= 0 && current < run.branches().size(), "branch " + current + " does not exist");
    check(run.here());
    BranchSummary path = run.branches().get(current).summary();
    require(
        run.here().updates() <= path.tip(),
        String.format(
            Locale.ROOT,
            "the run is at update %d and its branch ends at %d",
            run.here().updates(),
            path.tip()));
  }

  private void check(int number, SavedBranch branch) {
    BranchSummary summary = branch.summary();
    require(summary.number() == number, "branch %d is called %d", number, summary.number());
    checkParent(summary);
    require(summary.tip() <= Integer.MAX_VALUE, "branch %d has %d updates", number, summary.tip());
    checkFinite(summary.losses());
    checkMarks(summary);
    checkCheckpoints(summary, branch.checkpoints());
    checkChanges(summary);
    long before = number == 0 ? -1 : summary.start();
    for (HeldOutPoint point : summary.heldOut()) {
      require(
          point.updates() > before && point.updates() <= summary.tip(),
          "a held-out loss of branch %d is at update %d",
          number,
          point.updates());
      before = point.updates();
    }
  }

  private static void checkMarks(BranchSummary summary) {
    if (summary.divergence() != null) {
      long update = summary.divergence().update();
      require(update == summary.tip(), "a run diverges at update %d and goes on", update);
    }
    if (summary.steepest() != null) {
      long update = summary.steepest().update();
      require(
          update >= summary.start() && update < summary.tip(),
          "the largest gradients are at update %d",
          update);
    }
  }

  private void checkParent(BranchSummary summary) {
    int parent = summary.parent();
    if (summary.number() == 0) {
      require(parent == -1 && summary.start() == 0, "the first branch does not begin at update 0");
      return;
    }
    require(
        parent >= 0 && parent < summary.number(),
        "branch %d leaves branch %d",
        summary.number(),
        parent);
    require(
        summary.start() >= 0 && summary.start() <= run.branches().get(parent).summary().tip(),
        "branch %d leaves its parent at update %d",
        summary.number(),
        summary.start());
  }

  private void checkCheckpoints(BranchSummary summary, List<Checkpoint> checkpoints) {
    require(
        !checkpoints.isEmpty() && checkpoints.get(0).updates() == summary.start(),
        "branch %d has no checkpoint at its beginning",
        summary.number());
    long before = -1;
    for (Checkpoint each : checkpoints) {
      require(
          each.updates() > before && each.updates() <= summary.tip(),
          "a checkpoint of branch %d is at update %d",
          summary.number(),
          each.updates());
      before = each.updates();
      check(each);
    }
  }

  private void checkChanges(BranchSummary summary) {
    long before = summary.start();
    for (SettingsChange change : summary.changes()) {
      require(
          change.update() >= before && change.update() <= summary.tip(),
          "a change of branch %d is at update %d",
          summary.number(),
          change.update());
      before = change.update();
      check(change.before());
      check(change.after());
    }
  }

  private void check(RunSettings settings) {
    first.beginning().requireSame(settings.beginning());
    settings.hiddenState().requireLength(run.data().corpus().longest());
  }

  private void check(Checkpoint checkpoint) {
    check(checkpoint.settings());
    check(checkpoint.weights(), "a weight");
    checkpoint.optimizer().memory().values().forEach(memory -> check(memory, "a memory"));
    if (checkpoint.gradients() != null) {
      check(checkpoint.gradients(), "a gradient");
    }
    require(
        checkpoint.nextStates().length == first.batch().size() * shape.stateSize(),
        "a hidden state has another length");
    checkFinite(checkpoint.nextStates(), "a hidden state");
    if (checkpoint.stateOptimizer() != null) {
      checkLearned(checkpoint);
    }
    check(checkpoint.order(), checkpoint.updates());
  }

  private void checkLearned(Checkpoint checkpoint) {
    double[] states = checkpoint.nextStates();
    double[] first = checkpoint.firstStates();
    for (int i = 0; i < states.length; i++) {
      require(
          states[i] == first[i % first.length],
          "the rows of a batch begin with other learned states");
    }
    Objects.requireNonNull(checkpoint.stateOptimizer())
        .memory()
        .values()
        .forEach(memory -> checkFinite(memory, "a memory"));
  }

  private void check(Parameters parameters, String what) {
    require(parameters.shape().equals(shape), "%s has another shape", what);
    checkFinite(parameters, what);
  }

  private static void checkFinite(Parameters parameters, String what) {
    for (int k = 0; k < parameters.count(); k++) {
      checkFinite(parameters.data(k), what);
    }
  }

  private void check(EpochOrder.State order, long updates) {
    int length = run.data().train().size();
    require(
        order.order().length == length,
        "an epoch has %d sequences, and the text has %d to train on",
        order.order().length,
        length);
    require(
        order.place() >= 0
            && order.place() < length
            && order.epoch() >= 0
            && order.place() % first.batch().size() == 0
            && updates
                == (long) order.epoch() * first.batch().updates(length)
                    + order.place() / first.batch().size(),
        "update %d is not at place %d of epoch %d",
        updates,
        order.place(),
        order.epoch());
    if (permutations.add(order.order())) {
      int[] sorted = order.order().clone();
      Arrays.sort(sorted);
      for (int i = 0; i < length; i++) {
        require(sorted[i] == i, "an epoch does not have every sequence once");
      }
    }
  }

  private static void checkFinite(Series losses) {
    require(
        losses.size() == 0 || losses.extent(0, losses.size()).allFinite(), "a loss is not finite");
  }

  private static void checkFinite(double[] numbers, String what) {
    for (double number : numbers) {
      require(Double.isFinite(number), "%s is %s", what, number);
    }
  }

  private static void require(boolean condition, String otherwise, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, otherwise, values));
    }
  }
}
