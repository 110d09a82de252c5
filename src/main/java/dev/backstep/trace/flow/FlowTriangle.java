package dev.backstep.trace.flow;

import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How strongly the loss of every timestep s depends on the state of every timestep t: rows s,
 * columns t, {@code ‖∂L_s/∂h_t‖}, which there is where t ≤ s. Rows may be read while others are
 * computed.
 */
public final class FlowTriangle {
  private final Trace trace;
  private final AtomicReferenceArray<@Nullable LossFlow> rows;
  private final double[][] sums;
  private volatile double largestDifference = Double.NaN;
  private volatile @Nullable TruncationError truncation;

  /** A triangle of which no row is computed yet. */
  public FlowTriangle(Trace trace) {
    this.trace = trace;
    rows = new AtomicReferenceArray<>(trace.length());
    sums = new double[trace.length()][trace.shape().hidden()];
  }

  /** T. */
  public int length() {
    return rows.length();
  }

  /** The sequence that it is of. */
  public Trace trace() {
    return trace;
  }

  /** The row of a loss, where it is computed. */
  public Optional<LossFlow> row(int loss) {
    return Optional.ofNullable(rows.get(loss));
  }

  /**
   * Computes the rows, that of one loss first and then the others, once.
   *
   * @param first the loss whose row is computed before all others, asked before each row
   * @param isCancelled asked before each row
   * @param computed told of each row
   * @return whether all are there
   */
  public boolean compute(IntSupplier first, BooleanSupplier isCancelled, IntConsumer computed) {
    StatePropagation cells = new StatePropagation(trace.example());
    int next = 0;
    while (next < length()) {
      if (isCancelled.getAsBoolean()) {
        return false;
      }
      int wanted = first.getAsInt();
      int loss = rows.get(wanted) == null ? wanted : next++;
      if (rows.get(loss) == null) {
        rows.set(loss, LossFlow.of(trace, cells, loss));
        addRows(cells, loss);
        computed.accept(loss);
      }
    }
    Trace whole = trace.whole();
    truncation = whole == trace ? null : TruncationError.of(trace, whole);
    largestDifference = difference(whole);
    return true;
  }

  private void addRows(StatePropagation cells, int loss) {
    Vector gradient = cells.net().gradientOf(Cell.H);
    for (int t = 0; t <= loss; t++) {
      double[] row = cells.row(gradient, t);
      for (int i = 0; i < row.length; i++) {
        sums[t][i] += row[i];
      }
    }
  }

  /** The largest |Σ_s ∂L_s/∂h_t − dh_t| against the largest |dh_t| of the sequence. */
  private double difference(Trace whole) {
    Vector gradient = trace.net().gradientOf(Cell.H);
    double largest = 0;
    for (int t = 0; t < length(); t++) {
      for (int i = 0; i < sums[t].length; i++) {
        largest = Math.max(largest, Math.abs(sums[t][i] - whole.values(gradient).get(t, i)));
      }
    }
    double size = whole.limit(gradient);
    return size == 0 ? largest : largest / size;
  }

  /**
   * By how much the rows, added over all losses, differ from the dh of the whole backward pass,
   * relative to its largest entry; NaN before all rows are there.
   */
  public double largestDifference() {
    return largestDifference;
  }

  /**
   * What the truncation of the run keeps of the gradients of the recurrent weights; nothing where
   * there is none, or before all rows are there.
   */
  public Optional<TruncationError> truncation() {
    return Optional.ofNullable(truncation);
  }
}
