package dev.backstep.ui.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Entry;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins a number with a double click and with P, and unpins it with Escape. */
class PinOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    interact(() -> step.goTo(step.timelineProperty().get().backward(3)));
  }

  @Test
  void aDoubleClickPinsWhatIsComputedUntilEscape() {
    assertThat(isSeen("#pin")).isFalse();
    assertThat(isSeen("#shares")).isFalse();
    Node dh = lookup("#dh").query();
    Point2D there =
        dh.localToScreen(
            dh.getLayoutBounds().getWidth() * 0.6, dh.getLayoutBounds().getHeight() * 0.5);
    moveTo(there);
    Pulses.settle();
    Entry pointed = step.highlight().entryProperty().get();
    doubleClickOn(there, MouseButton.PRIMARY);
    Pulses.settle();
    assertThat(isSeen("#pin")).isTrue();
    assertThat(isSeen("#shares")).isTrue();
    assertThat(step.highlight().pinnedProperty().get().entry()).isEqualTo(pointed);
    assertThat(lookup("#pinNumber").queryAs(Hyperlink.class).getText()).startsWith("dh[");
    assertThat(lookup("#pin").query().getAccessibleText()).contains("add up to it");
    type(KeyCode.HOME);
    assertThat(isSeen("#pin")).isTrue();
    clickOn("#pinNumber");
    Pulses.settle();
    assertThat(step.selection().entryProperty().get()).isEqualTo(pointed);
    type(KeyCode.ESCAPE);
    assertThat(isSeen("#pin")).isFalse();
    assertThat(isSeen("#shares")).isFalse();
    interact(() -> window.scene().getRoot().requestFocus());
    type(KeyCode.P);
    assertThat(isSeen("#pin")).isTrue();
    type(KeyCode.P);
    assertThat(isSeen("#pin")).isFalse();
  }
}
