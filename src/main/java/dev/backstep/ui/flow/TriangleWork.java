package dev.backstep.ui.flow;

import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.FlowTriangle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The triangle of one sequence as it is computed, on another thread than the screen's. */
final class TriangleWork {
  /** The longest sequence of which all rows are computed: there are T² / 2 of their numbers. */
  static final int LONGEST = 1000;

  private final FlowTriangle triangle;
  private final AtomicInteger rows = new AtomicInteger();
  private volatile int wanted;
  private volatile boolean cancelled;
  private CompletableFuture<Boolean> work;
  private int seen;
  private boolean isDone;

  /** Begins with the row of a loss. */
  TriangleWork(Trace trace, int loss) {
    triangle = new FlowTriangle(trace);
    wanted = loss;
    work = CompletableFuture.supplyAsync(this::compute);
  }

  private boolean compute() {
    return triangle.compute(
        () -> wanted, () -> cancelled || isEnough(), row -> rows.incrementAndGet());
  }

  private boolean isEnough() {
    return !isOfAllLosses() && triangle.row(wanted).isPresent();
  }

  /** Whether the rows of all losses are computed, and not only those that are looked at. */
  boolean isOfAllLosses() {
    return triangle.length() <= LONGEST;
  }

  /** Says whose row is wanted next. */
  void want(int loss) {
    wanted = loss;
    if (!isOfAllLosses() && work.isDone() && triangle.row(loss).isEmpty()) {
      work = CompletableFuture.supplyAsync(this::compute);
    }
  }

  void cancel() {
    cancelled = true;
  }

  /** Whether there is more than when it was asked last. */
  boolean hasMore() {
    int now = rows.get();
    boolean wasDone = isDone;
    isDone = work.isDone();
    boolean isMore = now != seen || isDone != wasDone;
    seen = now;
    if (isDone) {
      work.join();
    }
    return isMore;
  }

  boolean isBusy() {
    return !work.isDone();
  }

  FlowTriangle triangle() {
    return triangle;
  }
}
