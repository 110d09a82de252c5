package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What faults are tried on, and what a check on it can show. */
class SpecimenTest {
  private static final Specimen CARRIED = specimen(FaultTraces.CARRIED);
  private static final Specimen FRESH = specimen(FaultTraces.FRESH);

  private static Specimen specimen(RandomNet net) {
    return Specimen.of(FaultTraces.right(net), FaultTraces.LONGEST);
  }

  @Test
  void itHasTheNumbersOfTheTraceThatItIsTakenFrom() {
    Trace original = FaultTraces.right(FaultTraces.CARRIED);
    Trace again = CARRIED.right();
    for (String name : Parameters.NAMES) {
      assertThat(Difference.between(original.gradient(name), again.gradient(name)).isExact())
          .as(name)
          .isTrue();
    }
    assertThat(again.label(again.input(3))).isEqualTo(original.label(original.input(3)));
  }

  @Test
  void theGradientsOfTheSequenceBeforeAreThereWhereTheyAreNotCleared() {
    FaultEffect examination = FaultEffect.of(Fault.NO_RESET, CARRIED);
    assertThat(examination.firstWrongTimestep()).isEmpty();
    assertThat(examination.isUnseen()).isFalse();
    // Twice the right gradient: ‖2g − g‖ / (‖2g‖ + ‖g‖).
    assertThat(examination.signature().totals().get("dW1").error())
        .isCloseTo(1.0 / 3, within(1e-15));
    assertThat(examination.isWrong(Signature.DH0)).isFalse();
  }

  @Test
  void paddingGoesAsFarAsTheLongestSequence() {
    assertThat(CARRIED.by(Fault.PADDING_UNMASKED).length()).isEqualTo(FaultTraces.LONGEST);
  }

  @Test
  void withH0OfZerosTheCheckLetsTheSkippedFirstTimestepPass() {
    List<Fault> faults = List.of(Fault.SKIPS_T0, Fault.MISSING_TRANSPOSE);
    assertThat(FaultSurvey.of(faults, FRESH).unseen()).containsExactly(Fault.SKIPS_T0);
    assertThat(FaultSurvey.of(faults, CARRIED).unseen()).isEmpty();
    assertThat(FaultEffect.of(Fault.SKIPS_T0, FRESH).isUnseen()).isTrue();
  }

  @Test
  void aRandomH0ShowsIt() {
    Specimen better = FRESH.withRandomH0(1);
    assertThat(Evidence.of(better.right()).normOfH0()).isPositive();
    assertThat(FaultEffect.of(Fault.SKIPS_T0, better).isWrong("dW2")).isTrue();
    assertThat(better.withRandomH0(1).example().states()).isEqualTo(better.example().states());
    assertThat(better.withRandomH0(2).example().states()).isNotEqualTo(better.example().states());
  }

  @Test
  void randomWeightsHaveTheScaleThatTheyAreSaidToHave() {
    Specimen tiny = specimen(RandomNet.gaussian(3, 0.001, new Shape(27, 32), 8));
    assertThat(Evidence.of(tiny.right()).weaknesses()).contains(WeakEvidence.TINY_WEIGHTS);

    Evidence better = Evidence.of(tiny.withRandomWeights(1).right());
    assertThat(better.weaknesses()).doesNotContain(WeakEvidence.TINY_WEIGHTS);
    assertThat(better.scaleOfW2()).isBetween(0.37, 0.43);
  }

  @Test
  void aLargeNetGetsSmallerWeightsSoThatItIsNotSaturated() {
    Specimen large = specimen(RandomNet.gaussian(3, 0.4, new Shape(27, 128), 8));
    assertThat(large.sigma()).isEqualTo(0.2);
    assertThat(Evidence.of(large.withRandomWeights(1).right()).meanDerivative())
        .isBetween(0.2, 0.7);
  }

  @Test
  void theFirstWrongNumberIsThatOfTheCatalogue() {
    assertThat(FaultEffect.of(Fault.MISSING_TRANSPOSE, CARRIED).signature().firstWrong(1e-12))
        .contains(new Signature.Place(CheckedQuantity.DH_PREV, 7));
    assertThat(FaultEffect.of(Fault.ONE_STEP_ONLY, CARRIED).firstWrongTimestep()).contains(5);
  }

  @Test
  void twoFaultsAreTheSameOnlyWhereTheirTotalsAre() {
    FaultEffect skips = FaultEffect.of(Fault.SKIPS_T0, FRESH);
    assertThat(skips.isSameAs(Fault.NONE)).isTrue();
    assertThat(skips.isSameAs(Fault.H_FOR_HPREV)).isFalse();
  }

  @Test
  void theEvidenceSaysOnWhatItRests() {
    Evidence evidence = Evidence.of(FRESH.right());
    assertThat(evidence.length()).isEqualTo(8);
    assertThat(evidence.normOfH0()).isZero();
    assertThat(evidence.weaknesses()).containsExactly(WeakEvidence.ZERO_H0);
    double h = FRESH.right().values(Cell.H).get(0, 0);
    assertThat(evidence.meanDerivative()).isBetween(0.0, 1.0).isNotEqualTo(1 - h * h);
  }
}
