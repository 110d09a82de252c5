package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Vanilla;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.shell.KeyboardTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Bug lab as it is used: by list, grid, evidence, prediction and quiz. */
class BugLabOnScreenTest extends KeyboardTest {
  private BugLabViewModel lab;

  @BeforeEach
  void showLab() throws TimeoutException {
    lab = main.bugLab();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
    assertThat(main.screenProperty().get()).isEqualTo(BugLabScreen.ID);
    await(() -> examination() != null && lab.pair().session().dataProperty().get() != null);
  }

  private FaultEffect examination() {
    return lab.bench().examinationProperty().get();
  }

  private void choose(Fault fault) throws TimeoutException {
    interact(() -> lab.faultProperty().set(fault));
    await(() -> examination().fault() == fault);
  }

  private String told(String total) {
    return lookup("#total-" + total).queryAs(Label.class).getText();
  }

  @Test
  void theArrowsGoThroughTheFaultsAndOverTheHeadings() throws TimeoutException {
    tabTo("faults");
    type(KeyCode.HOME);
    type(KeyCode.DOWN);
    assertThat(lab.faultProperty().get()).isEqualTo(Fault.TANH_TWICE);
    List<Fault> faults = FaultCatalogue.of(Vanilla.NET).ofRuns();
    int firstOfNext = faults.indexOf(Fault.MISSING_TRANSPOSE);
    for (int i = faults.indexOf(Fault.TANH_TWICE); i < firstOfNext; i++) {
      type(KeyCode.DOWN);
    }
    assertThat(lab.faultProperty().get()).as("past a heading").isEqualTo(Fault.MISSING_TRANSPOSE);
    type(KeyCode.UP);
    Fault lastOfGroup = faults.get(firstOfNext - 1);
    assertThat(lab.faultProperty().get()).as("and back").isEqualTo(lastOfGroup);
    await(() -> examination().fault() == lastOfGroup);
    assertThat(textOf(".lab-lines #title")).isEqualTo(FaultTexts.load().title(lastOfGroup));
  }

  @Test
  void theLinesStandBesideOneAnotherAndTheTotalsSayWhatIsOff() throws TimeoutException {
    choose(Fault.H_FOR_HPREV);
    assertThat(lookup("#faultyLine").query().getAccessibleText())
        .isEqualTo("wrong: dW2 += np.outer(h, dtanh)");
    assertThat(lookup("#rightLine").query().getAccessibleText())
        .isEqualTo("right: dW2 += np.outer(h_prev, dtanh)");
    assertThat(told("dW2")).matches("dW2 off by 0\\.\\d\\d");
    assertThat(told("dW1")).isEqualTo("dW1 agrees");
    assertThat(told("dh0")).isEqualTo("dh0 agrees");
    control(KeyCode.M);
    assertThat(told("dW2")).startsWith("dWhh off by");
    assertThat(lookup("#faultyLine").query().getAccessibleText()).contains("dWhh += dtanh @ h.T");
    assertThat(textOf(".lab-lines #title")).isEqualTo("h in the place of h_prev in dWhh");
    assertThat(textOf(".lab-lines #lookFor")).startsWith("Only dWhh is wrong");
    assertThat(textOf(".lab-evidence #rests")).contains("Whh about");
    assertThat(textOf(".lab-evidence #warning")).contains("the share of dWhh at t = 0");
  }

  @Test
  void theGridIsReadAndACellIsGoneToByKeys() throws TimeoutException {
    choose(Fault.MISSING_TRANSPOSE);
    tabTo("check-grid");
    assertThat(spoken(focused())).contains("dh_prev at t = 4 “o”: off by 0.");
    type(KeyCode.LEFT).type(KeyCode.UP);
    assertThat(spoken(focused())).contains("dtanh at t = 3 “g”: off by 0.");
    assertThat(lab.rowProperty().get()).as("only pointed at").isEqualTo(CheckedQuantity.DH_PREV);
    type(KeyCode.ENTER);
    assertThat(lab.rowProperty().get()).isEqualTo(CheckedQuantity.DTANH);
    assertThat(lab.cursor().timestepProperty().get()).isEqualTo(3);
    assertThat(heatmap("lab-dtanh-difference")).isNotNull();
    assertThat(textOf(".check-panel #readOut")).startsWith("dtanh at t = 3");
    type(KeyCode.HOME).type(KeyCode.ENTER).type(KeyCode.ESCAPE).type(KeyCode.RIGHT);
    assertThat(lab.cursor().timestepProperty().get()).as("the arrows again").isEqualTo(1);
  }

