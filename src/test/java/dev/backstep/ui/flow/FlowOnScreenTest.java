package dev.backstep.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.shell.KeyboardTest;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowOnScreenTest extends KeyboardTest {
  private FlowViewModel flow;

  @BeforeEach
  void showFlow() throws TimeoutException {
    flow = main.flow();
    show(FlowScreen.ID);
    await(() -> flow.traceProperty().get() != null && !flow.isBusy());
  }

  private boolean isCopy() {
    return lookup(".flow-picture").query().getPseudoClassStates().toString().contains("copy");
  }

  @Test
  void keysGoFromLossToLossAndAPresetIsToldApartUntilEscape() throws TimeoutException {
    int last = flow.traceProperty().get().length() - 1;
    type(KeyCode.END);
    await(() -> flow.lossProperty().get() == last);
    type(KeyCode.LEFT);
    await(() -> textOf("#sentence").contains("t = " + (last - 1)));
    await(() -> textOf("#check").contains("largest difference"));
    type(KeyCode.UP);
    assertThat(textOf("#readOut")).contains("∂L_" + (last - 1) + "/∂h_");

    clickOn("#flow-preset-explodes");
    await(() -> textOf("#sentence").contains("grows"));
    assertThat(isCopy()).isTrue();
    assertThat(isSeen(".flow-copy-line")).isTrue();
    await(() -> textOf("#spectrumText").contains("ρ = 1.30"));
    type(KeyCode.ESCAPE);
    await(() -> !isCopy());
    assertThat(isSeen(".flow-copy-line")).isFalse();
    assertThat(flow.traceProperty().get()).isSameAs(main.step().traceProperty().get());
  }

  @Test
  void theSquarePointedAtIsReadOutAndAClickGoesToStep() throws TimeoutException {
    type(KeyCode.END);
    Node triangle = lookup("#flow-triangle").query();
    // In the first column every row has a square, and the rows begin at the top.
    moveTo(triangle)
        .moveBy(
            70 - triangle.getLayoutBounds().getWidth() / 2,
            30 - triangle.getLayoutBounds().getHeight() / 2);
    await(() -> flow.pointedProperty().get() != null);
    assertThat(flow.pair().earlier()).isZero();
    assertThat(textOf("#readOut")).contains("/∂h_0‖ = ");
    clickOn();
    await(() -> isSeen(".step"));
    assertThat(main.step().momentProperty().get().timestep()).isZero();
    assertThat(textOf("#lossVisitWords")).startsWith("Only the loss at t = ");
    clickOn("#backToFlow");
    await(() -> isSeen("#flow-triangle"));
    assertThat(flow.traceProperty().get().net().head().isWeighted()).isFalse();
  }
}
