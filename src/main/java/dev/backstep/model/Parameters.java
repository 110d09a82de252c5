package dev.backstep.model;

import dev.backstep.math.DenseView;
import dev.backstep.math.Kernels;
import dev.backstep.math.MatrixView;
import dev.backstep.net.Nets;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * Named matrices in a fixed order: the weights of a network, and likewise their gradients and what
 * an optimiser remembers about each of them.
 *
 * <p>W1 (V,H) input to hidden, W2 (H,H) hidden to hidden, W3 (V,H) hidden to output, bh (1,H), bo
 * (1,V).
 */
public final class Parameters {
  public static final String W1 = "W1";
  public static final String W2 = "W2";
  public static final String W3 = "W3";
  public static final String BH = "bh";
  public static final String BO = "bo";

  /** The names in their order. */
  public static final List<String> NAMES = List.of(W1, W2, W3, BH, BO);

  private final Shape shape;
  private final List<String> names;
  private final DMatrixRMaj[] matrices;

  private Parameters(Shape shape, List<String> names, DMatrixRMaj[] matrices) {
    this.shape = shape;
    this.names = names;
    this.matrices = matrices;
  }

  /** Whether a parameter is a vector and not a matrix. */
  public static boolean isBias(String name) {
    return Nets.isBias(name);
  }

  /** All entries 0. */
  public static Parameters zeros(Shape shape) {
    return new Parameters(
        shape,
        shape.net().names(),
        shape.net().weights().stream()
            .map(weight -> zeros(weight, shape))
            .toArray(DMatrixRMaj[]::new));
  }

  /** A row of zeros for each state that a sequence begins with: h0, and c0 of an LSTM. */
  public static Parameters initialStates(Shape shape) {
    return new Parameters(
        shape,
        shape.net().states().stream().map(state -> state + "0").toList(),
        shape.net().states().stream()
            .map(state -> new DMatrixRMaj(1, shape.hidden()))
            .toArray(DMatrixRMaj[]::new));
  }

  private static DMatrixRMaj zeros(Weight weight, Shape shape) {
    return new DMatrixRMaj(shape.size(weight.rows()), shape.size(weight.cols()));
  }

  public Shape shape() {
    return shape;
  }

  /** The names in the order of the matrices: of the weights of the net, or of its states. */
  public List<String> names() {
    return names;
  }

  /** The matrix itself, not a copy. */
  public DMatrixRMaj get(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "no parameter is called '" + name + "'; there are " + names);
    }
    return matrices[index];
  }

  /** The entries of the matrix at a place of {@link #names}, row after row; not a copy. */
  public double[] data(int index) {
    return matrices[index].data;
  }

  /** The number of matrices. */
  public int count() {
    return matrices.length;
  }

  public MatrixView view(String name) {
    return new DenseView(get(name));
  }

  public Parameters copy() {
    return new Parameters(
        shape, names, Stream.of(matrices).map(DMatrixRMaj::copy).toArray(DMatrixRMaj[]::new));
  }

  /**
   * The same matrices, not copies, as those of another net that has the same weights.
   *
   * @throws IllegalArgumentException if it has others
   */
  public Parameters as(Shape other) {
    if (!other.net().weights().equals(shape.net().weights())) {
      throw new IllegalArgumentException(
          "the net has the weights " + other.net().names() + "; these are " + names);
    }
    return new Parameters(other, names, matrices);
  }

  /** Adds those of another net of the same shape, entry by entry. */
  public void add(Parameters others) {
    for (int i = 0; i < matrices.length; i++) {
      double[] sum = matrices[i].data;
      double[] added = others.matrices[i].data;
      for (int j = 0; j < sum.length; j++) {
        sum[j] += added[j];
      }
    }
  }

  /** How much memory the entries take. */
  public long bytes() {
    return Stream.of(matrices).mapToLong(matrix -> (long) Double.BYTES * matrix.data.length).sum();
  }

  public void setZero() {
    for (DMatrixRMaj matrix : matrices) {
      matrix.zero();
    }
  }

  /** The Euclidean norm of all entries of all matrices together, {@code √Σ g²}. */
  public double norm() {
    return Math.sqrt(sumOfSquares());
  }

  /** The squares of all entries of all matrices together, {@code Σ g²}. */
  public double sumOfSquares() {
    double sum = 0;
    for (DMatrixRMaj matrix : matrices) {
      sum += Kernels.sumOfSquares(matrix.data);
    }
    return sum;
  }
}
