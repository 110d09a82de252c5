package dev.backstep.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinViewModelTest {
  private static final Entry DH = new Entry.OfCell(Cell.DH, 1, 2);
  private static final LitMatrix ALL_DH = new LitMatrix.OfCells(Cell.DH);

  private final StepViewModel step = new StepViewModel();
  private final BooleanProperty hidden = new SimpleBooleanProperty();
  private final PinViewModel model = new PinViewModel(step, new GuessFirst(step, hidden));
  private Timeline line;

  @BeforeEach
  void goBackward() {
    step.show(Traces.of("abca"));
    line = step.timelineProperty().get();
    step.goTo(line.backward(1));
  }

  private Lights lit() {
    return step.highlight().lightsProperty().get();
  }

  private Composition pinned() {
    return model.pinnedProperty().get();
  }

  @Test
  void whatItWasMadeOfStaysLitWhileTheCursorMovesAndAnotherIsPointedAt() {
    model.pin(DH);
    assertThat(pinned().entry()).isEqualTo(DH);
    int count = lit().sources().size();
    assertThat(lit().on(ALL_DH).isEmpty()).isFalse();
    step.goTo(line.backward(0));
    assertThat(lit().sources()).hasSize(count);
    step.highlight().point(new Entry.OfCell(Cell.H, 2, 0), "h");
    assertThat(lit().sources()).hasSizeGreaterThan(count);
    assertThat(lit().destinations()).isNotEmpty();
    step.highlight().leave();
    assertThat(lit().sources()).hasSize(count);
    step.first();
    assertThat(lit().on(ALL_DH).isEmpty()).as("dh is not computed yet").isTrue();
    assertThat(pinned().entry()).isEqualTo(DH);
  }

  @Test
  void theSameAgainAndEscapeUnpin() {
    model.pin(DH);
    model.pin(DH);
    assertThat(pinned()).isNull();
    assertThat(lit().isEmpty()).isTrue();
    assertThat(model.close()).isFalse();
    model.pin(DH);
    assertThat(model.close()).isTrue();
    assertThat(pinned()).isNull();
  }

  @Test
  void theKeyPinsWhatIsPointedAtElseWhatIsSelectedElseUnpins() {
    Entry h = new Entry.OfCell(Cell.H, 2, 0);
    step.selection().select(h);
    step.highlight().point(DH, "dh");
    model.toggle();
    assertThat(pinned().entry()).isEqualTo(DH);
    step.highlight().leave();
    model.toggle();
    assertThat(pinned().entry()).isEqualTo(h);
    step.selection().clear();
    model.toggle();
    assertThat(pinned()).isNull();
  }

  @Test
  void whatIsGivenOrCoveredCannotBePinned() {
    assertThat(model.canPin(new Entry.OfWeights("W2", 0, 0))).isFalse();
    assertThat(model.canPin(DH)).isTrue();
    hidden.set(true);
    assertThat(model.canPin(DH)).isFalse();
    model.pin(DH);
    assertThat(pinned()).isNull();
  }

  @Test
  void onOtherNumbersOfTheSameLengthItStaysPinnedWithTheirParts() {
    model.pin(DH);
    double value = pinned().value();
    step.show(Traces.of("bbca"));
    assertThat(pinned().entry()).isEqualTo(DH);
    assertThat(pinned().value())
        .isEqualTo(step.traceProperty().get().values(Cell.DH).get(1, 2))
        .isNotEqualTo(value);
    step.show(Traces.of("abcab"));
    assertThat(pinned()).isNull();
  }

  @Test
  void theLinkGoesToWhereItIsComputed() {
    model.pin(DH);
    step.first();
    model.goThere();
    assertThat(step.placeProperty().get()).isEqualTo(line.backward(1));
    assertThat(step.selection().entryProperty().get()).isEqualTo(DH);
  }

  @Test
  void itsWordsSayWhatItIsAndWhetherItsBarsAddUp() {
    Trace trace = step.traceProperty().get();
    PinWords words = new PinWords(Texts.load(), Notation.OURS);
    Composition dh = Composition.of(trace, DH);
    assertThat(words.number(trace, dh)).isEqualTo("dh[2] at t = 1 = " + Numbers.six(dh.value()));
    assertThat(words.all(trace, dh))
        .contains("add up to it.")
        .contains("t = 3 “a” " + Numbers.three(dh.parts()[3]));
    Composition h = Composition.of(trace, new Entry.OfCell(Cell.H, 2, 0));
    assertThat(words.all(trace, h)).contains("do not add up");
    Composition sum = Composition.of(trace, new Entry.OfAccumulator("W2", 1, 0, 1));
    assertThat(words.number(trace, sum))
        .isEqualTo("dW2[0, 1] from t = 1 on = " + Numbers.six(sum.value()));
    assertThat(words.parts(trace, sum)).contains("sum over the cells");
  }
}
