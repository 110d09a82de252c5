package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.HeatmapShapes;
import dev.backstep.ui.paint.Patch;
import dev.backstep.ui.paint.Sharpness;
import dev.backstep.ui.parts.Grids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class MatrixHeatmapTest extends HeatmapTest {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 50;

  private final MatrixHeatmap heatmap = new MatrixHeatmap();
  private Pane root;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    heatmap.setManaged(false);
    heatmap.resize(WIDTH, HEIGHT);
    heatmap.limitProperty().set(100);
    heatmap.valuesProperty().set(Grids.numbered(3, 7));
    root = new Pane(heatmap);
    scene = new Scene(root, 300, 100);
    scene.getStylesheets().add(theme("#102030", "#fefefe"));
    stage.setScene(scene);
    stage.show();
  }

  private static String theme(String hatch, String ground) {
    String css =
        ".root { -hatch: %s; -ground: %s; } .heatmap { -hatch-color: -hatch; -ground-color: -ground; }"
            .formatted(hatch, ground);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void leave(FxRobot robot) {
    robot.moveTo(root.localToScreen(280, 90));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  Heatmap heatmap() {
    return heatmap;
  }

  private Square hovered() {
    return heatmap.hoveredProperty().get();
  }

  private WritableImage picture(FxRobot robot) {
    return picture(robot, heatmap);
  }

  @Test
  void theSquareUnderTheMouseIsReportedWithRowColumnAndValue(FxRobot robot) {
    hover(robot, 50, 25);
    assertThat(hovered()).isEqualTo(new Square(1, 3, 13));
    hover(robot, 98, 48);
    assertThat(hovered()).isEqualTo(new Square(2, 6, 26));
    hover(robot, 200, 80);
    assertThat(hovered()).isNull();
  }

  @Test
  void everyPixelReportsTheValueWhoseColourItHas(FxRobot robot) {
    WritableImage picture = picture(robot);

    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        Square square = heatmap.squareAt(x, y);
        assertThat(picture.getPixelReader().getArgb(x, y))
            .as("pixel %d, %d reports %s", x, y, square)
            .isEqualTo(ColorScale.DIVERGING.argb(square.value(), 100));
      }
    }
  }

  @Test
  void aSpikeThatIsSeenIsAlsoReported(FxRobot robot) {
    robot.interact(
        () ->
            heatmap
                .valuesProperty()
                .set(Grids.of(999, 1000, (r, c) -> r == 501 && c == 777 ? -100 : 1)));
    int blue = ColorScale.DIVERGING.argb(-100, 100);
    WritableImage picture = picture(robot);

    assertThat(picture.getPixelReader().getArgb(77, 25)).isEqualTo(blue);
    assertThat(picture.getPixelReader().getArgb(78, 25)).isNotEqualTo(blue);
    hover(robot, 77, 25);
    assertThat(hovered()).isEqualTo(new Square(501, 777, -100));
  }

  @Test
  void withoutAMatrixItIsHatchedAndReportsNothing(FxRobot robot) {
    hover(robot, 50, 25);
    robot.interact(() -> heatmap.valuesProperty().set(null));

    assertThat(hovered()).isNull();
    assertThat(picture(robot).getPixelReader().getArgb(0, 0)).isEqualTo(0xff102030);
    assertThat(picture(robot).getPixelReader().getArgb(3, 0)).isEqualTo(0xfffefefe);
  }

  @Test
  void anotherStylesheetHatchesInItsOwnColours(FxRobot robot) {
    robot.interact(() -> heatmap.valuesProperty().set(null));
    picture(robot);
    robot.interact(() -> scene.getStylesheets().setAll(theme("#aabbcc", "#010203")));

    assertThat(picture(robot).getPixelReader().getArgb(0, 0)).isEqualTo(0xffaabbcc);
    assertThat(picture(robot).getPixelReader().getArgb(3, 0)).isEqualTo(0xff010203);
  }

  @Test
  void outsideOfTheRegionThereIsNoSquare() {
    assertThat(heatmap.squareAt(-0.5, 10)).isNull();
    assertThat(heatmap.squareAt(10, -0.5)).isNull();
    assertThat(heatmap.squareAt(WIDTH, 10)).isNull();
    assertThat(heatmap.squareAt(10, HEIGHT)).isNull();
  }

  private int count(FxRobot robot, int argb) {
    WritableImage picture = picture(robot);
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += picture.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void framesComeAndGoAndTheSquaresUnderThemAreAlwaysThoseOfTheMatrix(FxRobot robot) {
    int source = 0xff00ff00;
    int square = ColorScale.DIVERGING.argb(13, 100);
    Light light = new Light(new LitMatrix.OfWeights("W2"), new Block(1, 2, 3, 4));
    robot.interact(() -> heatmap.setStyle("-source-color: #00ff00;"));
    int before = count(robot, square);
    assertThat(count(robot, source)).isZero();

    robot.interact(() -> heatmap.lightsProperty().set(new Lights(List.of(light), List.of())));
    assertThat(count(robot, source)).isGreaterThan(40);
    robot.interact(() -> heatmap.lightsProperty().set(Lights.NONE));
    assertThat(count(robot, source)).isZero();
    assertThat(count(robot, square)).isEqualTo(before);

    robot.interact(
        () -> {
          heatmap.valuesProperty().set(Grids.of(3, 7, (row, col) -> 50));
          heatmap.lightsProperty().set(new Lights(List.of(light), List.of()));
        });
    assertThat(count(robot, square)).isZero();
    robot.interact(() -> heatmap.limitProperty().set(50));
    assertThat(count(robot, ColorScale.DIVERGING.argb(50, 50))).isGreaterThan(3000);
    robot.interact(() -> heatmap.resize(WIDTH / 2, HEIGHT));
    assertThat(count(robot, ColorScale.DIVERGING.argb(50, 50))).isBetween(1500, 2500);
  }

  @Test
  void asShapesItIsOneRectangleASquareAlsoRightAfterItWasDrawn() {
    List<Patch> patches =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> Sharpness.at(2, scene, () -> HeatmapShapes.of(heatmap)));

    assertThat(patches).hasSize(3 * 7);
  }
}
