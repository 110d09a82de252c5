package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Example;
import dev.backstep.model.ReferenceCase;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.ui.shell.WindowTest;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Steps through "triceratops" with the weights of the reference and reads numbers off the screen.
 */
class GoldenNumbersOnScreenTest extends WindowTest {
  private static final ReferenceCase FILE = ReferenceCase.read("rnn_b_v27_h16_t11");
  private static final int LENGTH = 11;

  @BeforeEach
  void showTheReference() {
    List<String> labels =
        IntStream.range(0, 27)
            .mapToObj(id -> id == 0 ? "⏎" : String.valueOf((char) ('a' + id - 1)))
            .toList();
    Trace trace =
        Trace.of(
            labels,
            new Example(FILE.parameters(), FILE.inputs(), FILE.targets(), FILE.h0()),
            (weights, gradients) -> new Update(weights.copy(), gradients.norm(), 1));
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().options().squaresProperty().set(false));
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().step().show(trace));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void step(KeyCode key, int times) {
    for (int i = 0; i < times; i++) {
      type(key);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The number that the read-out shows for an entry of a quantity at a timestep. */
  private String readOff(String quantity, int t, int unit, int units) {
    Node heatmap = lookup("#" + quantity).query();
    double width = heatmap.getLayoutBounds().getWidth();
    double pitch = Math.max(44, Math.min(192, Math.floor((width - 4) / LENGTH)));
    double y = (unit + 0.5) / units * heatmap.getLayoutBounds().getHeight();
    hoverAt("#" + quantity, (t + 0.4) * pitch, y);
    String words = textOf("#readOut");
    assertThat(words).startsWith(quantity + "[" + unit).contains("t = " + t + " ");
    return words.substring(words.indexOf(" = ", words.indexOf("→")) + 3).split(",", 2)[0];
  }

  private static double expected(int t, String field, int unit) {
    return FILE.number("/timesteps/%d/%s/%d".formatted(t, field, unit));
  }

  private void assertShown(String quantity, String field, int t, int unit, int units) {
    assertThat(readOff(quantity, t, unit, units)).isEqualTo(Numbers.six(expected(t, field, unit)));
  }

  @Test
  void everyNumberReadOffTheScreenIsThatOfTheFile() {
    step(KeyCode.RIGHT, 3);
    assertThat(textOf("#title")).contains("Forward cell, t = 3").contains("“c” → “e”");
    assertShown("H", "h", 3, 5, 16);
    assertShown("O", "o", 3, 13, 27);
    assertNothingIsShown("e", 3);

    step(KeyCode.RIGHT, 8);
    double total = FILE.number("/loss_total");
    assertThat(textOf("#lossText"))
        .contains(Numbers.six(total))
        .contains(Numbers.six(total / LENGTH));

    step(KeyCode.RIGHT, 5);
    assertThat(textOf("#title")).contains("Backward cell, t = 6").contains("“a” → “t”");
    assertBackwardCell(6);
    assertNothingIsShown("dh", 5);

    step(KeyCode.RIGHT, 6);
    assertThat(textOf("#title")).contains("Backward cell, t = 0");
    assertBackwardCell(0);
  }

  private void assertBackwardCell(int t) {
    assertShown("e", "e", t, 20, 27);
    assertShown("dh_from_output", "dh_from_output", t, 3, 16);
    assertShown("dh_later", "dh_from_later", t, 3, 16);
    assertShown("dh", "dh", t, 3, 16);
    assertShown("dtanh", "dtanh", t, 3, 16);
    assertShown("dxt", "dxt", t, 7, 27);
  }

  private void assertNothingIsShown(String quantity, int t) {
    double width = lookup("#" + quantity).query().getLayoutBounds().getWidth();
    hoverAt("#" + quantity, (t + 0.4) * Math.floor(width / LENGTH), 20);
    assertThat(textOf("#readOut")).doesNotContain(quantity + "[");
  }

  @Test
  void theAccumulatorsOnTheScreenAddUpToTheTotalGradientOfTheFile() {
    step(KeyCode.END, 1);
    step(KeyCode.LEFT, 1);
    hover("#accumulator-after", 5.5 / 16, 2.5 / 16);
    double total = FILE.number("/total_grads/dW2/2/5");
    assertThat(textOf("#readOut")).isEqualTo("dW2[2, 5] = " + Numbers.six(total));
  }
}
