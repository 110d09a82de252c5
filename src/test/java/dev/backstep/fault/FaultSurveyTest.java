package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.model.Example;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Net;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that an independent program has found of the faults of gated cells. */
class FaultSurveyTest {
  private static FaultSurvey survey(String name) {
    Specimen specimen = specimen(ReferenceCase.read(name));
    return FaultSurvey.of(FaultCatalogue.of(specimen.example().net()).listed(), specimen);
  }

  private static Specimen specimen(ReferenceCase golden) {
    List<String> labels =
        IntStream.range(0, golden.shape().vocabulary()).mapToObj(String::valueOf).toList();
    return new Specimen(
        labels,
        new Example(golden.parameters(), golden.inputs(), golden.targets(), golden.states()),
        golden.length());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "lstm_h0, 32, 28, 20, 13, 5",
    "gru_h0, 19, 16, 9, 5, 4",
    "gru_cho_h0, 15, 13, 8, 4, 4"
  })
  void nearlyEveryFaultSpoilsAllTotalsAndTheLastRowsTellMore(
      String name, int faults, int spoilingAll, int groups, int alone, int largest) {
    FaultSurvey survey = survey(name);
    assertThat(survey.tried()).hasSize(faults);
    assertThat(survey.unseen()).isEmpty();
    assertThat(survey.spoilingAll()).hasSize(spoilingAll);
    assertThat(survey.areTotalsAlike()).isTrue();
    assertThat(survey.groups()).hasSize(groups);
    assertThat(survey.alone()).isEqualTo(alone);
    assertThat(survey.groups().stream().mapToInt(List::size).max()).hasValue(largest);
    assertThat(survey.groups().stream().mapToInt(List::size).sum()).isEqualTo(faults);
  }

  @Test
  void theRowsAreTheGradientsOfTheUnits() {
    assertThat(survey("lstm_h0").rows())
        .extracting(row -> row.name())
        .containsExactly(
            "dh_from_later",
            "dh",
            "dc_from_later",
            "dc",
            "da_i",
            "da_f",
            "da_g",
            "da_o",
            "dh_prev",
            "dc_prev");
  }

  @Test
  void ofAPlainCellTheTotalsTellMoreAndNothingIsSaid() {
    Specimen carried = specimen(ReferenceCase.read("rnn_b_v27_h16_t11"));
    Net net = carried.example().net();
    assertThat(FaultSurvey.of(FaultCatalogue.of(net).listed(), carried).areTotalsAlike()).isFalse();
  }

  @Test
  void whatIsNotSeenIsInNoGroup() {
    FaultSurvey survey = FaultSurvey.of(List.of(Fault.SKIPS_T0, Fault.MISSING_TRANSPOSE), zero());
    assertThat(survey.unseen()).containsExactly(Fault.SKIPS_T0);
    assertThat(survey.groups()).containsExactly(List.of(Fault.MISSING_TRANSPOSE));
  }

  private static Specimen zero() {
    return specimen(ReferenceCase.read("rnn_d1_t1_h0zero"))
        .withSequence(new int[] {0, 1, 2}, new int[] {1, 2, 0});
  }
}
