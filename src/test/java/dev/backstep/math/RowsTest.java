package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    Rows rows = new Rows(2);
    rows.copyTransposeOf(new DMatrixRMaj(new double[][] {{1, 2, 3}, {4, 5, 6}}));

    assertThat(rows.rows()).isEqualTo(3);
    assertThat(rows.row(0)).containsExactly(1, 4);
    assertThat(rows.row(1)).containsExactly(2, 5);
    assertThat(rows.row(2)).containsExactly(3, 6);
  }

  @Test
  void aCopyIsOutOfReachOfLaterChanges() {
    Rows rows = new Rows(2, 2);
    rows.row(1)[1] = 5;
    Rows copy = rows.copy();

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
