package dev.backstep.training.history;

import dev.backstep.training.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The checkpoints of one stretch of a run, in as much memory as they may take. What is long past is
 * thinned first: the gaps between them grow about with the square root of the age, so that those of
 * late are dense, and the largest is only a few times what it would be if all were equal.
 *
 * <p>Which are kept depends on nothing but the numbers of updates and the sizes.
 */
public final class Checkpoints {
  /** There are at least so many once there were that many updates, even above the budget. */
  static final int FEWEST = 64;

  /** More than these would make no difference that anybody could notice. */
  private static final int MOST = 4096;

  /** Where memory is really short there are the first and the last, and one between them. */
  private static final int FEWEST_OF_ALL = 3;

  /** In each doubling of the run so many are taken, until they are as far apart as they get. */
  private static final int PER_DOUBLING = 32;

  private final long widestSpacing;
  private final List<Checkpoint> kept = new ArrayList<>();
  private long bytes;
  private long budget;
  private long limit;

  /**
   * @param widestSpacing the most updates between two that are taken
   */
  Checkpoints(long widestSpacing) {
    this.widestSpacing = widestSpacing;
    allow(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * Says how much memory they may take from now on.
   *
   * @param newBudget bytes, which is only exceeded for there to be {@value #FEWEST}
   * @param newLimit bytes, which is not exceeded for that either
   */
  void allow(long newBudget, long newLimit) {
    budget = newBudget;
    limit = newLimit;
    thin();
  }

  /**
   * Whether one is to be taken after this many updates. At first after every one, until there are
   * {@value #FEWEST}; then ever more seldom.
   */
  boolean isDue(long updates) {
    long spacing = updates < FEWEST ? 1 : Long.highestOneBit(updates / PER_DOUBLING);
    return updates % Math.min(spacing, widestSpacing) == 0;
  }

  /** Adds one that is later than all others. */
  void add(Checkpoint checkpoint) {
    kept.add(checkpoint);
    bytes += cost(kept.size() - 1);
    thin();
  }

  /** The newest that is not later than this update. */
  public Checkpoint atOrBefore(long update) {
    int low = 0;
    int high = kept.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (kept.get(middle).updates() <= update) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return kept.get(low);
  }

  List<Checkpoint> all() {
    return List.copyOf(kept);
  }

  public int count() {
    return kept.size();
  }

  /** The memory that they take together. */
  public long bytes() {
    return bytes;
  }

  /** The memory of one, with that of its order if it is the first of its epoch. */
  private long cost(int index) {
    Checkpoint checkpoint = kept.get(index);
    boolean isShared = index > 0 && checkpoint.isOfSameEpoch(kept.get(index - 1));
    return checkpoint.bytes() + (isShared ? 0 : checkpoint.orderBytes());
  }

  private void thin() {
    while (kept.size() > fewest() && (bytes > budget || kept.size() > MOST)) {
      drop(Math.max(1, Math.min(kept.size() / 8, kept.size() - fewest())));
    }
  }

  private int fewest() {
    return bytes > limit ? FEWEST_OF_ALL : FEWEST;
  }

  /** Drops up to so many of those that are missed least; never the first nor the last. */
  private void drop(int surplus) {
    boolean[] dropped = new boolean[kept.size()];
    int left = surplus;
    for (int index : byMiss()) {
      boolean isBesideAGap = dropped[index - 1] || dropped[index + 1];
      if (left > 0 && !isBesideAGap) {
        dropped[index] = true;
        left--;
      }
    }
    List<Checkpoint> all = List.copyOf(kept);
    kept.clear();
    IntStream.range(0, all.size()).filter(i -> !dropped[i]).mapToObj(all::get).forEach(kept::add);
    bytes = IntStream.range(0, kept.size()).mapToLong(this::cost).sum();
  }

  private int[] byMiss() {
    return IntStream.range(1, kept.size() - 1)
        .boxed()
        .sorted(Comparator.comparingDouble(this::miss))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The loss if it went: the gap that it would leave, beside the root of its age; squared. */
  private double miss(int index) {
    double gap = kept.get(index + 1).updates() - kept.get(index - 1).updates();
    return gap * gap / (kept.get(kept.size() - 1).updates() - kept.get(index).updates());
  }
}
