package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.ColorScale;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ScaleBarTest {
  private ScaleBar bar;

  @Start
  private void start(Stage stage) {
    bar = new ScaleBar();
    stage.setScene(new Scene(bar, 300, 20));
    stage.show();
  }

  private List<String> ends() {
    return bar.getChildren().stream()
        .filter(child -> child instanceof Label && child.isManaged())
        .map(child -> ((Label) child).getText())
        .toList();
  }

  @Test
  void aSignedScaleSaysItsLimitOnceForBothEnds(FxRobot robot) {
    robot.interact(() -> bar.limitProperty().set(0.830458));

    assertThat(ends()).containsExactly("±0.830");
    assertThat(bar.getAccessibleText()).isEqualTo("−0.830 … 0.830");
  }

  @Test
  void probabilitiesBeginAtZero(FxRobot robot) {
    robot.interact(() -> bar.scaleProperty().set(ColorScale.PROBABILITY));

    assertThat(ends()).containsExactly("0", "1.00");
  }

  @Test
  void aLimitOfZeroHasNoSign(FxRobot robot) {
    robot.interact(() -> bar.limitProperty().set(0));

    assertThat(ends()).containsExactly("0", "0");
  }

  @Test
  void theColoursGoFromTheLowerToTheUpperEnd(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] picture = new WritableImage[1];
    robot.interact(() -> picture[0] = bar.getChildren().get(1).snapshot(null, null));
    int last = (int) picture[0].getWidth() - 1;

    assertThat(picture[0].getPixelReader().getArgb(0, 4))
        .isEqualTo(ColorScale.DIVERGING.argb(-1, 1));
    assertThat(picture[0].getPixelReader().getArgb(last, 4))
        .isEqualTo(ColorScale.DIVERGING.argb(1, 1));
  }
}
