package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MatrixViewsTest {
  @Test
  void anOuterProductIsLeftTransposedTimesRight() {
    OuterProduct product = new OuterProduct(new double[] {1, -2}, new double[] {3, 5, 7});

    assertThat(product.rows()).isEqualTo(2);
    assertThat(product.cols()).isEqualTo(3);
    assertThat(product.get(0, 2)).isEqualTo(7);
    assertThat(product.get(1, 0)).isEqualTo(-6);
    assertThat(product.maxAbs()).isEqualTo(14);
  }

  @Test
  void anOuterProductSeesItsVectorsAsTheyAre() {
    double[] left = {1};
    OuterProduct product = new OuterProduct(left, new double[] {3});
    left[0] = 10;

    assertThat(product.get(0, 0)).isEqualTo(30);
  }

  @Test
  void aDifferenceIsLeftMinusRight() {
    MatrixView difference =
        Combined.difference(
            dense(new double[][] {{1, 2}, {3, 4}}), dense(new double[][] {{5, 5}, {5, 1}}));

    assertThat(difference.rows()).isEqualTo(2);
    assertThat(difference.cols()).isEqualTo(2);
    assertThat(difference.get(0, 1)).isEqualTo(-3);
    assertThat(difference.get(1, 1)).isEqualTo(3);
  }

  @Test
  void aDifferenceOfOtherShapesIsRefused() {
    assertThatThrownBy(() -> Combined.difference(new Rows(2, 3), new Rows(2, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two matrices of one shape are needed, not (2,3) and (2,4)");
    assertThatThrownBy(() -> Combined.difference(new Rows(3, 2), new Rows(2, 2)))
        .hasMessage("two matrices of one shape are needed, not (3,2) and (2,2)");
  }

  @Test
  void rowsFromSkipsTheFirstRowsAndFollowsTheirNumber() {
    Rows all = new Rows(3, 2);
    all.row(1)[0] = 5;
    RowsFrom tail = new RowsFrom(all, 1);

    assertThat(tail.rows()).isEqualTo(2);
    assertThat(tail.cols()).isEqualTo(2);
    assertThat(tail.get(0, 0)).isEqualTo(5);
    all.resize(9);
    assertThat(tail.rows()).isEqualTo(8);
  }

  @Test
  void aDenseViewReadsRowsAndColumnsTheRightWayRound() {
    DenseView view = dense(new double[][] {{1, 2, 3}, {4, 5, 6}});

    assertThat(view.rows()).isEqualTo(2);
    assertThat(view.cols()).isEqualTo(3);
    assertThat(view.get(1, 0)).isEqualTo(4);
  }

  @Test
  void theLargestMagnitudePassesOverWhatIsNotFinite() {
    double infinity = Double.POSITIVE_INFINITY;

    assertThat(dense(new double[][] {{1, -8}, {infinity, Double.NaN}}).maxAbs()).isEqualTo(8);
    assertThat(dense(new double[][] {{Double.NaN, -infinity}}).maxAbs()).isZero();
    assertThat(new Rows(3).maxAbs()).isZero();
  }

  private static DenseView dense(double[][] entries) {
    return new DenseView(new DMatrixRMaj(entries));
  }

  @Test
  void oneRowIsZeroElsewhereEvenIfTheVectorIsNotFinite() {
    OneRow matrix = new OneRow(3, 1, new double[] {Double.NaN, 2});

    assertThat(matrix.get(1, 0)).isNaN();
    assertThat(matrix.get(1, 1)).isEqualTo(2);
    assertThat(matrix.get(0, 0)).isZero();
    assertThat(matrix.get(2, 1)).isZero();
  }

  @Test
  void aSelectionOfColumnsReadsTheColumnsInItsOrder() {
    MatrixView selected =
        new ColumnSelection(dense(new double[][] {{1, 2, 3}, {4, 5, 6}}), new int[] {2, 0});

    assertThat(selected.rows()).isEqualTo(2);
    assertThat(selected.cols()).isEqualTo(2);
    assertThat(selected.get(0, 0)).isEqualTo(3);
    assertThat(selected.get(1, 1)).isEqualTo(4);
  }
}
