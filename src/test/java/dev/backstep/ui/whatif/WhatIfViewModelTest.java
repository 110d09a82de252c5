package dev.backstep.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.train.TrainScreen;
import dev.backstep.words.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {
  private static final Entry WEIGHT = new Entry.OfWeights("W2", 5, 3);
  private static final Entry H0 = new Entry.OfInitialState(Cell.H, 2);

  private final OneWindow window = new OneWindow();
  private final StepViewModel step = window.main.step();
  private final WhatIfViewModel model = window.main.whatIf();
  private Trace run;

  @BeforeEach
  void openDinosaurs() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> step.traceProperty().get() != null);
    window.main.sequence().choose(3);
    window.until(() -> window.run.traceProperty().get() == step.traceProperty().get());
    window.trainTo(3);
    run = step.traceProperty().get();
    step.goTo(step.timelineProperty().get().backward(2));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void set(String typed) {
    model.value().textProperty().set(typed);
    model.take();
  }

  private Trace shown() {
    return step.traceProperty().get();
  }

  private WhatIfOutcome outcome() {
    return model.outcomeProperty().get();
  }

  private boolean isOpen() {
    return model.openProperty().get();
  }

  @Test
  void anEditorThatIsOpenedChangesNothingAndSaysWhatANudgeWouldDo() {
    model.edit(WEIGHT);
    assertThat(isOpen()).isTrue();
    assertThat(shown()).isSameAs(run);
    assertThat(model.isOfCopy()).isFalse();
    assertThat(model.value().textProperty().get())
        .isEqualTo(Numbers.plain(run.weights("W2").get(5, 3)));
    assertThat(outcome().slope().step()).isCloseTo(0.001, within(1e-15));
    assertThat(outcome().slope().gradient()).isEqualTo(run.gradient("W2").get(5, 3));
    assertThat(outcome().slope().bothWays()).isCloseTo(outcome().slope().gradient(), within(1e-4));
  }

  @Test
  void aTypedNumberIsThatOfTheCopyAndEscapeBringsTheRunBack() {
    step.selection().select(new Entry.OfCell(Cell.DH, 2, 1));
    model.edit(WEIGHT);
    set("0.5");
    assertThat(shown()).isNotSameAs(run);
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(0.5);
    assertThat(run.weights("W2").get(5, 3)).isNotEqualTo(0.5);
    assertThat(step.placeProperty().get()).isEqualTo(step.timelineProperty().get().backward(2));
    StepScreen.Overlay overlay = window.main.whatIfKeys();
    assertThat(window.main.fileNames().of("h")).endsWith("-what-if");
    assertThat(overlay.close()).isTrue();
    assertThat(shown()).isSameAs(run);
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfCell(Cell.DH, 2, 1));
    assertThat(window.main.fileNames().of("h")).doesNotContain("what-if");
    assertThat(overlay.close()).isFalse();
  }

  @Test
  void whatIsNoNumberIsRefusedInASentence() {
    model.edit(WEIGHT);
    for (String typed : new String[] {"", "much", "1e999", "NaN", "0,5"}) {
      set(typed);
      assertThat(model.value().refusalProperty().get())
          .contains("“" + typed + "” is no number")
          .endsWith("is wanted.");
      assertThat(shown()).isSameAs(run);
    }
    set("−0.25");
    assertThat(model.value().refusalProperty().get()).isEmpty();
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(-0.25);
  }

  @Test
  void nudgesComeBackToTheVeryNumber() {
    model.edit(WEIGHT);
    double before = run.weights("W2").get(5, 3);
    for (int i = 0; i < 7; i++) {
      model.nudge(1);
    }
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(before + 7 * 0.001);
    assertThat(outcome().slope().step()).isCloseTo(0.007, within(1e-15));
    for (int i = 0; i < 7; i++) {
      model.nudge(-1);
    }
    assertThat(shown()).isSameAs(run);
    model.nudge(-1);
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(before - 0.001);
  }

  @Test
  void changesAddUpAndAreTakenBackOneByOne() {
    model.edit(WEIGHT);
    set("0.5");
    double alone = shown().totalLoss() - run.totalLoss();
    model.edit(H0);
    set("1");
    model.edit(new Entry.OfInput(1, run.input(1)));
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(0.5);
    assertThat(shown().initialState(Cell.H).get(0, 2)).isEqualTo(1);
    assertThat(shown().input(1)).isEqualTo(-1);
    assertThat(outcome().slope()).as("an input has no slope").isNull();
    assertThat(outcome().alone()).hasSize(3).containsEntry(WEIGHT, alone);
    WhatIfWords words = new WhatIfWords(Texts.load(), Notation.OURS);
    assertThat(words.changes(outcome().copy()))
        .startsWith("W2[5, 3] is 0.500000 instead of ")
        .contains("; h0[2] is 1.00000 instead of 0; ")
        .endsWith("at t = 1 the zero vector is read instead of “" + run.label(run.input(1)) + "”");
    model.takeBack(WEIGHT);
    model.takeBack(outcome().copy().inputOf(1));
    assertThat(outcome().copy().places()).containsExactly(H0);
    assertThat(shown().input(1)).isEqualTo(run.input(1));
    model.takeBack(H0);
    assertThat(shown()).isSameAs(run);
    assertThat(isOpen()).isTrue();
  }

  @Test
  void anInputThatIsTakenAwayComesBackTheSameWay() {
    model.edit(new Entry.OfInput(1, run.input(1)));
    assertThat(shown().input(1)).isEqualTo(-1);
    model.edit(new Entry.OfInput(1, -1));
    assertThat(shown()).isSameAs(run);
  }

  @Test
  void theSentenceIsThatOfTheSlope() {
    model.edit(WEIGHT);
    model.nudge(1);
    WhatIfWords words = new WhatIfWords(Texts.load(), Notation.OURS);
    assertThat(words.slope(outcome(), outcome().slope(), "G"))
        .isEqualTo(
            "W2[5, 3] + 0.001: the loss changes by %s, per unit %s; dW2[5, 3] = G"
                .formatted(
                    Numbers.six(shown().totalLoss() - run.totalLoss()),
                    Numbers.six(
                        (shown().totalLoss() - run.totalLoss()) / outcome().slope().step())));
    model.nudge(-3);
    assertThat(words.slope(outcome(), outcome().slope(), "G")).startsWith("W2[5, 3] − 0.002: ");
  }

  @Test
  void trainingThatRunsGoesOnAndDoesNotTouchTheCopy() {
    window.session.toggle();
    window.until(() -> window.session.stateProperty().get() == TrainingState.RUNNING);
    model.edit(WEIGHT);
    set("0.5");
    Trace copy = shown();
    Trace newest = window.run.traceProperty().get();
    window.until(() -> window.run.traceProperty().get() != newest);
    assertThat(shown()).isSameAs(copy);
    model.leave();
    assertThat(shown()).isSameAs(window.run.traceProperty().get());
    assertThat(shown().weights("W2").get(5, 3)).isNotEqualTo(0.5);
  }

  @Test
  void trainingOnLeavesTheCopy() {
    model.edit(WEIGHT);
    set("0.5");
    window.session.toggle();
    window.until(() -> window.session.stateProperty().get() == TrainingState.RUNNING);
    assertThat(isOpen()).isFalse();
  }

  @Test
  void anotherScreenLeavesTheCopy() {
    model.edit(WEIGHT);
    set("0.5");
    window.main.screenProperty().set(TrainScreen.ID);
    assertThat(isOpen()).isFalse();
    window.main.screenProperty().set(StepScreen.ID);
    assertThat(shown()).isSameAs(run);
  }

  @Test
  void anotherSequenceLeavesTheCopy() {
    model.edit(WEIGHT);
    set("0.5");
    window.main.sequence().choose(4);
    assertThat(isOpen()).isFalse();
    window.until(() -> shown() != run);
    assertThat(shown().weights("W2").get(5, 3)).isEqualTo(run.weights("W2").get(5, 3));
  }

  @Test
  void theDifferenceIsThatFromTheUnchangedNumbers() {
    model.edit(WEIGHT);
    model.differenceProperty().set(true);
    assertThat(step.againstProperty().get()).as("nothing is changed yet").isNull();
    set("0.5");
    assertThat(step.againstProperty().get()).isSameAs(run);
    model.leave();
    assertThat(step.againstProperty().get()).isNull();
    assertThat(model.differenceProperty().get()).isFalse();
  }

  @Test
  void exportsAreThoseOfTheCopy() {
    model.edit(WEIGHT);
    set("0.53125");
    assertThat(window.main.export().weights("W2")).contains("0.53125");
    model.leave();
    assertThat(window.main.export().weights("W2")).doesNotContain("0.53125");
  }
}
