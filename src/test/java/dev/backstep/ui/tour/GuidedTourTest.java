package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.LossShares;
import dev.backstep.trace.flow.OneLoss;
import dev.backstep.trace.flow.StatePropagation;
import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.ui.settings.StateChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the chapters lead, and that the numbers of their texts are those of the net. */
class GuidedTourTest extends TourTest {
  private static final int CELL = 3;
  private static final int UNIT = 3;

  @Test
  void theFirstChapterTrainsOneEpochWhereNothingIsTrainedAndSaysSo() {
    guide.open();
    settle();
    assertThat(text()).contains("bcdaedc").contains("one epoch");
    guide.next();
    until(() -> tourRun().progressProperty().get().epoch() == 1);
    settle();
    assertThat(tourUpdates()).isEqualTo(tourRun().progressProperty().get().epochLength());
    assertThat(updates()).isZero();
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, CELL));
    assertThat(trace()).isSameAs(tourRun().traceProperty().get());
  }

  @Test
  void whatIsTrainedIsNotTrainedOn() {
    session.update();
    until(() -> updates() == 1);
    goTo("word");
    assertThat(text()).doesNotContain("epoch");
    assertThat(tourUpdates()).isEqualTo(1);
  }

  @Test
  void theGoalIsALossAndItsSlopeComputedAnew() {
    goTo("hidden");
    assertThat(text()).contains("h[3] at t = 3");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.H, CELL, UNIT));
    goOnTo("loss");
    assertThat(moment().phase()).isEqualTo(Phase.LOSS);
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("loss"));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Head.O, 6, trace().target(6)));
    assertThat(text()).contains(Numbers.six(trace().totalLoss()));
    goOnTo("nudge");
    Entry.OfAccumulator weight = (Entry.OfAccumulator) selected();
    assertThat(weight.parameter()).isEqualTo("W2");
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 0));
    double slope = trace().gradient("W2").get(weight.row(), UNIT);
    assertThat(trace().accumulator("W2", 0).after().get(weight.row(), UNIT)).isEqualTo(slope);
    Entry place = new Entry.OfWeights("W2", weight.row(), UNIT);
    double value = trace().weights("W2").get(weight.row(), UNIT);
    double after = WhatIf.of(trace()).with(place, value + 0.001).edited().totalLoss();
    double perUnit = (after - trace().totalLoss()) / 0.001;
    assertThat(perUnit).isCloseTo(slope, within(0.01 * Math.abs(slope)));
    assertThat(text())
        .contains("W2[" + weight.row() + ",3] is " + number("W2", weight.row()))
        .contains("to " + Numbers.apart(after, trace().totalLoss()))
        .contains("per unit " + Numbers.three(perUnit))
        .contains("dW2[" + weight.row() + ",3] = " + Numbers.three(slope));
    goOnTo("downhill");
    int all = 2 * (trace().shape().vocabulary() * trace().shape().hidden());
    int hidden = trace().shape().hidden();
    all += hidden * hidden + hidden + trace().shape().vocabulary();
    assertThat(text()).contains(Numbers.grouped(all)).contains(Numbers.grouped(all + 1));
  }

  private String number(String weight, int row) {
    return Numbers.six(trace().weights(weight).get(row, UNIT));
  }

  @Test
  void theSlopeOfAStateIsTheSumOverTheLaterLosses() {
    goTo("chain");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH, CELL, UNIT));
    StatePropagation cells = new StatePropagation(trace().example());
    double sum = 0;
    List<String> written = new ArrayList<>();
    for (int loss = CELL; loss < trace().length(); loss++) {
      LossFlow.of(trace(), cells, loss);
      double share = cells.row(cells.net().gradientOf(Cell.H), CELL)[UNIT];
      sum += share;
      written.add(Numbers.six(share));
    }
    double dh = trace().values(Cell.DH).get(CELL, UNIT);
    assertThat(sum).isCloseTo(dh, within(1e-12));
    assertThat(text()).contains(written).contains("t = 3, 4, 5, 6").contains(Numbers.six(dh));
    goOnTo("product");
    LossFlow last = LossFlow.of(trace(), cells, 6);
    assertThat(text())
        .contains("∂L[6]/∂h[6] · ∂h[6]/∂h[5] · ∂h[5]/∂h[4] · ∂h[4]/∂h[3]")
        .contains(
            Numbers.three(last.norm(Cell.H, 6))
                + ", "
                + Numbers.three(last.norm(Cell.H, 5))
                + ", "
                + Numbers.three(last.norm(Cell.H, 4))
                + ", "
                + Numbers.three(last.norm(Cell.H, 3)));
  }

  @Test
  void ofALongSequenceTheNearestLossesAreNamedAndTheOthersTogether() {
    main.sequence().type("abcdeabcdeabcde");
    settle();
    goTo("chain");
    List<Double> said = new LossShares(trace()).of(7, UNIT, 5);
    double dh = trace().values(Cell.DH).get(7, UNIT);
    double rest = dh - said.stream().mapToDouble(each -> each).sum();
    assertThat(text())
        .contains("t = 7, 8, 9, 10, 11 give")
        .contains("all later ones together " + Numbers.six(rest))
        .contains("the sum " + Numbers.six(dh));
  }

  @Test
  void theBackwardChaptersNameTheNumbersThatStandInTheArithmetic() {
    goTo("error");
    Entry.OfCell error = (Entry.OfCell) selected();
    assertThat(error.timestep()).isEqualTo(CELL);
    assertThat(error.index()).isNotEqualTo(trace().target(CELL));
    assertThat(text())
        .contains("e = " + number(Head.O, CELL, error.index()) + " − 0")
        .contains(number(Head.E, CELL, error.index()));
    goOnTo("two-parts");
    assertThat(text())
        .contains(
            "dh[3] = "
                + number(Head.DH_FROM_OUTPUT, CELL, UNIT)
                + " + "
                + TourContext.added(number(Cell.DH_FROM_LATER, CELL, UNIT))
                + " = "
                + number(Cell.DH, CELL, UNIT));
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, CELL));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh"));
    goOnTo("slope");
    double h = trace().values(Cell.H).get(CELL, UNIT);
    assertThat(text()).contains(Numbers.six(1 - h * h));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Vanilla.DTANH, CELL, UNIT));
    goOnTo("handed-back");
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, CELL - 1));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_FROM_LATER, CELL - 1, UNIT));
    assertThat(text()).contains("dh_prev = dtanh·W2ᵀ");
  }

  @Test
  void theChaptersAboutWeightsShowTheShareTheSumAndTheUpdate() {
    goTo("outer");
    Entry.OfShare share = (Entry.OfShare) selected();
    assertThat(share).isEqualTo(new Entry.OfShare("W2", CELL, share.row(), UNIT));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dw_hidden"));
    double product =
        trace().previous(Cell.H).get(CELL, share.row())
            * trace().values(Vanilla.DTANH).get(CELL, UNIT);
    assertThat(text()).contains("= " + Numbers.six(product) + " at t = 3");
    goOnTo("sum");
    assertThat(selected()).isEqualTo(new Entry.OfAccumulator("W2", CELL, share.row(), UNIT));
    goOnTo("update");
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
  void itEndsAtTheScreensThatTheWindowHas() {
    goTo(LAST_OF_GATES);
    assertThat(guide.ways()).isEmpty();
    guide.next();
    settle();
    assertThat(guide.ways()).extracting(each -> each.name()).contains("BUG_LAB", "MY_CODE");
    guide.goTo(guide.ways().get(guide.ways().size() - 1));
    assertThat(guide.openProperty().get()).isFalse();
    assertThat(main.screenProperty().get().name()).isEqualTo("MY_CODE");
  }

  @Test
  void aWordOfOneLetterHasAllChaptersTooAndWordsOfItsOwn() {
    main.sequence().type("a");
    settle();
    assertThat(trace().length()).isEqualTo(1);
    guide.open();
    settle();
    List<String> all = new ArrayList<>();
    while (!guide.isLast()) {
      assertThat(guide.chapter()).as(all.toString()).isNotIn(all);
      all.add(guide.chapter());
      assertThat(text()).isNotBlank().doesNotContain("{");
      guide.next();
      settle();
      assertThat(guide.answering().asked()).doesNotContain("{");
      guide.next();
      settle();
    }
    assertThat(all).hasSize(Tour.LESSON.size(Level.TWENTY) - 1);
    guide.back();
    assertThat(guide.chapter()).isEqualTo(LAST_OF_GATES);
    goTo("handed-back");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_PREV, 0, UNIT));
    goOnTo("sum");
    assertThat(text()).contains("used once");
  }

  @Test
  void theShortTourIsPartOfTheLongOneAndGoesOnFromWhereTheOtherWas() {
    guide.setLevel(Level.FIVE);
    guide.open();
    settle();
    List<String> few = new ArrayList<>();
    while (!guide.isLast()) {
      few.add(guide.chapter());
      guide.next();
      settle();
      guide.next();
      settle();
    }
    assertThat(few).hasSize(11).startsWith("word", "loss", "nudge").endsWith("sum");
    guide.back();
    settle();
    assertThat(guide.chapter()).isEqualTo("sum");
    guide.setLevel(Level.TWENTY);
    assertThat(guide.chapter()).isEqualTo("sum");
    goOnTo(FIRST_OF_GATES);
    guide.setLevel(Level.FIVE);
    settle();
    assertThat(guide.chapter()).as("the nearest before").isEqualTo("sum");
    assertThat(guide.movedProperty().get()).isFalse();
    assertThat(trace().net()).isSameAs(Vanilla.NET);
    assertThat(guide.number()).isEqualTo(10);
    assertThat(guide.size()).isEqualTo(12);
  }

  @Test
  void theReachIsOfTheLossOfTheLastLetterAlone() {
    goTo("reach");
    Trace one = OneLoss.of(step.traceProperty().get(), step.traceProperty().get().length() - 1);
    int last = one.length() - 1;
    assertThat(text())
        .contains(Numbers.three(one.norm(Cell.DH, last)) + " at t = " + last)
        .contains(Numbers.three(one.norm(Cell.DH, 0)) + " at the first letter");
    guide.answering().type("9");
    assertThat(guide.answering().stateProperty().get()).isEqualTo(Answering.State.WRONG);
    guide.answering().type("10");
    assertThat(guide.answering().stateProperty().get()).isEqualTo(Answering.State.RIGHT);
    assertThat(StrictMath.pow(0.6, 9)).isGreaterThan(0.01);
    assertThat(StrictMath.pow(0.6, 10)).isLessThan(0.01);
  }
}
