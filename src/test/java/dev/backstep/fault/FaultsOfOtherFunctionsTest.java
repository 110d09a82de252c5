package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Relu;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults of nets with relu and σ: which there are, and that what is said of them holds. */
class FaultsOfOtherFunctionsTest {
  private final FaultTexts texts = FaultTexts.load();

  static Stream<Arguments> listed() {
    return Stream.of(Relu.NET, Sigmoid.NET)
        .flatMap(
            net -> FaultCatalogue.of(net).listed().stream().map(fault -> Arguments.of(net, fault)));
  }

  static List<Net> nets() {
    return Nets.ALL;
  }

  private static Specimen specimen(Net net) {
    RandomNet random = RandomNet.gaussian(3, 0.4, new Shape(net, 27, 32), 8);
    return new Specimen(
        IntStream.range(0, 27).mapToObj(String::valueOf).toList(), random.example(), 11);
  }

  @Test
  void wrongDerivativesOfTanhAreListedOnlyWhereThereIsTanh() {
    List<Fault> ofTanh =
        List.of(
            Fault.TANH_TWICE,
            Fault.TANH_OF_PREVIOUS_STEP,
            Fault.SIGMOID_DERIVATIVE,
            Fault.H_NOT_SQUARED,
            Fault.TANH_ON_OUTPUT_PART_ONLY);
    assertThat(FaultCatalogue.of(Vanilla.NET).listed()).isEqualTo(Fault.OF_PLAIN_CELLS);
    for (Net other : List.of(Relu.NET, Sigmoid.NET)) {
      assertThat(FaultCatalogue.of(other).listed()).hasSize(33).doesNotContainAnyElementsOf(ofTanh);
    }
    assertThat(FaultCatalogue.of(Lstm.NET).listed())
        .isEqualTo(FaultCatalogue.of(Lstm.NET).ofRuns());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("listed")
  void theWordsNameNoFunctionAndNoVectorThatTheNetHasNot(Net net, Fault fault) {
    String said =
        String.join(
            " ",
            texts.title(fault, net, Notation.OURS),
            texts.lookFor(fault, net, Notation.OURS),
            texts.hides(fault, net, Notation.OURS),
            texts.faultyLine(fault, net, Notation.OURS));
    assertThat(said.replace("The derivative of tanh in the place of", ""))
        .doesNotContain("tanh")
        .doesNotContain("sigmoid");
  }

  @ParameterizedTest
  @CsvSource({
    "relu, relu-derivative-missing, da = dh, da = (h > 0) * dh",
    "relu, relu-tanh-derivative, da = (1 - h**2) * dh, da = (h > 0) * dh",
    "sigmoid, sigmoid-derivative-missing, da = dh, da = h * (1 - h) * dh",
    "sigmoid, sigmoid-tanh-derivative, da = (1 - h**2) * dh, da = h * (1 - h) * dh"
  })
  void theDerivativeOfAFunctionHasFaultsThatOnlyItsNetHas(
      String cell, String id, String wrong, String right) {
    Net net = Nets.of(cell).orElseThrow();
    Fault fault = FaultCatalogue.named(id, net).orElseThrow();
    assertThat(FaultCatalogue.of(net).listed()).contains(fault);
    assertThat(Nets.ALL.stream().filter(fault::isOf)).containsExactly(net);
    assertThat(texts.title(fault, net, Notation.OURS))
        .contains(net.functions().get(0).function().symbol());
    assertThat(texts.faultyLine(fault, net, Notation.OURS)).isEqualTo(wrong);
    assertThat(texts.rightLine(fault, net, Notation.OURS)).isEqualTo(right);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void oneThingHasOneNameInANet(Net net) {
    assertThat(FaultCatalogue.of(net).ofRuns().stream().filter(Fault::isWritten))
        .extracting(fault -> fault.rules().net(net).rules())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsChosenByTheNameOfTheTanhNetIsTheFaultOfTheOwnFunction() {
    Fault ofRelu = FaultCatalogue.named("relu-derivative-missing").orElseThrow();
    assertThat(Fault.NO_TANH_DERIVATIVE.in(Relu.NET)).isEqualTo(ofRelu);
    assertThat(Fault.NO_TANH_DERIVATIVE.in(Vanilla.NET)).isEqualTo(Fault.NO_TANH_DERIVATIVE);
    assertThat(Fault.TANH_TWICE.in(Relu.NET)).isEqualTo(Fault.TANH_TWICE);
    assertThat(ofRelu.isOf(Lstm.NET)).isFalse();
  }

  /** What clipping changes is a matter of how large the gradients are. */
  static Stream<Arguments> withoutClipping() {
    return listed().filter(each -> each.get()[1] != Fault.CLIPPED_BEFORE_CHECK);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("withoutClipping")
  void theTotalsThatItSpoilsAreThoseThatItsWordsSay(Net net, Fault fault) {
    Fault ofTanh = fault.isOf(Vanilla.NET) ? fault : Fault.NO_TANH_DERIVATIVE;
    assertThat(wrongTotals(net, fault)).isEqualTo(wrongTotals(Vanilla.NET, ofTanh));
  }

  private static Set<String> wrongTotals(Net net, Fault fault) {
    FaultEffect examination = FaultEffect.of(fault, specimen(net));
    return examination.signature().totals().keySet().stream()
        .filter(examination::isWrong)
        .collect(Collectors.toSet());
  }
}
