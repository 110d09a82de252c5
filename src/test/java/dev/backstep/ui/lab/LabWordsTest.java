package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import dev.backstep.words.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lab's words for the evidence, of whatever net it is. */
class LabWordsTest {
  private static final Evidence WEAK =
      new Evidence(3, 0, 0.01, 0.9, EnumSet.allOf(WeakEvidence.class));

  private final LabWords words = new LabWords(Texts.load(), FaultTexts.load());

  static List<Net> nets() {
    return Nets.ALL;
  }

  private String said(Net net) {
    return String.join(" ", words.warnings(WEAK, net)) + " " + words.rests(WEAK, net);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void onlyWeightsAndFunctionsOfTheNetAreNamed(Net net) {
    String said = said(net);
    assertThat(said).doesNotContain("{");
    assertThat(Pattern.compile("\\bd?(W\\d(_\\w)?)").matcher(said).results())
        .isNotEmpty()
        .allMatch(found -> hasWeight(net, found.group(1)));
    for (String function : List.of("tanh", "σ", "relu")) {
      assertThat(said.contains(function))
          .as(function)
          .isEqualTo(
              net.functions().stream()
                  .anyMatch(apply -> apply.function().symbol().equals(function)));
    }
  }

  private static boolean hasWeight(Net net, String name) {
    return net.weights().stream().map(Weight::name).anyMatch(name::equals);
  }

  @Test
  void theVanillaNetHasOneMinusHSquaredAndOthersTheSlopeOfTheirFunctions() {
    assertThat(words.rests(WEAK, Vanilla.NET)).contains("mean 1 − h² = 0.90").contains("W2 about");
    assertThat(words.rests(WEAK, Relu.NET)).contains("mean slope of relu: 0.90");
    assertThat(words.rests(WEAK, Lstm.NET)).contains("W2_i, W2_f, W2_g, W2_o about");
    assertThat(said(Lstm.NET)).contains("W2_i, W2_f, W2_g, W2_o are symmetric");
    assertThat(said(Vanilla.NET)).contains("W2 is symmetric");
  }

  @Test
  void whereEveryListedFaultIsSeenOnlyOthersCouldHide() {
    List<Fault> faults = FaultCatalogue.of(Lstm.NET).listed();
    FaultSurvey allSeen = new FaultSurvey(faults, List.of(), List.of(), List.of(), List.of());
    FaultSurvey oneUnseen =
        new FaultSurvey(faults, faults.subList(0, 1), List.of(), List.of(), List.of());
    assertThat(words.warning("Why.", null)).isEqualTo("A fault could hide here. Why.");
    assertThat(words.warning("Why.", oneUnseen)).isEqualTo("A fault could hide here. Why.");
    assertThat(words.warning("Why.", allSeen))
        .isEqualTo("A fault that is not in the list could hide here. Why.");
  }

  @Test
  void anotherSequenceIsOfferedWithItsLength() {
    assertThat(words.improvements(EnumSet.allOf(BetterEvidence.class), 0.4, 7))
        .isEqualTo("a random h0, another sequence with T = 7, weights 0.40·randn");
  }
}
