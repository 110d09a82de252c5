package dev.backstep.training.history;

import dev.backstep.training.Checkpoint;
import dev.backstep.training.TrainingData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run and its past as of one moment: a run that is made of it goes on with the same bits, and can
 * go back as far. Making one takes next to no time, for checkpoints and curves are shared and never
 * modified.
 *
 * @param branches in the order of their numbers
 * @param current the number of the one that the run is on
 * @param here where the run is
 * @param diverged whether the next update from there is not finite, and was tried
 */
public record SavedRun(
    TrainingData data, List<SavedBranch> branches, int current, Checkpoint here, boolean diverged) {
  public SavedRun {
    branches = List.copyOf(branches);
  }

  /** The branches that lead to where the run is: the first of all, and at last the current one. */
  public List<BranchSummary> path() {
    Deque<BranchSummary> path = new ArrayDeque<>();
    for (int number = current; number >= 0; number = path.getFirst().parent()) {
      path.addFirst(branches.get(number).summary());
    }
    return List.copyOf(path);
  }

  /** The updates that were made, in all branches together. */
  public long updatesMade() {
    return branches.stream().mapToLong(each -> each.summary().losses().size()).sum();
  }

  /** The content of each branch, to tell whether something happened since. */
  public List<BranchSummary.Content> content() {
    return branches.stream().map(each -> each.summary().content()).toList();
  }

  /** The memory that all checkpoints take together, with the orders of the epochs. */
  public long bytes() {
    Set<int[]> orders = Collections.newSetFromMap(new IdentityHashMap<>());
    return checkpoints()
        .mapToLong(
            each -> each.bytes() + (orders.add(each.order().order()) ? each.orderBytes() : 0))
        .sum();
  }

  /** Those of all branches in their order, and at last where the run is. */
  public Stream<Checkpoint> checkpoints() {
    return Stream.concat(
        branches.stream().flatMap(each -> each.checkpoints().stream()), Stream.of(here));
  }

  /** Those on the way of the current branch, each where it is the run's, as far as it goes. */
  public List<Checkpoint> checkpointsOfPath() {
    List<BranchSummary> path = path();
    List<Checkpoint> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      long end = i + 1 < path.size() ? path.get(i + 1).start() : Long.MAX_VALUE;
      branches.get(path.get(i).number()).checkpoints().stream()
          .filter(each -> each.updates() < end && isAfter(all, each))
          .forEach(all::add);
    }
    if (isAfter(all, here)) {
      all.add(here);
    }
    return all;
  }

  private static boolean isAfter(List<Checkpoint> all, Checkpoint next) {
    return all.isEmpty() || next.updates() > all.get(all.size() - 1).updates();
  }

  /** The same run with so few checkpoints that they take no more memory, if that is possible. */
  public SavedRun within(long bytes) {
    SavedRun thinned = this;
    while (thinned.bytes() > bytes && thinned.canBeThinned()) {
      thinned = thinned.withEveryOther();
    }
    return thinned;
  }

  private boolean canBeThinned() {
    return branches.stream().anyMatch(each -> each.checkpoints().size() > 1);
  }

  /** The first of each branch always stays: the others can be made of it again. */
  private SavedRun withEveryOther() {
    return new SavedRun(
        data,
        branches.stream()
            .map(each -> new SavedBranch(each.summary(), everyOther(each.checkpoints())))
            .toList(),
        current,
        here,
        diverged);
  }

  private static List<Checkpoint> everyOther(List<Checkpoint> all) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
  }

  /**
   * Says whether a run can be made of it, for it may come from a file that was damaged.
   *
   * @throws IllegalArgumentException with what does not go together, if it cannot
   */
  public void requireSound() {
    new SavedRunCheck(this).run();
  }
}
