package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.text.Dataset;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.compare.CompareViewModel;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.ui.train.TrainScreen;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class UserJourneyTest extends WindowTest {
  /** All of it as it is in the program. */
  @Override
  protected boolean loadsScreensSoonAfter() {
    return true;
  }

  private MainViewModel main;
  private StepViewModel step;

  @BeforeEach
  void openDinosaurs() throws TimeoutException {
    main = window.viewModel();
    step = main.step();
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> step.traceProperty().get() != null);
  }

  private void trainTwoEpochs() throws TimeoutException {
    for (int epoch = 1; epoch <= 2; epoch++) {
      int until = epoch;
      press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
      await(
          () ->
              main.session().run().progressProperty().get().epoch() == until
                  && main.session().stateProperty().get() == TrainingState.PAUSED);
    }
  }

  @Test
  void trainsTwoEpochsStepsByKeyboardSwitchesToCarriedAndCompares() throws TimeoutException {
    trainTwoEpochs();
    assertThat(main.session().run().smoothedLosses().last()).isLessThan(2.2);
    assertThat(textOf("#status")).contains("update 1\u202f394");

    int length = step.traceProperty().get().length();
    type(KeyCode.HOME);
    for (int place = 1; place < 2 * length + 2; place++) {
      type(KeyCode.RIGHT);
    }
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.UPDATE);
    type(KeyCode.LEFT);
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.BACKWARD);
    assertThat(step.momentProperty().get().timestep()).isZero();

    clickOn("#carriedButton");
    await(
        () ->
            main.session().run().settingsProperty().get().hiddenState()
                instanceof HiddenStatePolicy.Carried);

    press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    CompareViewModel compare = main.compare();
    await(() -> compare.b().traceProperty().get() != null);
    clickOn("#trainButton");
    await(() -> compare.a().progressProperty().get().updates() > 200);
    assertThat(compare.a().samples()).hasSameSizeAs(compare.b().samples());
  }

  @Test
  void spaceTypedIntoAWordIsPartOfItAndNoCommand() {
    clickOn("#typed").write("a b");
    assertThat(step.playingProperty().get()).isFalse();
    type(KeyCode.ENTER);
    assertThat(textOf("#typedError")).contains("␣");
    assertThat(step.traceProperty().get()).isNotNull();
  }

  @Test
  void aTypedWordIsShownAndClickingItsCellsMovesTheCursor() throws TimeoutException {
    clickOn("#typed").write("stego").type(KeyCode.ENTER);
    await(() -> step.traceProperty().get().length() == 5);
    hover("#network", 3.4 / 5, 0.55);
    clickOn();
    assertThat(step.momentProperty().get().timestep()).isEqualTo(3);
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.FORWARD);
  }

  @Test
  void steppingWhileTrainingRunsHoldsTheNumbersUntilAskedToFollow() throws TimeoutException {
    clickOn("#trainButton");
    await(() -> main.session().run().progressProperty().get().updates() > 50);
    type(KeyCode.LEFT);
    await(() -> main.stepSource().heldProperty().get());
    Object held = step.traceProperty().get();
    long updates = main.session().run().progressProperty().get().updates();
    await(() -> main.session().run().progressProperty().get().updates() > updates + 500);
    assertThat(step.traceProperty().get()).isSameAs(held);
    clickOn("#follow");
    await(() -> step.traceProperty().get() != held);
  }

  @Test
  void aFileThatIsNotThereIsRefusedInASentenceAndTheRunStays() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(() -> main.open(Path.of("no-such-file.txt")));
    await(() -> main.session().noticeProperty().get() != null);
    assertThat(textOf("#noticeText")).contains("no-such-file.txt");
    assertThat(textOf("#dataButton")).contains("dinosaurs.txt");
    assertThat(step.traceProperty().get()).isNotNull();
  }

  @Test
  void everyScreenHasAKeyAndTheThemeToo() {
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(main.screenProperty().get()).isEqualTo(TrainScreen.ID);
    press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    assertThat(main.screenProperty().get()).isEqualTo(StepScreen.ID);
    press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    assertThat(main.options().darkProperty().get()).isTrue();
    assertThat(window.scene().getRoot().getStyleClass()).contains("dark");
  }

  @Test
  void aWrongSettingIsRefusedInASentenceAndTheRunStays() {
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    doubleClickOn("#hidden").write("5000").type(KeyCode.ENTER);
    assertThat(textOf("#hiddenRefusal")).contains("5000").contains("1 to 1024");
    assertThat(main.session().run().settingsProperty().get().hidden()).isEqualTo(16);
  }

  @Test
  void aNewRunWithAnotherNetIsShownOnStepAtOnce() throws TimeoutException {
    type(KeyCode.END);
    WaitForAsyncUtils.asyncFx(() -> main.settings().hidden().textProperty().set("7"));
    press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);

    await(
        () ->
            step.traceProperty().get() != null && step.traceProperty().get().shape().hidden() == 7);
    assertThat(lookup("#step-W2").queryAs(MatrixHeatmap.class).valuesProperty().get().rows())
        .isEqualTo(7);
  }

  @Test
  void plainKeysDoNotMoveTheStepScreenWhileAnotherIsShown() {
    int place = step.placeProperty().get();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    clickOn(".train .chart-head");
    type(KeyCode.RIGHT).type(KeyCode.END).type(KeyCode.SPACE);
    assertThat(step.placeProperty().get()).isEqualTo(place);
    assertThat(step.playingProperty().get()).isFalse();
  }

  @Test
  void whatGoesWrongInACompareRunIsToldOnTheScreen() throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    await(() -> main.compare().b().traceProperty().get() != null);
    WaitForAsyncUtils.asyncFx(
        () ->
            main.compare()
                .session()
                .change(now -> now.withHiddenState(new HiddenStatePolicy.FixedArray(3))));
    await(() -> main.compare().session().noticeProperty().get() != null);
    assertThat(textOf("#noticeText")).contains("3 columns");
    clickOn("#dismiss");
    assertThat(main.compare().session().noticeProperty().get()).isNull();
  }

  @Test
  void theCurveThatWasTrainedWhileAnotherScreenWasShownIsThereWhenTrainComes()
      throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    await(() -> main.session().run().progressProperty().get().epoch() == 1);
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(textOf("#epochText")).contains("epoch 2");
    assertThat(textOf(".train #lossNow")).contains("smoothed");
  }

  @Test
  void hPrevIsReadOffLikeEveryOtherVector() throws TimeoutException {
    clickOn("#typed").write("stego").type(KeyCode.ENTER);
    await(() -> step.traceProperty().get().length() == 5);
    WaitForAsyncUtils.asyncFx(() -> step.goTo(2));
    WaitForAsyncUtils.waitForFxEvents();
    hover("#vector-h_prev", 3.5 / 16, 0.5);
    double value = step.traceProperty().get().previous(Cell.H).get(2, 3);
    assertThat(textOf("#readOut")).isEqualTo("h_prev[3] at t = 2 = " + Numbers.six(value));
  }

  @Test
  void afterAWordIsTypedTheArrowsStepAgain() throws TimeoutException {
    clickOn("#typed");
    write("rex").type(KeyCode.ENTER);
    await(() -> step.traceProperty().get().length() == 3);
    type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(2);

    clickOn("#typed");
    write("1").type(KeyCode.ENTER).type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).as("refused: still in the field").isEqualTo(2);
  }

  @Test
  void theKeySheetFitsIntoALowWindow() {
    interact(() -> window.scene().getWindow().setHeight(700));
    type(KeyCode.F1);
    Node sheet = lookup(".dialog-pane").query();
    assertThat(sheet.getScene().getWindow().getHeight()).isLessThan(700);
    assertThat(
            lookup(
                    "the guided tour, where it was left: Space goes on, Backspace goes back,"
                        + " 1 to 4 answer, Escape leaves")
                .tryQuery())
        .isPresent();
    clickOn("OK");
  }

  @Test
  void aDialogIsDarkWhereTheWindowIs() {
    interact(() -> window.viewModel().options().darkProperty().set(true));
    type(KeyCode.F1);
    Region sheet = lookup(".dialog-pane").queryAs(Region.class);
    assertThat(sheet.getBackground().getFills())
        .extracting(fill -> ((Color) fill.getFill()).getBrightness())
        .allSatisfy(brightness -> assertThat(brightness).isLessThan(0.2));
    clickOn("OK");
  }
}
