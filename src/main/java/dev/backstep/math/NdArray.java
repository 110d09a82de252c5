package dev.backstep.math;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in any number of dimensions, as a NumPy program saved them. The entries stand in C order:
 * the last index runs fastest. A shape of no dimensions is a single number.
 */
public final class NdArray {
  /** The type of an entry in the file. */
  public enum Kind {
    FLOAT64,
    FLOAT32,
    FLOAT16,
    INTEGER,
    BOOLEAN,
    /** One character each, as its code point; 0 for the empty text. */
    CHARACTER
  }

  private final Kind kind;
  private final int[] shape;
  private final Supplier<double[]> source;
  private double @Nullable [] values;

  private NdArray(Kind kind, int[] shape, Supplier<double[]> source) {
    this.kind = kind;
    this.shape = shape;
    this.source = source;
  }

  /**
   * Entries that are there.
   *
   * @param kind what they were before they became doubles
   * @param shape the size of each dimension
   * @param values as many as the shape has entries; kept, and not to be modified
   * @throws IllegalArgumentException if the shape has another number of entries
   */
  public NdArray(Kind kind, int[] shape, double[] values) {
    this(kind, shape, () -> values);
    values();
  }

  /**
   * Entries that are read when they are asked for, once.
   *
   * @param source may throw what says that they cannot be read
   */
  public static NdArray later(Kind kind, int[] shape, Supplier<double[]> source) {
    return new NdArray(kind, shape, source);
  }

  /** Doubles in the given shape. */
  public static NdArray of(double[] values, int... shape) {
    return new NdArray(Kind.FLOAT64, shape, values);
  }

  /** Whole numbers, one after the other. */
  public static NdArray of(int[] values) {
    double[] doubles = Arrays.stream(values).asDoubleStream().toArray();
    return new NdArray(Kind.INTEGER, new int[] {values.length}, doubles);
  }

  /** A copy of a matrix, (rows, cols). */
  public static NdArray of(MatrixView matrix) {
    double[] values = new double[matrix.rows() * matrix.cols()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int col = 0; col < matrix.cols(); col++) {
        values[row * matrix.cols() + col] = matrix.get(row, col);
      }
    }
    return of(values, matrix.rows(), matrix.cols());
  }

  /** The number of entries of a shape; more than an array can have as they are. */
  public static long count(int[] shape) {
    long count = 1;
    for (int size : shape) {
      count = size == 0 ? 0 : Math.multiplyExact(count, (long) size);
    }
    return count;
  }

  /** The kind of the entries before they became doubles. */
  public Kind kind() {
    return kind;
  }

  /** The size of each dimension. */
  public int[] shape() {
    return shape;
  }

  /** As many as the shape has entries; not to be modified. */
  public double[] values() {
    double[] read = values;
    if (read == null) {
      read = source.get();
      if (count(shape) != read.length) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%d values for the shape %s", read.length, text(shape)));
      }
      values = read;
    }
    return read;
  }

  /** The number of entries, which need not be read for it. */
  public long count() {
    return count(shape);
  }

  /** The number of dimensions. */
  public int dimensions() {
    return shape.length;
  }

  /** Whether the sizes are these. */
  public boolean hasShape(int... sizes) {
    return Arrays.equals(shape, sizes);
  }

  /** The index of an entry in each dimension, as Python writes it: {@code [3, 5]}. */
  public String index(int entry) {
    int[] index = new int[shape.length];
    int rest = entry;
    for (int i = shape.length - 1; i >= 0; i--) {
      index[i] = rest % shape[i];
      rest /= shape[i];
    }
    return shape.length == 0 ? "" : Arrays.toString(index);
  }

  /** A shape as NumPy writes it: {@code ()}, {@code (27,)}, {@code (27, 16)}. */
  public static String text(int... shape) {
    if (shape.length == 1) {
      return "(" + shape[0] + ",)";
    }
    return IntStream.of(shape)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NdArray that
        && kind == that.kind
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(values(), that.values());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values());
  }

  @Override
  public String toString() {
    return kind + text(shape);
  }
}
