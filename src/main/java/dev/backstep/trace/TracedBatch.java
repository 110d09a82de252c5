package dev.backstep.trace;

import dev.backstep.math.MatrixView;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The batch that the sequence of a trace stands in: its rows with their padding, and how their
 * gradients add up. Nothing of it ever changes; any thread may ask, and whoever asks first
 * computes.
 */
public final class TracedBatch {
  private final List<Row> rows;
  private final Padding padding;
  private final int columns;
  private final Source source;
  private final AtomicReferenceArray<@Nullable Trace> traces;
  private volatile @Nullable Sum sum;

  /** What becomes of padding. */
  public enum Padding {
    /** States stay what they are, and its losses do not count. */
    FROZEN,
    /** The cell reads it, and its losses do not count. */
    READ,
    /** The cell reads it, and its losses count. */
    COUNTED
  }

  /**
   * A sequence.
   *
   * @param letters that it reads, without its padding
   * @param begin the column of the first of them
   * @param weight how often each of its losses counts
   */
  public record Row(List<String> letters, int begin, double weight) {
    public Row {
      letters = List.copyOf(letters);
    }

    /** The number of its own timesteps. */
    public int length() {
      return letters.size();
    }

    /** Whether a column is none of its own. */
    public boolean isPadding(int column) {
      return column < begin || column >= begin + length();
    }
  }

  /** What computes. */
  public interface Source {
    /** A row as it is gone through, the gradients of all others before its own. */
    Trace trace(int row);

    /** The gradient of the batch beside those of its sequences. */
    Sum sum();
  }

  /**
   * The gradient of the batch beside the sum of those of its sequences, each alone and without
   * padding, times the weight of its losses.
   *
   * @param norm of that sum
   * @param difference of the two, its norm
   */
  public record Sum(double norm, double difference) {
    /** Differences of this part of the norm are those of rounding. */
    private static final double ROUNDING = 1e-12;

    /** The difference as a part of the sum; 0 where there is none. */
    public double relative() {
      return difference == 0 ? 0 : difference / norm;
    }

    /** Whether they are the same but for rounding. */
    public boolean isSame() {
      return relative() <= ROUNDING;
    }
  }

  /**
   * A column of cells in the gradient of a weight: norms of what each row adds, of what all later
   * columns added before, of all that this one adds, and of the sum of both.
   */
  public record Column(double[] shares, double before, double added, double after) {}

  public TracedBatch(List<Row> rows, Padding padding, Source source) {
    this.rows = List.copyOf(rows);
    this.padding = padding;
    this.source = source;
    columns = rows.stream().mapToInt(row -> row.begin() + row.length()).max().orElseThrow();
    traces = new AtomicReferenceArray<>(rows.size());
  }

  /** The sequences. */
  public List<Row> rows() {
    return rows;
  }

  /** B. */
  public int size() {
    return rows.size();
  }

  /** The length of the longest. */
  public int columns() {
    return columns;
  }

  public Padding padding() {
    return padding;
  }

  /** Whether any sequence has padding. */
  public boolean hasPadding() {
    return rows.stream().anyMatch(row -> row.length() < columns);
  }

  /** Whether the cell computes something in a column of a row. */
  public boolean isComputed(int row, int column) {
    return padding != Padding.FROZEN || !rows.get(row).isPadding(column);
  }

  /** The timestep of a row's trace that stands in a column; it may be none of it. */
  public int timestep(int row, int column) {
    return padding == Padding.FROZEN ? column - rows.get(row).begin() : column;
  }

  /** The column in which a timestep of a row's trace stands. */
  public int column(int row, int timestep) {
    return padding == Padding.FROZEN ? timestep + rows.get(row).begin() : timestep;
  }

  /** A row, computed when it is first asked for. */
  public Trace trace(int row) {
    Trace there = traces.get(row);
    if (there == null) {
      traces.compareAndSet(row, null, source.trace(row).inBatch(this, row));
      there = traces.get(row);
    }
    return Objects.requireNonNull(there);
  }

  /** The gradient of the batch beside those of its sequences, computed when first asked for. */
  public Sum sum() {
    Sum there = sum;
    if (there == null) {
      there = source.sum();
      sum = there;
    }
    return there;
  }

  /** A column of cells in the gradient of a weight. */
  public Column column(String weight, int column) {
    double[] shares = new double[size()];
    double[] before = {};
    double[] added = {};
    for (int row = 0; row < size(); row++) {
      Trace trace = trace(row);
      if (row == 0) {
        MatrixView shape = trace.gradient(weight);
        before = new double[shape.rows() * shape.cols()];
        added = new double[before.length];
      }
      int t = timestep(row, column);
      for (int later = Math.max(0, t + 1); later < trace.length(); later++) {
        add(trace.share(weight, later), before);
      }
      if (t >= 0 && t < trace.length()) {
        MatrixView share = trace.share(weight, t);
        add(share, added);
        shares[row] = norm(share);
      }
    }
    double[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += added[i];
    }
    return new Column(shares, norm(before), norm(added), norm(after));
  }

  private static void add(MatrixView share, double[] sum) {
    int cols = share.cols();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share.get(i / cols, i % cols);
    }
  }

  private static double norm(MatrixView share) {
    double[] entries = new double[share.rows() * share.cols()];
    add(share, entries);
    return norm(entries);
  }

  private static double norm(double[] entries) {
    double squares = 0;
    for (double entry : entries) {
      squares += entry * entry;
    }
    return Math.sqrt(squares);
  }
}
