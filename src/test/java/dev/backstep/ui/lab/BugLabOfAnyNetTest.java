package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Bug lab follows the net of the run: its faults, its rows, its quiz and its pair. */
class BugLabOfAnyNetTest extends BugLabTest {
  private Corpus words;

  static List<Net> nets() {
    return Nets.ALL;
  }

  @BeforeEach
  void readWords() throws CorpusException {
    words = Sessions.words();
  }

  private void open(Net net) {
    Object before = session.dataProperty().get();
    session.open(() -> words, List.of(RunSettings.defaults().withHidden(8).withCell(net)));
    until(() -> session.dataProperty().get() != before);
    until(() -> examination() != null && examination().right().net().equals(net));
    until(() -> pairCell() == net);
  }

  private Net pairCell() {
    RunSettings settings = lab.pair().wrong().settingsProperty().get();
    return settings == null ? null : settings.cell();
  }

  private void choose(Fault fault) {
    lab.faultProperty().set(fault);
    until(() -> examination().fault() == fault);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theFaultsAreThoseOfTheNetAndEachIsTriedOnTheRun(Net net) {
    open(net);
    assertThat(lab.net()).isEqualTo(net);
    assertThat(lab.faultsProperty().get()).isEqualTo(FaultCatalogue.of(net).listed());
    until(() -> lab.bench().surveyProperty().get() != null);
    assertThat(lab.bench().surveyProperty().get().tried())
        .isEqualTo(FaultCatalogue.of(net).listed());
    for (Fault fault : FaultCatalogue.of(net).listed()) {
      choose(fault);
      assertThat(examination().wrong().faultyLine()).isNotNull();
      assertThat(CheckedQuantity.rows(net)).contains(lab.rowProperty().get());
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void aRunWithTheFaultTrainsBesideTheRightOne(Net net) {
    open(net);
    Fault wrong = lab.faultsProperty().get().get(0);
    choose(wrong);
    until(() -> lab.pair().wrong().settingsProperty().get().fault() == wrong);
    pair.finishEpoch();
    until(() -> lab.pair().wrong().losses().size() > 0);
    until(() -> pair.stateProperty().get() == TrainingState.PAUSED);
    assertThat(lab.pair().right().losses().get(0)).isEqualTo(lab.pair().wrong().losses().get(0));
    assertThat(lab.pair().right().losses().last()).isNotEqualTo(lab.pair().wrong().losses().last());
    assertThat(lab.pair().verdict()).isEqualTo(LossVerdict.TOO_EARLY);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theQuizHidesFaultsOfTheNetOnBetterEvidence(Net net) {
    open(net);
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(3);
    Fault hidden = lab.quiz().round().fault();
    assertThat(FaultCatalogue.of(net).listed()).contains(hidden);
    until(() -> examination().fault() == hidden);
    assertThat(examination().isUnseen()).isFalse();
    lab.faultProperty().set(hidden);
    lab.name();
    until(() -> !lab.isHidden());
    assertThat(lab.quiz().points()).isEqualTo(Quiz.FULL);
  }

  @Test
  void aQuizOfOneNetIsOverWhereTheRunHasAnother() {
    open(Lstm.NET);
    lab.modeProperty().set(LabMode.QUIZ);
    lab.startQuiz(3);
    open(Gru.NET);
    assertThat(lab.quiz().isRunning()).isFalse();
    assertThat(lab.evidence().takenProperty().get()).isEmpty();
    assertThat(lab.shownFault()).isIn(FaultCatalogue.of(Gru.NET).listed());
    lab.startQuiz(3);
    assertThat(lab.quiz().round().fault()).isIn(FaultCatalogue.of(Gru.NET).listed());
  }

  @Test
  void whatWasChosenOfANetIsChosenAgainWithIt() {
    open(Vanilla.NET);
    choose(Fault.TANH_TWICE);
    lab.goTo(CheckedQuantity.DTANH, 0);
    open(Lstm.NET);
    assertThat(lab.shownFault().id()).isEqualTo("lstm-missing-transpose");
    open(Relu.NET);
    assertThat(lab.shownFault()).isEqualTo(Fault.MISSING_TRANSPOSE);
    open(Vanilla.NET);
    assertThat(lab.shownFault()).isEqualTo(Fault.TANH_TWICE);
  }

  @Test
  void thatTheTotalsTellLittleIsSaidWithWhatTellsMore() {
    LabWords said = new LabWords(Texts.load(), FaultTexts.load());
    open(Lstm.NET);
    lab.takeBetterEvidence();
    until(() -> lab.bench().surveyProperty().get() != null && !lab.bench().busyProperty().get());
    String alike = said.alike(lab.bench().surveyProperty().get());
    assertThat(alike)
        .contains(lab.bench().surveyProperty().get().spoilingAll().size() + " of the 32 faults")
        .contains("dc_prev")
        .contains(lab.bench().surveyProperty().get().groups().size() + " groups");
    open(Vanilla.NET);
    until(() -> lab.bench().surveyProperty().get() != null);
    assertThat(said.alike(lab.bench().surveyProperty().get())).isEmpty();
  }
}
