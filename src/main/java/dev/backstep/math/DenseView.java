package dev.backstep.math;

import org.ejml.data.DMatrixRMaj;

/** An EJML matrix as a {@link MatrixView}, so that nothing above the model needs EJML. */
public record DenseView(DMatrixRMaj matrix) implements MatrixView {
  @Override
  public int rows() {
    return matrix.numRows;
  }

  @Override
  public int cols() {
    return matrix.numCols;
  }

  @Override
  public double get(int row, int col) {
    return matrix.get(row, col);
  }
}
