package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
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
    "E, E",
    "DH, DH",
    "DH_FROM_OUTPUT, DH",
    "DH_FROM_LATER, DH",
    "DTANH, DTANH",
    "DXT, DXT",
    "DH_PREV, DH_PREV"
  })
  void theEquationThatComputesWhatIsSelectedIsLit(Vector quantity, Rule equation) {
    selection.select(new Entry.OfCell(quantity, 2, 0));

    assertThat(step.activeProperty().get()).isEqualTo(equation);
  }

  @ParameterizedTest
  @CsvSource({"W1, DW_HIDDEN", "W2, DW_HIDDEN", "bh, DW_HIDDEN", "W3, DW_OUTPUT", "bo, DW_OUTPUT"})
  void theEquationOfAGradientIsLitForWhatACellAddsAndForTheSum(String parameter, Rule equation) {
    selection.select(new Entry.OfShare(parameter, 2, 0, 1));
    assertThat(step.activeProperty().get()).isEqualTo(equation);

    step.activeProperty().set(Vanilla.NET.rule("e"));
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
    step.activeProperty().set(Vanilla.NET.rule("dxt"));
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
