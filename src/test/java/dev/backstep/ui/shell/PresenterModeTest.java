package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A lesson in front of a class: large, and by keys only. */
class PresenterModeTest extends WindowTest {
  private MainViewModel main;
  private Stage stage;

  @BeforeEach
  void openAWord() throws TimeoutException {
    main = window.viewModel();
    stage = (Stage) window.scene().getWindow();
    openDinosaursAndShow("stego");
  }

  private double typeSize() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(".inspector-title").queryAs(Label.class).getFont().getSize());
  }

  @Test
  void f11LeavesThePictureAndTheEquationsInLargerTypeAndTheKeysGoOnWorking() {
    double width = stage.getWidth();
    double height = stage.getHeight();
    double usual = typeSize();
    double network = lookup("#network").query().getLayoutBounds().getHeight();

    type(KeyCode.F11);
    assertThat(stage.isFullScreen()).isTrue();
    assertThat(typeSize()).isGreaterThan(1.5 * usual);
    assertThat(lookup("#network").query().getLayoutBounds().getHeight())
        .isGreaterThan(1.2 * network);
    for (String hidden :
        new String[] {
          ".menu-bar",
          ".top-bar",
          ".nav",
          ".sequence-bar",
          "#buttons",
          ".mini-chart",
          ".code",
          ".vectors",
          "#accumulator-after",
          "#legendPanel"
        }) {
      assertThat(isSeen(hidden)).as(hidden).isFalse();
    }
    for (String left : new String[] {"#network", "#dh", ".equations", ".arithmetic", "#timeline"}) {
      assertThat(isSeen(left)).as(left).isTrue();
    }

    type(KeyCode.RIGHT);
    assertThat(main.step().placeProperty().get()).isEqualTo(1);
    press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    assertThat(main.screenProperty().get()).isEqualTo(TrainScreen.ID);
    press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);

    type(KeyCode.F11);
    assertThat(stage.isFullScreen()).isFalse();
    assertThat(stage.getWidth()).isEqualTo(width);
    assertThat(stage.getHeight()).isEqualTo(height);
    assertThat(typeSize()).isEqualTo(usual);
    assertThat(isSeen(".menu-bar")).isTrue();
    assertThat(main.screenProperty().get()).isEqualTo(StepScreen.ID);
  }

  @Test
  void gradientsAreShownWithTheEquationThatAddsToThem() {
    type(KeyCode.F11, KeyCode.END, KeyCode.LEFT);
    assertThat(isSeen("#accumulator-after")).isFalse();
    type(KeyCode.UP, KeyCode.UP);
    assertThat(isSeen("#accumulator-after")).isTrue();
    type(KeyCode.END);
    assertThat(isSeen("#accumulator-after")).isTrue();
  }

  @Test
  void escapeLeavesFirstTheTourAndThenThePresenterMode() throws TimeoutException {
    type(KeyCode.F11);
    write("?");
    await(() -> main.guide().openProperty().get());
    type(KeyCode.ESCAPE);
    assertThat(main.guide().openProperty().get()).isFalse();
    assertThat(main.options().presentingProperty().get()).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(main.options().presentingProperty().get()).isFalse();
    assertThat(stage.isFullScreen()).isFalse();
  }

  @Test
  void onTrainTheSettingsAndButtonsGoToo() {
    interact(() -> main.screenProperty().set(TrainScreen.ID));
    type(KeyCode.F11);
    assertThat(isSeen(".settings")).isFalse();
    assertThat(isSeen(".train-bar")).isFalse();
    assertThat(isSeen(".train .loss-chart")).isTrue();
    type(KeyCode.F11);
    assertThat(isSeen(".settings")).isTrue();
  }
}
