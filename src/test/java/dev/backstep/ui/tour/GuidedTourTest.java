package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.ui.settings.StateChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidedTourTest extends TourTest {
  @Test
  void theFirstChapterTrainsOneEpochWhereNothingIsTrainedAndSaysSo() {
    guide.open();
    settle();
    assertThat(text()).contains("abc".substring(0, 1)).contains("one epoch");
    guide.next();
    until(() -> tourRun().progressProperty().get().epoch() == 1);
    settle();
    assertThat(tourUpdates()).isEqualTo(tourRun().progressProperty().get().epochLength());
    assertThat(updates()).isZero();
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 3));
    assertThat(trace()).isSameAs(tourRun().traceProperty().get());
  }

  @Test
  void whatIsTrainedIsNotTrainedOn() {
    session.update();
    until(() -> updates() == 1);
    goTo(0);
    assertThat(text()).doesNotContain("epoch");
    assertThat(tourUpdates()).isEqualTo(1);
  }

  @Test
  void theForwardChaptersShowHTheSameWeightsAndTheLoss() {
    goTo(1);
    assertThat(text()).contains("h[3] at t = 3");
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 3));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.H, 3, 3));
    goTo(2);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.H, 4, 3));
    goTo(3);
    assertThat(moment().phase()).isEqualTo(Phase.LOSS);
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("loss"));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Head.O, 6, trace().target(6)));
  }

  @Test
  void theBackwardChaptersNameTheNumbersThatStandInTheArithmetic() {
    goTo(4);
    int target = trace().target(6);
    assertThat(text()).contains(number(Head.E, 6, target));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Head.E, 6, target));
    goTo(5);
    String later = number(Cell.DH_FROM_LATER, 3, 3);
    String added = later.startsWith("−") ? "(" + later + ")" : later;
    assertThat(text()).contains("dh[3] = " + number(Head.DH_FROM_OUTPUT, 3, 3) + " + " + added);
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 3));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh"));
    goTo(6);
    double h = trace().values(Cell.H).get(3, 3);
    assertThat(text()).contains(Numbers.six(1 - h * h));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Vanilla.DTANH, 3, 3));
  }

  @Test
  void theChaptersAboutWeightsShowTheShareTheSumAndTheUpdate() {
    goTo(7);
    assertThat(selected()).isEqualTo(new Entry.OfShare(Parameters.W2, 3, 5, 3));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dw_hidden"));
    goTo(8);
    assertThat(selected()).isEqualTo(new Entry.OfAccumulator(Parameters.W2, 3, 5, 3));
    goTo(9);
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 2));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_FROM_LATER, 2, 3));
    goTo(10);
    assertThat(moment().phase()).isEqualTo(Phase.UPDATE);
    assertThat(text())
        .contains(Numbers.six(trace().update().gradientNorm()))
        .contains("limit of 5");
  }

  @Test
  void carriedStateIsShownOnTheNetOfTheTour() {
    goTo(CARRIED);
    until(() -> step.traceProperty().get().initialStateNorm() > 0);
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 0));
    assertThat(session.run().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Zero());
    assertThat(updates()).isZero();
  }

  @Test
  void whoHasChosenCarriedKeepsItAndWhatWasCarried() {
    main.settings().stateProperty().set(StateChoice.CARRIED);
    main.applied().applyChanges();
    session.update();
    until(() -> updates() == 1);
    settle();
    goTo(CARRIED);
    guide.leave();
    settle();
    assertThat(updates()).isEqualTo(1);
    assertThat(session.run().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Carried(true));
    assertThat(trace().initialStateNorm()).isPositive();
  }

  @Test
  void clickingANumberIsShownByClickingOneAndBackReturns() {
    goTo(12);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_PREV, 4, 3));
    step.selection().back();
    step.selection().back();
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH, 3, 3));
  }

  @Test
  void theLastMoveEndsTheTourAndAsksForAWord() {
    List<String> asked = new ArrayList<>();
    main.sequence().setTypingFocus(() -> asked.add("word"));
    goTo(LAST_OF_GATES);
    guide.next();
    settle();
    guide.next();
    assertThat(guide.openProperty().get()).isFalse();
    assertThat(asked).containsExactly("word");
    assertThat(guide.chapterProperty().get()).isZero();
  }

  @Test
  void aWordOfOneLetterHasAllChaptersTooAndWordsOfItsOwn() {
    main.sequence().type("a");
    settle();
    assertThat(trace().length()).isEqualTo(1);
    guide.open();
    settle();
    for (int text = 0; text <= LAST_OF_GATES; text++) {
      assertThat(guide.chapterProperty().get()).isEqualTo(text);
      assertThat(text()).isNotBlank().doesNotContain("{");
      guide.next();
      settle();
      guide.next();
    }
    guide.back();
    assertThat(guide.chapterProperty().get()).isEqualTo(LAST_OF_GATES);
    goTo(9);
    assertThat(text()).contains("not used");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_PREV, 0, 3));
    goTo(8);
    assertThat(text()).contains("used once");
  }
}