  @Test
  void oneClickTakesBetterEvidenceAndSaysWhich() throws TimeoutException {
    choose(Fault.SKIPS_T0);
    assertThat(textOf(".lab-evidence #rests")).contains("your run", "h0 = 0", "T = 5");
    assertThat(textOf(".lab-evidence #warning")).contains("could hide", "every number agrees");
    assertThat(textOf("#better")).contains("a random h0");
    clickOn("#better");
    await(() -> examination().isWrong("dW2"));
    assertThat(textOf(".lab-evidence #rests")).contains("a random h0", "‖h0‖ = ");
    assertThat(isSeen(".lab-evidence #warning")).isFalse();
    assertThat(told("dW2")).contains("off by");
    clickOn("#own");
    await(() -> examination().isUnseen());
    assertThat(told("dW2")).isEqualTo("dW2 agrees");
  }

  @Test
  void whatIsPredictedIsCoveredUntilItIsRevealedAndScored() throws TimeoutException {
    choose(Fault.DBH_FROM_DH);
    clickOn("#predict");
    assertThat(told("dbh")).isEqualTo("dbh ?");
    LossChart losses = lookup("#labChart").query();
    assertThat(losses.getLines()).as("the losses would tell").isEmpty();
    assertThat(textOf("#verdict")).startsWith("Covered");
    clickOn("#guess-dbh");
    interact(() -> lab.prediction().timestepProperty().set(4));
    clickOn("#reveal");
    assertThat(textOf(".lab-panel #score")).startsWith("7 of 7 points");
    assertThat(losses.getLines()).hasSize(2);
    assertThat(textOf("#verdict")).doesNotContain("Covered");
    assertThat(told("dbh")).contains("off by");
    choose(Fault.NO_LATER_DH);
    assertThat(told("dbh")).isEqualTo("dbh ?");
    clickOn("#reveal");
    assertThat(textOf(".lab-panel #score")).contains("2 of 7 points", "t = 3", "So far 9 of 14");
  }

  @Test
  void theQuizIsStartedHintedAnsweredAndSummedUp() throws TimeoutException {
    clickOn("#quiz");
    interact(() -> lookup("#quizSeed").queryAs(TextField.class).setText("x"));
    clickOn("#quizStart");
    assertThat(textOf("#quizError")).contains("“x” is not a whole number");
    interact(() -> lookup("#quizSeed").queryAs(TextField.class).setText("7"));
    clickOn("#quizStart");
    Fault hidden = lab.quiz().round().fault();
    await(() -> examination().fault() == hidden);
    clickOn("#hint");
    assertThat(textOf("#question")).contains("Fault 1 of 3", "worth 8 points");
    interact(() -> lab.faultProperty().set(hidden));
    assertThat(textOf(".lab-lines #title")).startsWith("Is it this?");
    clickOn("#nameIt");
    await(() -> lab.quiz().round().isOver());
    assertThat(lab.quiz().points()).isEqualTo(8);
    assertThat(textOf("#question"))
        .isEqualTo("Fault 1 of 3 is not hidden any more; you have 8 points.");
    for (int round = 1; round < 3; round++) {
      clickOn("#nextFault");
      assertThat(focused().getId())
          .as("not in the grid, which would be scrolled to")
          .isEqualTo("nameIt");
      Fault next = lab.quiz().round().fault();
      await(() -> examination().fault() == next);
      clickOn("#giveUp");
      assertThat(textOf(".lab-lines #title"))
          .as("the lines of the fault that the grid is of")
          .isEqualTo(FaultTexts.load().title(next));
    }
    clickOn("#nextFault");
    assertThat(textOf("#summary .section-title")).isEqualTo("8 of 30 points with seed 7");
  }

  @Test
  void theRightAndTheWrongNetTrainInLockStepByTheKeysOfTraining() throws TimeoutException {
    choose(Fault.NO_LATER_DH);
    await(() -> lab.pair().wrong().settingsProperty().get().fault() == Fault.NO_LATER_DH);
    control(KeyCode.E);
    await(() -> lab.pair().wrong().progressProperty().get().epoch() == 1);
    assertThat(main.session().run().losses().size()).as("the run itself waits").isZero();
    assertThat(lab.pair().right().losses().size()).isEqualTo(lab.pair().wrong().losses().size());
    assertThat(lab.pair().verdict()).isIn(LossVerdict.NEARLY, LossVerdict.SAME, LossVerdict.BETTER);
    assertThat(textOf("#verdict")).contains("loss");
  }
}
