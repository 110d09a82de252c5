package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sample is one click, and how it was read can be seen and corrected. */
class TakenOnScreenTest extends TakeAwayWindowTest {
  private MyCodeViewModel code;

  @BeforeEach
  void showMyCode() {
    code = main.myCode();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
  }

  private void clickAndWait(String target) throws TimeoutException {
    clickOn(target);
    await(() -> code.checkProperty().get() != null && code.readingProperty().get().isEmpty());
  }

  @Test
  void aSampleIsOpenedAndAnArrayOfItLeftOutAndTakenBack() throws Exception {
    clickAndWait("#sample-coursera-lstm-cell");
    assertThat(isSeen("#stepThrough")).isFalse();
    assertThat(isSeen("#takenScroll")).as("its names are known").isFalse();
    clickOn("#taken");
    assertThat(isSeen("#takenScroll")).isTrue();
    onScreen(() -> code.leaveOut("dWo"));
    await(() -> code.readingProperty().get().isEmpty());
    assertThat(isSeen("#takenScroll")).as("it stays as it was").isTrue();
    assertThat(code.checkProperty().get().reading().isLeftOut("dWo")).isTrue();
    clickOn("#asRead");
    await(() -> code.readingProperty().get().isEmpty());
    assertThat(code.checkProperty().get().reading().mapped()).isEmpty();
  }

  @Test
  void theLastColumnIsTheLastTimestepOfTheLastSequence() throws Exception {
    clickAndWait("#sample-pytorch-lstm-padded");
    assertThat(textOf("#headline")).isEqualTo("All that was supplied agrees");
    type(KeyCode.RIGHT, KeyCode.END);
    assertThat(textOf("#readOut")).isEqualTo("i at t = 6 of sequence 2 “6”: not supplied");
  }

  @Test
  void theSequenceOfTheColumnIsSteppedThrough() throws Exception {
    onScreen(() -> main.open(Path.of("src/test/resources/cases/dialects/d2l_gru_cho.npz")));
    await(() -> code.checkProperty().get() != null);
    onScreen(
        () ->
            code.placeProperty()
                .set(new CodePlace.OfCell(code.checkProperty().get().rows().get(4), 9)));
    clickOn("#stepThrough");
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(StepScreen.ID);
    assertThat(step.traceProperty().get())
        .isSameAs(code.checkProperty().get().traces().right(1))
        .isNotSameAs(code.checkProperty().get().traces().right(0));
    assertThat(textOf("#source")).isEqualTo("d2l_gru_cho.npz, sequence 1");
  }
}
