package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.model.WeakEvidence;
import dev.backstep.net.Gru;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.Sessions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BugLabViewModelTest extends BugLabTest {

  @BeforeEach
  void openWords() throws CorpusException {
    var words = Sessions.words();
    session.open(() -> words, List.of(RunSettings.defaults()));
    until(() -> examination() != null && pair.dataProperty().get() != null);
  }

  private void choose(Fault fault) {
    lab.faultProperty().set(fault);
    until(() -> examination().fault() == fault);
  }

  @Test
  void theNumbersAreThoseOfTheRunAndTheCursorStandsAtTheFirstWrongOne() {
    int last = session.run().traceProperty().get().length() - 1;
    assertThat(examination().right().length()).isEqualTo(last + 1);
    assertThat(lab.rowProperty().get()).isEqualTo(CheckedQuantity.DH_PREV);
    assertThat(lab.cursor().timestepProperty().get()).isEqualTo(last);

    choose(Fault.H_FOR_HPREV);
    assertThat(lab.rowProperty().get()).isEqualTo(CheckedQuantity.DW2);
  }

  @Test
  void thePairIsARightRunAndOneWithTheFaultAndOtherwiseEqual() {
    choose(Fault.NO_LATER_DH);
    until(() -> lab.pair().wrong().settingsProperty().get().fault() == Fault.NO_LATER_DH);
    RunSettings right = lab.pair().right().settingsProperty().get();
    assertThat(right).isEqualTo(RunSettings.defaults());
    assertThat(lab.pair().wrong().settingsProperty().get())
        .isEqualTo(right.withFault(Fault.NO_LATER_DH));
    assertThat(lab.pair().verdict()).isEqualTo(LossVerdict.NOT_TRAINED);

    pair.finishEpoch();
    until(() -> pair.stateProperty().get() == TrainingState.PAUSED);
    assertThat(lab.pair().verdict()).isEqualTo(LossVerdict.TOO_EARLY);
    assertThat(lab.pair().right().losses().get(0)).isEqualTo(lab.pair().wrong().losses().get(0));
    assertThat(lab.pair().right().losses().last()).isNotEqualTo(lab.pair().wrong().losses().last());
  }

  @Test
  void forARunOnAnotherTextAndSetOtherwiseOnePairIsBegun() throws CorpusException {
    AtomicInteger begun = new AtomicInteger();
    pair.setLeaving(
        replacement -> {
          begun.incrementAndGet();
          replacement.run();
        });
    Corpus other = Sessions.words();
    session.open(() -> other, List.of(RunSettings.defaults().withCell(Gru.NET)));
    until(() -> pair.dataProperty().get().corpus() == other);
    assertThat(begun).hasValue(1);
  }

  @Test
  void betterEvidenceIsOfferedForWhatIsWeakAndShowsAFaultThatHid() {
    choose(Fault.SKIPS_T0);
    until(() -> lab.bench().surveyProperty().get() != null);
    assertThat(examination().isUnseen()).isTrue();
    assertThat(lab.bench().surveyProperty().get().unseen()).contains(Fault.SKIPS_T0);
    assertThat(lab.offeredEvidence()).contains(BetterEvidence.RANDOM_H0);

    FaultEffect before = examination();
    lab.takeBetterEvidence();
    until(() -> examination() != before);
    assertThat(examination().isWrong("dW2")).isTrue();
    assertThat(Evidence.of(examination().right()).weaknesses())
        .doesNotContain(WeakEvidence.ZERO_H0);
    assertThat(lab.offeredEvidence()).isEmpty();
    assertThat(session.run().traceProperty().get().initialStateNorm())
        .as("the run stays as it is")
        .isZero();

    lab.takeOwnEvidence();
    until(() -> examination().isUnseen());
  }

  @Test
  void aPredictionIsScoredByTotalsAndByTheFirstWrongTimestep() {
    choose(Fault.H_FOR_HPREV);
    lab.modeProperty().set(LabMode.PREDICT);
    assertThat(lab.isCovered()).isTrue();
    lab.prediction().totals().add("dW2");
    lab.prediction().totals().add("dW1");
    lab.prediction().timestepProperty().set(examination().right().length() - 1);
    lab.reveal();

    Prediction.Outcome outcome = lab.prediction().outcomeProperty().get();
    assertThat(outcome.points()).isEqualTo(6);
    assertThat(outcome.most()).isEqualTo(7);
    assertThat(outcome.isTimestepRight()).isTrue();
    assertThat(lab.isCovered()).isFalse();
    lab.reveal();
    assertThat(lab.prediction().pointsProperty().get()).as("counted once").isEqualTo(6);

    choose(Fault.DBH_FROM_DH);
    assertThat(lab.isCovered()).as("the next is to be predicted again").isTrue();
    assertThat(lab.prediction().totals()).isEmpty();
  }

  @Test
  void theQuizHidesItsFaultUntilItIsNamed() {
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(1);
    Fault hidden = lab.quiz().round().fault();
    until(() -> examination().fault() == hidden);
    assertThat(lab.isHidden()).isTrue();
    assertThat(Evidence.of(examination().right()).weaknesses()).isEmpty();

    Fault wrong = hidden == Fault.TANH_TWICE ? Fault.SKIPS_T0 : Fault.TANH_TWICE;
    lab.faultProperty().set(wrong);
    lab.name();
    assertThat(lab.quiz().round().wrongNames()).as("another thread finds out").isEmpty();
    until(() -> !lab.bench().comparingProperty().get());
    assertThat(examination().fault()).as("the grid stays").isEqualTo(hidden);
    assertThat(lab.isHidden()).isTrue();
    assertThat(lab.quiz().round().wrongNames()).containsExactly(wrong);

    lab.faultProperty().set(hidden);
    lab.name();
    until(() -> !lab.isHidden());
    assertThat(lab.quiz().points()).isEqualTo(8);
    lab.nextRound();
    assertThat(lab.quiz().number()).isEqualTo(2);
    until(() -> examination().fault() == lab.quiz().round().fault());
  }

  @Test
  void leavingTheQuizShowsTheChosenFaultAgain() {
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(1);
    until(() -> examination().fault() == lab.quiz().round().fault());
    lab.modeProperty().set(LabMode.LOOK);
    until(() -> examination().fault() == lab.faultProperty().get());
    assertThat(lab.isHidden()).isFalse();
  }

  @Test
  void theQuizIsWhereItWasLeftAfterALookAtSomethingElse() {
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(1);
    Fault hidden = lab.quiz().round().fault();
    lab.quiz().hint();
    Set<BetterEvidence> ofTheQuiz = lab.evidence().takenProperty().get();
    for (LabMode other : List.of(LabMode.LOOK, LabMode.PREDICT)) {
      lab.modeProperty().set(other);
      assertThat(lab.quiz().isRunning()).isFalse();
      assertThat(lab.evidence().takenProperty().get()).as("the run's own numbers").isEmpty();
      until(() -> examination().fault() == lab.faultProperty().get());
      lab.modeProperty().set(LabMode.QUIZ);
      assertThat(lab.quiz().isRunning()).isTrue();
      assertThat(lab.quiz().round().fault()).isEqualTo(hidden);
      assertThat(lab.quiz().round().hints()).hasSize(1);
      assertThat(lab.evidence().takenProperty().get()).isEqualTo(ofTheQuiz);
      until(() -> examination().fault() == hidden);
    }
  }

  @Test
  void aNameThatIsJudgedWhileTheQuizWaitsCounts() {
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(1);
    Fault hidden = lab.quiz().round().fault();
    until(() -> examination().fault() == hidden);
    lab.faultProperty().set(hidden);
    lab.name();
    lab.modeProperty().set(LabMode.LOOK);
    until(() -> !lab.bench().comparingProperty().get());
    lab.modeProperty().set(LabMode.QUIZ);
    assertThat(lab.quiz().round().accepted()).isEqualTo(hidden);
  }

  @Test
  void aNameOfAFaultThatIsLeftBeforeTheAnswerCostsTheNextOneNothing() {
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(1);
    Fault hidden = lab.quiz().round().fault();
    until(() -> examination().fault() == hidden);
    lab.faultProperty().set(hidden == Fault.TANH_TWICE ? Fault.SKIPS_T0 : Fault.TANH_TWICE);
    lab.name();
    lab.quiz().giveUp();
    lab.nextRound();
    until(() -> !lab.bench().comparingProperty().get());
    assertThat(lab.quiz().number()).isEqualTo(2);
    assertThat(lab.quiz().round().wrongNames()).isEmpty();
    assertThat(lab.quiz().round().isOver()).isFalse();
  }

  @Test
  void beforeItIsRevealedBetterEvidenceIsOfferedForTheNumbersAndNotForTheFault() {
    choose(Fault.SKIPS_T0);
    Set<BetterEvidence> toldOfTheFault = lab.offeredEvidence();
    lab.modeProperty().set(LabMode.PREDICT);
    Set<BetterEvidence> ofAnUnseenOne = lab.offeredEvidence();
    choose(Fault.MISSING_TRANSPOSE);
    assertThat(ofAnUnseenOne).isEqualTo(lab.offeredEvidence()).isNotEqualTo(toldOfTheFault);
    choose(Fault.SKIPS_T0);
    lab.reveal();
    assertThat(lab.offeredEvidence()).isEqualTo(toldOfTheFault);
  }
}
