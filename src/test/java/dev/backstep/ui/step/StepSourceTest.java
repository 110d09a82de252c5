package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.csv.CsvTables;
import dev.backstep.model.Parameters;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.train.TrainScreen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepSourceTest {
  private final OneWindow window = new OneWindow();
  private final StepViewModel step = window.main.step();

  @BeforeEach
  void trainOnTrain() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> step.traceProperty().get() != null);
    window.main.screenProperty().set(TrainScreen.ID);
    window.session.toggle();
    window.until(() -> window.session.stateProperty().get() == TrainingState.RUNNING);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Trace newest() {
    return window.run.traceProperty().get();
  }

  /** Two more traces have come of the run. */
  private void letTwoTracesCome() {
    for (int i = 0; i < 2; i++) {
      Trace before = newest();
      window.until(() -> newest() != before);
    }
  }

  @Test
  void whileAnotherScreenIsShownStepIsNotDrawnAndComesWithTheNewestNumbers() {
    Trace shown = step.traceProperty().get();
    letTwoTracesCome();
    assertThat(step.traceProperty().get()).isSameAs(shown).isNotSameAs(newest());
    window.main.screenProperty().set(StepScreen.ID);
    assertThat(step.traceProperty().get()).isSameAs(newest());
  }

  @Test
  void whileTrainingRunsATraceWaitsForThePulseAfterThatOfTheCurves() {
    window.until(
        () -> {
          long told = window.session.revisionProperty().get();
          Trace before = newest();
          window.main.tick(0);
          assertThat(window.session.revisionProperty().get()).isEqualTo(told);
          return newest() != before;
        });
  }

  @Test
  void whatIsTakenAwayFromAnotherScreenAreTheNewestNumbers() {
    letTwoTracesCome();
    String weights = window.main.export().weights(Parameters.W2);
    assertThat(step.traceProperty().get()).isSameAs(newest());
    assertThat(weights)
        .isEqualTo(
            CsvTables.parameter(
                newest(), Parameters.W2, Parameters.W2, newest().weights(Parameters.W2)));
  }

  @Test
  void whenTrainingStopsStepHasTheNewestNumbersOnWhateverScreen() {
    letTwoTracesCome();
    window.session.pause();
    window.until(() -> window.session.stateProperty().get() == TrainingState.PAUSED);
    assertThat(step.traceProperty().get()).isSameAs(newest());
  }

  @Test
  void fromOneWholeSequenceToTheNextTheCursorIsNowhereInBetween() {
    window.main.screenProperty().set(StepScreen.ID);
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.UPDATE);
    List<Moment> moments = new ArrayList<>();
    step.momentProperty().addListener((property, before, now) -> moments.add(now));
    int length = newest().length();
    window.until(() -> step.traceProperty().get().length() != length);
    assertThat(moments).isEmpty();
  }

  @Test
  void afterAGuestTheEquationIsLitThatWasLitBefore() {
    window.session.pause();
    window.until(() -> window.session.stateProperty().get() == TrainingState.PAUSED);
    window.main.screenProperty().set(StepScreen.ID);
    Trace trace = step.traceProperty().get();
    int place = trace.timeline().backward(1);
    step.goTo(place);
    step.activate(trace.net().rules(Phase.BACKWARD).get(3));
    Rule lit = step.activeProperty().get();

    window.main.stepSource().lend();
    step.show(trace);
    step.first();
    window.main.stepSource().takeBack();

    assertThat(step.placeProperty().get()).isEqualTo(place);
    assertThat(step.activeProperty().get())
        .isEqualTo(lit)
        .as("not the one that a phase begins with")
        .isNotEqualTo(trace.net().rules(Phase.BACKWARD).get(0));
  }
}
