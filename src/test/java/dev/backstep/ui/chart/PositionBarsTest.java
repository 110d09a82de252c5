package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.paint.Screenshot;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
class PositionBarsTest extends ApplicationTest {
  private final double[] values = {0.2, 0.1, -0.1, 0.05};
  private PositionBars bars;

  @Override
  public void start(Stage stage) {
    bars = new PositionBars();
    bars.setAccessibleText("bars");
    bars.setWords(t -> String.format(Locale.ROOT, "letter %d: %.2f", t + 1, values[t]));
    bars.valuesProperty().set(values);
    Screenshot.of(stage, bars, 400, 200, false);
  }

  private String spoken() {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> (String) bars.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private String readOut() {
    WaitForAsyncUtils.waitForFxEvents();
    Label label = lookup(".readout").query();
    return label.isVisible() ? label.getText() : "";
  }

  @Test
  void theArrowsGoFromBarToBarAndStayWithinThem() {
    interact(bars::requestFocus);
    assertThat(spoken()).isEqualTo("bars: letter 1: 0.20");
    type(KeyCode.LEFT);
    assertThat(spoken()).isEqualTo("bars: letter 1: 0.20");
    type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(readOut()).isEqualTo("letter 3: -0.10");
    type(KeyCode.END);
    assertThat(spoken()).isEqualTo("bars: letter 4: 0.05");
    type(KeyCode.RIGHT).type(KeyCode.HOME);
    assertThat(readOut()).isEqualTo("letter 1: 0.20");
  }

  @Test
  void whatTheMouseIsOverIsSaidUntilItLeaves() {
    Point2D second =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> bars.localToScreen(110, 100));
    moveTo(second);
    assertThat(readOut()).isEqualTo("letter 2: 0.10");
    moveTo(WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> bars.localToScreen(390, 100)));
    assertThat(readOut()).isEmpty();
  }

  @Test
  void withoutNumbersItSaysWhyAndNothingIsPointedAt() {
    interact(
        () -> {
          bars.placeholderProperty().set("Nothing trained yet.");
          bars.valuesProperty().set(new double[0]);
          bars.requestFocus();
        });
    type(KeyCode.RIGHT);
    assertThat(lookup(".placeholder").queryAs(Label.class).isVisible()).isTrue();
    assertThat(readOut()).isEmpty();
    assertThat(spoken()).isEqualTo("bars");
  }
}
