package dev.backstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.fault.Fault;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class GoingBackOnScreenTest extends WindowTest {
  private MainViewModel main;
  private RunViewModel run;

  @BeforeEach
  void trainTwoEpochs() throws TimeoutException {
    main = window.viewModel();
    run = main.session().run();
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
    for (int epoch = 1; epoch <= 2; epoch++) {
      int until = epoch;
      press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
      await(() -> run.progressProperty().get().epoch() == until && isPaused());
    }
  }

  private boolean isPaused() {
    return main.session().stateProperty().get() == TrainingState.PAUSED;
  }

  private long updates() {
    return run.progressProperty().get().updates();
  }

  private Point2D middleOf(String chart) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          LossChart shown = lookup(chart).queryAs(LossChart.class);
          return shown.localToScreen(shown.getWidth() * 0.6, shown.getHeight() * 0.5);
        });
  }

  private void assertEqualBits(Trace shown, long updates, RunSettings settings) {
    Trainer alone = new Trainer(main.session().dataProperty().get(), settings);
    while (alone.updates() < updates) {
      alone.update();
    }
    Trace expected = alone.trace(alone.next());
    for (String name : Parameters.NAMES) {
      MatrixView weights = shown.weights(name);
      for (int row = 0; row < weights.rows(); row++) {
        for (int column = 0; column < weights.cols(); column++) {
          assertThat(Double.doubleToRawLongBits(weights.get(row, column)))
              .isEqualTo(Double.doubleToRawLongBits(expected.weights(name).get(row, column)));
        }
      }
    }
  }

  @Test
  void clickingTheCurveGoesThereTrainingGoesOnAndABranchIsListed() throws TimeoutException {
    RunSettings settings = run.settingsProperty().get();
    long tip = updates();
    double[] all = run.losses().since(0);
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(isSeen("#branches")).isFalse();
    clickOn(middleOf(".train .loss-chart"));
    await(() -> updates() < tip && isPaused());
    long there = updates();
    assertThat(there).isBetween(tip / 2, tip * 2 / 3);
    LossChart chart = lookup(".train .loss-chart").queryAs(LossChart.class);
    assertThat(chart.markerProperty().get()).isEqualTo((int) there);
    assertThat(chart.travel().reachProperty().get()).isEqualTo(tip);
    assertEqualBits(main.step().traceProperty().get(), there, settings);

    press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    await(() -> updates() > tip + 20);
    press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    await(this::isPaused);
    assertThat(run.losses().between(0, (int) tip)).isEqualTo(all);
    assertThat(run.branches().all()).hasSize(1);

    long end = updates();
    clickOn(middleOf(".train .loss-chart"));
    await(() -> updates() < end && isPaused());
    long left = updates();
    doubleClickOn("#learningRate").write("0.05").type(KeyCode.ENTER);
    await(() -> run.branches().all().size() == 2);
    await(() -> isSeen("#branches"));
    assertThat(textOf("#branch-1")).contains("learning rate 0.1 → 0.05");
    WaitForAsyncUtils.asyncFx(main.session()::update);
    await(() -> updates() == left + 1);
    clickOn("#branch-0");
    await(() -> run.branches().current().number() == 0 && updates() == end && isPaused());
    assertThat(run.losses().between(0, (int) tip)).isEqualTo(all);
    assertThat(run.branches().past().get(0).from()).isEqualTo((int) left - 1);
    assertThat(lookup("#branch-0").queryAs(Button.class).getAccessibleText())
        .contains("the run is on it");
  }

  @Test
  void anotherOptimizerAndClipLimitBeginABranchToo() throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    long tip = updates();
    clickOn(middleOf(".train .loss-chart"));
    await(() -> updates() < tip && isPaused());
    long there = updates();
    interact(() -> main.settings().optimizerProperty().set(OptimizerKind.ADAM));
    doubleClickOn("#clipLimit").write("1").type(KeyCode.ENTER);
    await(() -> run.branches().all().size() == 2);
    assertThat(textOf("#branch-1"))
        .contains("Adagrad → Adam", "learning rate 0.1 → 0.005", "clipping norm at 5 → norm at 1");
    RunSettings after = run.settingsProperty().get();
    assertThat(after.optimizer()).isEqualTo(OptimizerKind.ADAM);
    assertThat(after.clipping()).isEqualTo(new Clipping.GlobalNorm(1));
    assertThat(updates()).isEqualTo(there);
    assertThat(run.branches().past()).hasSize(1);
  }

  @Test
  void aRunWithAFaultyLineSaysSoAtTheTop() throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(textOf("#status")).doesNotContain("fault");
    interact(() -> main.settings().faultProperty().set(Fault.MISSING_TRANSPOSE));
    clickOn("#fault").type(KeyCode.ENTER);
    await(() -> run.settingsProperty().get().fault() == Fault.MISSING_TRANSPOSE);
    assertThat(textOf("#status")).startsWith("fault missing-transpose · update");
    press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    assertThat(textOf("#equations-faulty-line")).contains("\ndh_prev = dtanh @ W2\n");
    assertThat(textOf(".inspector .code"))
        .endsWith("# This run has a fault:\n#   dh_prev = dtanh @ W2");
    press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    assertThat(textOf("#equations-faulty-line")).contains("\ndh_prev = Whh @ dtanh\n");
    assertThat(textOf(".inspector .code")).endsWith("#   dh_prev = Whh @ dtanh");
  }

  @Test
  void theSmallChartOfStepGoesBackTooAndTheStatusSaysWhere() throws TimeoutException {
    long tip = updates();
    clickOn(middleOf(".transport .loss-chart"));
    await(() -> updates() < tip && isPaused());
    assertThat(textOf("#status").replace("\u202f", "")).contains("update " + updates() + " ");
    assertEqualBits(main.step().traceProperty().get(), updates(), run.settingsProperty().get());
  }
}
