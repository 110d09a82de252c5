package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Each warning where it applies and nowhere else. */
class WeakEvidenceTest {
  @Test
  void aNetWithACarriedStateAndOrdinaryWeightsIsGoodEvidence() {
    assertThat(evidence(RandomNet.of(1, 6, 5, 8))).isEmpty();
  }

  @Test
  void aHiddenStateOfZerosIsWeak() {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    assertThat(evidence(withH0(net, new double[5]))).containsExactly(WeakEvidence.ZERO_H0);
  }

  @Test
  void oneUnitOfH0ThatIsNotZeroIsEnough() {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    assertThat(evidence(withH0(net, new double[] {0, 0, 0, -0.1, 0}))).isEmpty();
  }

  @Test
  void oneTimestepIsWeakAndTwoAreNot() {
    assertThat(evidence(RandomNet.of(1, 6, 5, 1))).containsExactly(WeakEvidence.ONE_TIMESTEP);
    assertThat(evidence(RandomNet.of(1, 6, 5, 2))).isEmpty();
  }

  @Test
  void tinyWeightsAreWeak() {
    assertThat(evidenceWithW2(w2 -> scale(w2, 0.01))).containsExactly(WeakEvidence.TINY_WEIGHTS);
  }

  @Test
  void aSymmetricW2IsWeak() {
    assertThat(evidenceWithW2(WeakEvidenceTest::symmetrize))
        .containsExactly(WeakEvidence.SYMMETRIC_W2);
  }

  @Test
  void anIdentityW2IsWeakBecauseItIsSymmetric() {
    assertThat(
            evidenceWithW2(
                w2 -> {
                  w2.zero();
                  for (int i = 0; i < w2.numRows; i++) {
                    w2.set(i, i, 1);
                  }
                }))
        .containsExactly(WeakEvidence.SYMMETRIC_W2);
  }

  @Test
  void aW2OfZerosIsBothSymmetricAndTiny() {
    assertThat(evidenceWithW2(DMatrixRMaj::zero))
        .containsExactly(WeakEvidence.TINY_WEIGHTS, WeakEvidence.SYMMETRIC_W2);
  }

  @Test
  void oneEntryOffTheMirrorImageIsEnough() {
    assertThat(
            evidenceWithW2(
                w2 -> {
                  symmetrize(w2);
                  w2.add(4, 0, 1e-3);
                }))
        .isEmpty();
  }

  @Test
  void aSingleHiddenUnitIsAlwaysSymmetric() {
    assertThat(evidence(RandomNet.of(2, 6, 1, 8))).contains(WeakEvidence.SYMMETRIC_W2);
  }

  @Test
  void saturatedUnitsAreWeakWhicheverTheirSign() {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    double[] bh = net.parameters().get(Parameters.BH).data;
    Arrays.fill(bh, 6);
    bh[2] = -6;

    assertThat(evidence(net)).containsExactly(WeakEvidence.SATURATED);
  }

  @Test
  void oneSaturatedUnitAmongFiveIsNotWeak() {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    net.parameters().get(Parameters.BH).data[2] = 20;

    assertThat(evidence(net)).isEmpty();
  }

  private static Set<WeakEvidence> evidenceWithW2(Consumer<DMatrixRMaj> change) {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    change.accept(net.parameters().get(Parameters.W2));
    return evidence(net);
  }

  private static Set<WeakEvidence> evidence(RandomNet net) {
    return new GradientCheck(net.example()).weakEvidence();
  }

  private static RandomNet withH0(RandomNet net, double[] h0) {
    return new RandomNet(net.parameters(), net.inputs(), net.targets(), h0);
  }

  private static void scale(DMatrixRMaj matrix, double factor) {
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] *= factor;
    }
  }

  private static void symmetrize(DMatrixRMaj matrix) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < i; j++) {
        matrix.set(i, j, matrix.get(j, i));
      }
    }
  }
}
