package dev.backstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.BranchWords;
import dev.backstep.ui.settings.ClipChoice;
import dev.backstep.ui.settings.SettingsViewModel;
import dev.backstep.ui.shell.OneWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsAfterGoingTest {
  private final OneWindow window = new OneWindow();
  private final SettingsViewModel fields = window.main.settings();

  @BeforeEach
  void trainOnWithAnotherOptimizer() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
    window.trainTo(6);
    fields.optimizerProperty().set(OptimizerKind.ADAM);
    fields.learningRate().textProperty().set("0.004");
    fields.clipProperty().set(ClipChoice.ELEMENTWISE);
    fields.clipLimit().textProperty().set("2.5");
    window.main.applied().applyChanges();
    window.trainTo(10);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void goTo(long update) {
    window.main.goingBack().goTo(update);
    window.until(
        () ->
            window.updates() == update
                && window.session.stateProperty().get() == TrainingState.PAUSED);
  }

  @Test
  void theFieldsSayWhatTheRunDoesThereAndPressingTheButtonChangesNothing() {
    goTo(3);
    RunSettings there = window.run.settingsProperty().get();
    assertThat(fields.optimizerProperty().get()).isEqualTo(OptimizerKind.ADAGRAD);
    assertThat(fields.learningRate().textProperty().get()).isEqualTo("0.1");
    assertThat(fields.clipProperty().get()).isEqualTo(ClipChoice.GLOBAL_NORM);
    assertThat(fields.clipLimit().textProperty().get()).isEqualTo("5");
    window.main.applied().applyChanges();
    window.trainTo(10);
    assertThat(window.run.branches().all()).hasSize(1);

    goTo(8);
    assertThat(window.run.settingsProperty().get()).isNotEqualTo(there);
    assertThat(fields.optimizerProperty().get()).isEqualTo(OptimizerKind.ADAM);
    assertThat(fields.learningRate().textProperty().get()).isEqualTo("0.004");
    assertThat(fields.clipProperty().get()).isEqualTo(ClipChoice.ELEMENTWISE);
    assertThat(fields.clipLimit().textProperty().get()).isEqualTo("2.5");
  }

  @Test
  void anotherClippingAloneIsABranch() {
    goTo(3);
    fields.clipProperty().set(ClipChoice.NONE);
    window.main.applied().applyChanges();
    window.until(() -> window.run.branches().all().size() == 2);
    BranchSummary branch = window.run.branches().current();
    assertThat(window.run.settingsProperty().get().clipping()).isEqualTo(new Clipping.None());
    assertThat(new BranchWords(window.main.texts()).origin(branch))
        .startsWith("from update 3: clip");
  }
}
