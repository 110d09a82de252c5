package dev.backstep.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.trace.flow.Spectrum;
import dev.backstep.trace.flow.Spectrum.Eigenvalue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things stand in the pictures of the Flow screen. */
class FlowLayoutsTest {
  @ParameterizedTest
  @CsvSource({
    "0.0123, 4.5, -2, 1",
    "1, 1, 0, 1",
    "0.01, 0.01, -2, -1",
    "1e-79, 1e36, -79, 36",
    "2, 3, 0, 1"
  })
  void theRangeIsOfWholeDecadesAndIsNeverEmpty(double least, double most, int low, int high) {
    assertThat(FlowRange.of(least, most)).isEqualTo(new FlowRange(low, high));
  }

  @Test
  void aNormStandsAtItsLogarithm() {
    FlowRange range = new FlowRange(-3, 1);
    assertThat(range.share(0.001)).isEqualTo(0);
    assertThat(range.share(0.1)).isCloseTo(0.5, within(1e-15));
    assertThat(range.share(10)).isEqualTo(1);
    assertThat(range.share(0)).isEqualTo(0);
    assertThat(range.share(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(range.share(Double.NaN)).isNaN();
  }

  @Test
  void thereAreNoMoreLinesThanFit() {
    FlowRange range = new FlowRange(-79, 36);
    int step = range.step(6);
    assertThat(step).isEqualTo(20);
    assertThat(range.first(step)).isEqualTo(-60);
    assertThat(new FlowRange(-3, 1).step(6)).isEqualTo(1);
    assertThat(new FlowRange(-3, 1).step(0)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 11, 60, 100, 500})
  void everyRowOfTheTriangleIsFoundAtItsMiddleAndNothingBelow(int rows) {
    TriangleLayout layout = TriangleLayout.of(rows, 301, 22);
    for (int row = 0; row < rows; row++) {
      if (layout.top(row + 1) > layout.top(row)) {
        assertThat(layout.rowAt(layout.middle(row))).isEqualTo(row);
        assertThat(layout.rowHeight(row)).isBetween(1.0, 22.0);
      }
    }
    assertThat(layout.height()).isEqualTo(Math.min(301, rows * 22));
    assertThat(layout.rowAt(-1)).isEqualTo(-1);
    assertThat(layout.rowAt(layout.height() + 1)).isEqualTo(-1);
  }

  @Test
  void namesOfRowsDoNotTouch() {
    assertThat(TriangleLayout.of(10, 300, 22).namedEvery(11)).isEqualTo(1);
    assertThat(TriangleLayout.of(100, 300, 22).namedEvery(11)).isEqualTo(5);
    assertThat(TriangleLayout.of(300, 300, 22).namedEvery(11)).isEqualTo(20);
  }

  @Test
  void thePlaneShowsTheUnitCircleAndEveryEigenvalue() {
    Spectrum small = new Spectrum(List.of(new Eigenvalue(0.2, 0.1)), 0.5);
    Spectrum large = new Spectrum(List.of(new Eigenvalue(-3, 4)), 6);
    assertThat(EigenvalueView.reach(small)).isGreaterThan(1);
    assertThat(EigenvalueView.reach(large)).isGreaterThan(5);
  }

  @Test
  void singularValuesThatAreButRoundingHaveNoDecades() {
    assertThat(SingularValueView.range(new double[] {0.5, 0.02, 1e-19, 0}))
        .isEqualTo(new FlowRange(-2, 0));
    assertThat(SingularValueView.range(new double[] {0, 0})).isEqualTo(new FlowRange(-3, 1));
    assertThat(SingularValueView.range(new double[] {1e20, 1e10})).isEqualTo(new FlowRange(9, 20));
    assertThat(SingularValueView.range(new double[] {1, 1})).isEqualTo(new FlowRange(-1, 0));
  }
}
