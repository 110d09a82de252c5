package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SharpCanvasTest {
  private static final double WIDTH = 60.5;
  private static final double HEIGHT = 30.5;

  private SharpCanvas canvas;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    canvas = new SharpCanvas();
    scene = new Scene(new Pane(canvas), 80, 50, Color.WHITE);
    stage.setScene(scene);
    stage.show();
  }

  /** As at 150 %, where the width of a region is rarely one of whole pixels. */
  @Test
  void nothingOldIsLeftWhereItEndsBetweenTwoPixels(FxRobot robot) {
    robot.interact(() -> canvas.begin(WIDTH, HEIGHT).fillRect(0, 0, WIDTH, HEIGHT));
    assertThat(darkPixels(robot)).isGreaterThan(1800);
    robot.interact(() -> canvas.begin(WIDTH, HEIGHT));
    assertThat(darkPixels(robot)).isZero();
    robot.interact(
        () -> {
          GraphicsContext g = canvas.begin(WIDTH, HEIGHT);
          g.fillRect(0, 0, 1, 1);
        });
    assertThat(darkPixels(robot)).isEqualTo(1);
  }

  private int darkPixels(FxRobot robot) {
    int[] dark = new int[1];
    robot.interact(
        () -> {
          WritableImage image = scene.snapshot(null);
          PixelReader pixels = image.getPixelReader();
          for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
              dark[0] += pixels.getColor(x, y).getBrightness() < 1 ? 1 : 0;
            }
          }
        });
    return dark[0];
  }
}
