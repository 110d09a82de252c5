package dev.backstep.ui.pointer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points at squares with the mouse and the keys, and looks where their value stands. */
class PointerOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    interact(() -> step.goTo(step.timelineProperty().get().backward(0)));
    Pulses.settle();
  }

  private Bounds note() {
    Pulses.settle();
    Node note = lookup("#pointerNote").query();
    return note.localToScene(note.getLayoutBounds());
  }

  @Test
  void theValueFollowsTheMouseAndIsInTheWayOfNoClick() {
    hover("#dh", 0.3, 0.5);
    assertThat(isSeen("#pointerNote")).isTrue();
    assertThat(textOf("#readOut")).startsWith("dh[").contains(" at t = ");
    assertThat(textOf("#readOutArithmetic"))
        .startsWith("= dh_from_output[")
        .contains(" + dh_later[");
    Bounds left = note();
    hover("#dh", 0.7, 0.5);
    assertThat(note().getMinX()).isGreaterThan(left.getMinX() + 100);
    assertThat(lookup("#pointerNote").query().getParent().isMouseTransparent()).isTrue();
    clickOn(MouseButton.PRIMARY);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(step.highlight().entryProperty().get())
        .isNotNull();
    hover("#timeline", 0.5, 0.1);
    assertThat(isSeen("#pointerNote")).isFalse();
  }

  @Test
  void itComesToTheSquareThatTheKeysPointAt() {
    hover("#timeline", 0.5, 0.1);
    Node heatmap = lookup("#dh").query();
    interact(heatmap::requestFocus);
    type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.DOWN);
    assertThat(isSeen("#pointerNote")).isTrue();
    Bounds row = heatmap.localToScene(heatmap.getLayoutBounds());
    assertThat(note().getMinY()).isBetween(row.getMinY() - 100, row.getMaxY() + 30);
    assertThat(step.highlight().entryProperty().get().toString()).contains(Cell.DH.name());
    type(KeyCode.ESCAPE);
    assertThat(isSeen("#pointerNote")).isFalse();
  }
}
