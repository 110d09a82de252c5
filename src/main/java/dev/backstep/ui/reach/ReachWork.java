package dev.backstep.ui.reach;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vector;
import dev.backstep.trace.flow.NetReach;
import dev.backstep.training.Checkpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/** The reach and ρ by the checkpoints of a run, as they are computed on another thread. */
final class ReachWork {
  /** More points would lie on one another. */
  static final int MOST = 120;

  /**
   * One checkpoint.
   *
   * @param radius ρ; NaN where there is none
   */
  record Point(long update, NetReach reach, double radius) {}

  private final ConcurrentSkipListMap<Long, Point> points = new ConcurrentSkipListMap<>();
  private final CompletableFuture<Void> work;
  private volatile boolean cancelled;
  private int seen;
  private boolean wasDone;

  /**
   * Begins.
   *
   * @param checkpoints in the order of their updates
   * @param sequence that is gone through by the weights of each
   * @param known ρ of weights, which is asked for once
   */
  ReachWork(
      List<Checkpoint> checkpoints, Example sequence, int loss, Vector state, KnownRadii known) {
    work =
        CompletableFuture.runAsync(
            () -> {
              for (Checkpoint each : coarseFirst(few(checkpoints))) {
                if (cancelled) {
                  return;
                }
                Parameters weights = each.weights();
                points.put(
                    each.updates(),
                    new Point(
                        each.updates(),
                        NetReach.of(sequence.with(weights), loss, state),
                        known.of(weights)));
              }
            });
  }

  /** Evenly in time, with the first and the last. */
  static List<Checkpoint> few(List<Checkpoint> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Checkpoint> few = new ArrayList<>();
    double last = all.get(all.size() - 1).updates();
    int next = 0;
    for (Checkpoint each : all) {
      if (each.updates() >= next * last / (MOST - 1)) {
        few.add(each);
        next = (int) Math.floor(each.updates() * (MOST - 1) / last) + 1;
      }
    }
    return few;
  }

  /** So that the whole curve is there early, and then gets finer. */
  static <T> List<T> coarseFirst(List<T> all) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      places.add(i);
    }
    places.sort(
        Comparator.comparingInt((Integer i) -> -Integer.numberOfTrailingZeros(i))
            .thenComparingInt(i -> i));
    return places.stream().map(all::get).toList();
  }

  void cancel() {
    cancelled = true;
  }

  boolean isBusy() {
    return !work.isDone();
  }

  /** Whether there is more than when it was asked last. */
  boolean hasMore() {
    boolean isDone = work.isDone();
    int now = points.size();
    boolean isMore = now != seen || isDone != wasDone;
    seen = now;
    wasDone = isDone;
    if (isDone) {
      work.join();
    }
    return isMore;
  }

  /** Those that are there, in the order of their updates. */
  List<Point> points() {
    return List.copyOf(points.values());
  }
}
