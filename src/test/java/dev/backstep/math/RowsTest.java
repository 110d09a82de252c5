package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void shrinkingAndGrowingBackKeepsTheVerySameRows() {
    Rows rows = new Rows(5, 3);
    double[][] before = new double[5][];
    for (int row = 0; row < 5; row++) {
      before[row] = rows.row(row);
      rows.row(row)[0] = row;
    }

    rows.resize(2);
    rows.resize(0);
    rows.resize(5);

    for (int row = 0; row < 5; row++) {
      assertThat(rows.row(row)).isSameAs(before[row]);
      assertThat(rows.get(row, 0)).isEqualTo(row);
    }
  }

  @Test
  void growingFurtherKeepsTheRowsThereAreAndAddsZeros() {
    Rows rows = new Rows(2, 3);
    double[] first = rows.row(0);
    double[] second = rows.row(1);
    second[2] = 7;

    rows.resize(4);

    assertThat(rows.row(0)).isSameAs(first);
    assertThat(rows.row(1)).isSameAs(second).containsExactly(0, 0, 7);
    assertThat(rows.row(3)).containsExactly(0, 0, 0);
    assertThat(rows.rows()).isEqualTo(4);
  }

  @Test
  void aRowBeyondTheSizeIsRefusedThoughItsStorageIsStillThere() {
    Rows rows = new Rows(5, 3);
    rows.resize(2);

    assertThatThrownBy(() -> rows.row(2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row 2 of 2");
    assertThatThrownBy(() -> rows.get(4, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> rows.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void copyFromTakesOverAFlatMatrixAndItsNumberOfRows() {
    Rows rows = new Rows(7, 3);
    rows.copyFrom(new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}}));

    assertThat(rows.rows()).isEqualTo(2);
    assertThat(rows.row(0)).containsExactly(1, 2, 3);
    assertThat(rows.row(1)).containsExactly(4, 5, 6);
  }

  @Test
  void copyTransposeOfTurnsRowsIntoColumns() {
    for (int n : new int[] {0, 1, 3, 4, 5, 8, 11}) {
      Rows matrix = new Rows(n, 3);
      for (int row = 0; row < n; row++) {
        Arrays.setAll(matrix.row(row), col -> 10 * n + col);
        matrix.row(row)[1] = row;
      }
      Rows rows = new Rows(n);
      rows.copyTransposeOf(matrix);

      assertThat(rows.rows()).isEqualTo(3);
      for (int row = 0; row < rows.rows(); row++) {
        for (int col = 0; col < n; col++) {
          assertThat(rows.get(row, col)).isEqualTo(matrix.get(col, row));
        }
      }
    }
  }

  @Test
  void setZeroLeavesTheRowsBeforeTheFirst() {
    Rows rows = new Rows(3, 1);
    rows.row(0)[0] = 4;
    rows.row(1)[0] = 5;
    rows.row(2)[0] = 6;
    rows.setZero(1);

    assertThat(new double[] {rows.get(0, 0), rows.get(1, 0), rows.get(2, 0)})
        .containsExactly(4, 0, 0);
  }

  @Test
  void aCopyIsOutOfReachOfLaterChanges() {
    Rows rows = new Rows(2, 2);
    rows.row(1)[1] = 5;
    Rows copy = Rows.copyOf(rows);

    rows.row(1)[1] = 6;
    rows.resize(1);

    assertThat(copy.rows()).isEqualTo(2);
    assertThat(copy.get(1, 1)).isEqualTo(5);
  }

  @Test
  void aRowIsTheMatrixItselfAndNotACopy() {
    Rows rows = new Rows(1, 2);
    rows.row(0)[1] = 4;

    assertThat(rows.get(0, 1)).isEqualTo(4);
  }
}
