package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.GatedPrograms;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.words.DiagnosisWords;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fault of every net with gates, saved in float64 with the rows and without, and every second
 * in one of the ways beside: in float32, in PyTorch's names. What is said may be that several give
 * these numbers; it is never another fault alone, and never that all is right where the numbers are
 * not.
 */
class GatedFaultsTest {
  static Stream<Arguments> faults() {
    return Nets.ALL.stream()
        .filter(net -> net.preActivations().size() > 1)
        .flatMap(
            net ->
                FaultCatalogue.of(net).ofRuns().stream()
                    .map(fault -> Arguments.of(net.id(), fault.id())));
  }

  private static Map<String, NdArray> ours(Net net, Fault fault) {
    return Programs.ours(GatedPrograms.net(net), fault.rules());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void aFaultIsNamed(String cell, String id) throws SubmissionException {
    Net net = Nets.of(cell).orElseThrow();
    Fault fault = FaultCatalogue.named(id).orElseThrow();
    Map<String, NdArray> ours = ours(net, fault);
    Map<String, NdArray> totals = GatedPrograms.totalsOf(net, ours);
    assertNamed(ours, fault);
    assertNamed(totals, fault);
    int number = FaultCatalogue.of(net).ofRuns().indexOf(fault);
    if (number % 2 == 0) {
      assertNamed(other(net, number / 2, ours, totals), fault);
    }
  }

  /** One of the other ways to save it, in turn, so that every way has many faults. */
  private static Map<String, NdArray> other(
      Net net, int number, Map<String, NdArray> ours, Map<String, NdArray> totals) {
    return switch (number % (GatedPrograms.isInTorch(net) ? 4 : 2)) {
      case 0 -> GatedPrograms.inFloats(ours);
      case 1 -> GatedPrograms.inFloats(totals);
      case 2 -> GatedPrograms.pytorch(net, ours);
      default -> GatedPrograms.inFloats(GatedPrograms.pytorch(net, ours));
    };
  }

  @Test
  void twoFaultsAtOnceAreNamed() throws SubmissionException {
    Fault handedOn = FaultCatalogue.named("lstm-nothing-handed-on").orElseThrow();
    Fault derivative = FaultCatalogue.named("lstm-dg-times-g-tanh-twice").orElseThrow();
    RandomNet random = GatedPrograms.net(Lstm.NET);
    Map<String, NdArray> ours = Programs.ours(random, handedOn.with(derivative));
    Diagnosis diagnosis = Programs.diagnosis(GatedPrograms.totalsOf(Lstm.NET, ours));
    assertThat(diagnosis.explanations())
        .singleElement()
        .satisfies(
            pair -> assertThat(pair.faults()).containsExactlyInAnyOrder(handedOn, derivative));
  }

  @Test
  void whereNothingFitsTheRowsThatTellMoreAreAskedFor() throws SubmissionException {
    Map<String, NdArray> ours = ours(Lstm.NET, Fault.NONE);
    Map<String, NdArray> totals = GatedPrograms.totalsOf(Lstm.NET, ours);
    Lstm.NET.names().forEach(name -> totals.get("d" + name).values()[0] += 0.1);
    assertThat(howSure(totals))
        .anyMatch(sentence -> sentence.contains("dh dc da_i da_f da_g da_o dh_prev dc_prev"));
    ours.get("dW1_i").values()[0] += 0.1;
    assertThat(howSure(ours)).noneMatch(sentence -> sentence.contains("dc_prev"));
  }

  private static List<String> howSure(Map<String, NdArray> arrays) throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    Diagnosis diagnosis = Diagnosis.of(verdict);
    assertThat(diagnosis.isFound()).isFalse();
    return new DiagnosisWords(Texts.load(), FaultTexts.load(), verdict, diagnosis).howSure();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru", "gru-reset-before"})
  void outerProductsTheWrongWayRoundAreNamedOfOneGateAndOfAll(String cell)
      throws SubmissionException {
    Net net = Nets.of(cell).orElseThrow();
    List<String> all = net.recurrentWeights().stream().map(weight -> "d" + weight.name()).toList();
    for (List<String> names : List.of(all.subList(1, 2), all)) {
      Map<String, NdArray> ours = ours(net, Fault.NONE);
      names.forEach(name -> ours.put(name, Programs.transposed(ours.get(name))));
      assertThat(Programs.diagnosis(GatedPrograms.totalsOf(net, ours)).explanations())
          .singleElement()
          .extracting(Explanation::change)
          .isEqualTo(
              new GradientChange(GradientChange.Kind.TRANSPOSED, 1, String.join(", ", names)));
    }
  }

  @Test
  void aRightNetIsRight() throws SubmissionException {
    for (Net net : Nets.ALL) {
      Map<String, NdArray> ours = ours(net, Fault.NONE);
      assertThat(Programs.diagnosis(ours).isRight()).isTrue();
      assertThat(Programs.diagnosis(GatedPrograms.inFloats(ours)).isRight()).isTrue();
    }
  }

  private static void assertNamed(Map<String, NdArray> arrays, Fault fault)
      throws SubmissionException {
    Verdict verdict = Programs.verdict(arrays);
    Diagnosis diagnosis = Diagnosis.of(verdict);
    if (diagnosis.isRight()) {
      assertThat(diagnosis.apart()).extracting(AlternativeFault::fault).contains(fault);
      return;
    }
    assertThat(diagnosis.explanations())
        .filteredOn(Explanation::isComplete)
        .flatExtracting(Explanation::faults)
        .contains(fault);
  }
}
