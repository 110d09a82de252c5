package dev.backstep.trace;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.CellSums;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ejml.data.DMatrixRMaj;

/**
 * One weight gradient as it stands after each backward cell, added up when asked. Every sum is one
 * over the cells from the last to the first, so a kept one can be added to and comes to the same
 * bits as a new one. The last two are kept, for steps towards the first cell, and one every few
 * cells, for steps the other way. Any thread may ask; none waits for another.
 */
final class PartialSums {
  /** The bytes to keep beside the last two. */
  private static final long BYTES = 16 << 20;

  /** Multiplications that take so little time (a few milliseconds) that nothing is kept of them. */
  private static final long FEW = 4_000_000;

  private final String name;
  private final SequenceBuffers buffers;
  private final BackwardRules rules;
  private final Shape shape;
  private final int rows;
  private final int cols;
  private final int stride;
  private final AtomicReferenceArray<DMatrixRMaj> kept;
  private final Sum beginning;
  private volatile Pair last;

  /** The sum over the cells {@code from … T−1}; never changed once made. */
  private record Sum(int from, DMatrixRMaj matrix) {}

  /** A cell finds the one and leaves the other; neither is to be modified. */
  record Pair(Sum found, Sum left) {
    DMatrixRMaj before() {
      return found.matrix();
    }

    DMatrixRMaj after() {
      return left.matrix();
    }
  }

  PartialSums(String name, SequenceBuffers buffers, Backward backward) {
    this.name = name;
    this.buffers = buffers;
    rules = backward.rules();
    shape = backward.gradients().shape();
    DMatrixRMaj found = backward.gradients().get(name);
    rows = found.numRows;
    cols = found.numCols;
    stride = (int) Math.max(cellsOfFew(), cellsBetweenKept());
    kept = new AtomicReferenceArray<>(buffers.length() / stride + 1);
    beginning = new Sum(buffers.length(), found);
    last = new Pair(beginning, beginning);
  }

  private long cellsOfFew() {
    // Where x is looked up a cell adds to one row only.
    boolean isAtInput = shape.net().gradient(shape.net().weight(name)).isAtInput();
    long work = isAtInput ? cols : (long) rows * cols;
    return Math.max(1, FEW / work);
  }

  private long cellsBetweenKept() {
    long most = Math.max(1, BYTES / (8L * rows * cols));
    return (buffers.length() + most - 1) / most;
  }

  /** The gradient as cell t finds it and as it leaves it. */
  Pair around(int t) {
    Sum before = from(t + 1, nearest(t + 1));
    Sum kept = nearest(t);
    Pair pair = new Pair(before, from(t, kept.from() == t ? kept : before));
    last = pair;
    return pair;
  }

  /** The kept sum that lacks the fewest cells. */
  private Sum nearest(int from) {
    Sum nearest = beginning;
    for (int k = Math.max(1, (from + stride - 1) / stride); k < kept.length(); k++) {
      if (kept.get(k) != null) {
        nearest = new Sum(k * stride, kept.get(k));
        break;
      }
    }
    Pair held = last;
    for (Sum sum : List.of(held.found(), held.left())) {
      nearest = sum.from() >= from && sum.from() <= nearest.from() ? sum : nearest;
    }
    return nearest;
  }

  /** Adds the cells that are lacking, and keeps what comes about on the way. */
  private Sum from(int from, Sum nearest) {
    if (nearest.from() == from) {
      return nearest;
    }
    DMatrixRMaj sum = nearest.matrix().copy();
    CellSums cells = new CellSums(rules, shape);
    int until = nearest.from();
    while (until > from) {
      int next = Math.max(from, (until - 1) / stride * stride);
      rules.accumulate(cells, name, buffers, next, until, sum);
      if (next > 0 && next % stride == 0) {
        kept.compareAndSet(next / stride, null, next == from ? sum : sum.copy());
      }
      until = next;
    }
    return new Sum(from, sum);
  }
}
