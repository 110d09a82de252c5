package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Lstm;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Eigenvalues and singular values of matrices whose are known, and what truncation keeps. */
class SpectrumTest {
  @Test
  void aScaledRotationHasItsEigenvaluesOnACircle() {
    double angle = 0.7;
    double scale = 1.5;
    DMatrixRMaj matrix =
        new DMatrixRMaj(
            2,
            2,
            true,
            scale * StrictMath.cos(angle),
            -scale * StrictMath.sin(angle),
            scale * StrictMath.sin(angle),
            scale * StrictMath.cos(angle));
    Spectrum spectrum = Spectrum.of(matrix).orElseThrow();
    assertThat(spectrum.radius()).isCloseTo(scale, within(1e-14));
    assertThat(spectrum.largestSingularValue()).isCloseTo(scale, within(1e-14));
    assertThat(spectrum.eigenvalues())
        .allMatch(each -> Math.abs(each.real() - scale * StrictMath.cos(angle)) < 1e-14)
        .anyMatch(each -> Math.abs(each.imaginary() - scale * StrictMath.sin(angle)) < 1e-14);
  }

  @Test
  void aVectorMayGrowByMoreThanTheLargestEigenvalue() {
    DMatrixRMaj matrix = new DMatrixRMaj(2, 2, true, 0.5, 3, 0, 0.25);
    Spectrum spectrum = Spectrum.of(matrix).orElseThrow();
    assertThat(spectrum.radius()).isCloseTo(0.5, within(1e-15));
    assertThat(spectrum.eigenvalues().get(0).real()).isCloseTo(0.5, within(1e-15));
    assertThat(spectrum.largestSingularValue()).isGreaterThan(3);
    double[] values = Spectrum.singularValues(matrix).orElseThrow();
    assertThat(values[0] * values[1]).isCloseTo(0.125, within(1e-14));
    assertThat(values[0]).isGreaterThan(values[1]);
    assertThat(matrix.data).containsExactly(0.5, 3, 0, 0.25);
  }

  @Test
  void ofNumbersThatAreNotFiniteThereIsNone() {
    assertThat(Spectrum.of(new DMatrixRMaj(2, 2, true, 1, 2, Double.NaN, 4))).isEmpty();
    assertThat(Spectrum.of(new DMatrixRMaj(1, 1, true, Double.POSITIVE_INFINITY))).isEmpty();
  }

  @Test
  void aWindowAsLongAsTheSequenceKeepsAllAndAShorterOneLess() {
    Example example = RandomNet.gaussian(5, 0.5, new Shape(Lstm.NET, 12, 4), 7).example();
    Parameters whole = TruncationError.gradients(example, Truncation.NONE);
    Parameters same = TruncationError.gradients(example, Truncation.window(7));
    TruncationError none = TruncationError.of(same, whole, "W2_f");
    assertThat(none.cosine()).isCloseTo(1, within(1e-12));
    assertThat(none.relative()).isLessThan(1e-12);
    double last = 0;
    for (int k = 6; k > 0; k--) {
      Parameters cut = TruncationError.gradients(example, Truncation.window(k));
      TruncationError error = TruncationError.of(cut, whole, "W2_f");
      assertThat(error.relative()).isGreaterThan(0);
      assertThat(error.cosine()).isLessThan(1);
      last = error.relative();
    }
    assertThat(last).isGreaterThan(0.01);
    Parameters zeros = Parameters.zeros(whole.shape());
    assertThat(TruncationError.of(whole, zeros, "W2_f").relative()).isNaN();
    assertThat(TruncationError.of(zeros, whole, "W2_f").cosine()).isNaN();
    assertThat(TruncationError.of(zeros, whole, "W2_f").relative()).isEqualTo(1);
  }
}
