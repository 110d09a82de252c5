package dev.backstep.trace.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The eigenvalues and the largest singular value of a square matrix.
 *
 * @param eigenvalues those of the largest magnitude first
 * @param largestSingularValue σ max, by which a vector grows at most
 */
public record Spectrum(List<Eigenvalue> eigenvalues, double largestSingularValue) {
  /** One eigenvalue in the plane. */
  public record Eigenvalue(double real, double imaginary) {
    /** Its distance from 0. */
    public double magnitude() {
      return Math.sqrt(real * real + imaginary * imaginary);
    }
  }

  public Spectrum {
    eigenvalues = List.copyOf(eigenvalues);
  }

  /** That of a matrix, not modified; empty where an entry is not finite or no solution is found. */
  public static Optional<Spectrum> of(DMatrixRMaj matrix) {
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      return Optional.empty();
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.numRows, false);
    if (!eigen.decompose(matrix.copy())) {
      return Optional.empty();
    }
    List<Eigenvalue> found = new ArrayList<>();
    for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      found.add(new Eigenvalue(value.real, value.imaginary));
    }
    found.sort(
        Comparator.comparingDouble(Eigenvalue::magnitude)
            .reversed()
            .thenComparingDouble(Eigenvalue::imaginary));
    return singularValues(matrix).map(values -> new Spectrum(found, values[0]));
  }

  /** Singular values from the largest. */
  static Optional<double[]> singularValues(DMatrixRMaj matrix) {
    if (MatrixFeatures_DDRM.hasUncountable(matrix)) {
      return Optional.empty();
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
    if (!svd.decompose(matrix.copy())) {
      return Optional.empty();
    }
    double[] values = Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
    Arrays.sort(values);
    double[] descending = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      descending[i] = values[values.length - 1 - i];
    }
    return Optional.of(descending);
  }

  /** ρ, the largest magnitude of an eigenvalue. */
  public double radius() {
    return eigenvalues.stream().mapToDouble(Eigenvalue::magnitude).max().orElse(0);
  }
}
