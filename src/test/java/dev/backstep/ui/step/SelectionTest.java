package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.ui.shell.Traces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final Timeline LINE = new Timeline(5);

  private final StepViewModel step = new StepViewModel();
  private final Selection selection = step.selection();

  @BeforeEach
  void showAWord() {
    step.show(Traces.of("abcab"));
    step.goTo(LINE.backward(2));
  }

  private Entry selected() {
    return selection.entryProperty().get();
  }

  @ParameterizedTest
  @CsvSource({
    "e, e",
    "dh, dh",
    "dh_from_output, dh",
    "dh_from_later, dh",
    "dtanh, dtanh",
    "dxt, dxt",
    "dh_prev, dh_prev"
  })
  void theEquationThatComputesWhatIsSelectedIsLit(String name, String rule) {
    Vector quantity =
        Vanilla.NET.vectors().stream()
            .filter(vector -> vector.name().equals(name))
            .findFirst()
            .orElseThrow();
    selection.select(new Entry.OfCell(quantity, 2, 0));

    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule(rule));
  }

  @ParameterizedTest
  @CsvSource({"W1, dw_hidden", "W2, dw_hidden", "bh, dw_hidden", "W3, dw_output", "bo, dw_output"})
  void theEquationOfAGradientIsLitForWhatACellAddsAndForTheSum(String parameter, String rule) {
    Rule equation = Vanilla.NET.rule(rule);
    selection.select(new Entry.OfShare(parameter, 2, 0, 1));
    assertThat(step.activeProperty().get()).isEqualTo(equation);

    step.activate(Vanilla.NET.rule("e"));
    selection.select(new Entry.OfAccumulator(parameter, 2, 0, 1));
    assertThat(step.activeProperty().get()).isEqualTo(equation);
  }

  @Test
  void theEquationFollowsALinkAndTheWayBack() {
    selection.select(new Entry.OfCell(Cell.DH_FROM_LATER, 2, 0));
    selection.followTo(new Entry.OfCell(Cell.DH_PREV, 3, 0));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh_prev"));

    selection.back();
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh"));
  }

  @Test
  void aNumberOfTheOtherPassLightsNothingHere() {
    step.activate(Vanilla.NET.rule("dxt"));
    selection.select(new Entry.OfCell(Cell.H, 2, 0));
    selection.select(new Entry.OfWeights(Parameters.W2, 0, 0));

    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dxt"));
  }

  @Test
  void aGradientIsNoLongerSelectedWhereItIsNotComputed() {
    selection.select(new Entry.OfShare(Parameters.W2, 2, 0, 1));
    step.goTo(LINE.forward(1));
    assertThat(selected()).isNull();

    step.goTo(LINE.backward(2));
    selection.select(new Entry.OfAccumulator(Parameters.W2, 2, 0, 1));
    step.goTo(LINE.loss());
    assertThat(selected()).isNull();
  }

  @Test
  void aGradientIsFollowedFromCellToCellAndToTheUpdate() {
    selection.select(new Entry.OfAccumulator(Parameters.W2, 2, 0, 1));
    step.next();
    assertThat(selected()).isEqualTo(new Entry.OfAccumulator(Parameters.W2, 1, 0, 1));

    step.last();
    assertThat(selected()).isEqualTo(new Entry.OfAccumulator(Parameters.W2, 0, 0, 1));
  }

  @Test
  void atTheUpdateNoCellIsSelected() {
    selection.select(new Entry.OfCell(Cell.DH, 2, 0));
    step.last();

    assertThat(selected()).isNull();
  }
}
