package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OuterProduct;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.ScaleBar;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.time.TimeAxis;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ScaleKindUiTest {
  private static final double TINY = 1e-3;
  private static final int LINEAR_TINY = ColorScale.DIVERGING.argb(TINY, 1);
  private static final int LOG_TINY =
      new Shading(ColorScale.DIVERGING, 1, ScaleKind.SYMMETRIC_LOG).argb(TINY);

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @Test
  void aMatrixIsDrawnAgainWithTheKindThatIsChosen(FxRobot robot) {
    MatrixHeatmap heatmap = new MatrixHeatmap();
    heatmap.valuesProperty().set(tiny());

    assertThat(colours(shoot(robot, heatmap))).contains(LINEAR_TINY).doesNotContain(LOG_TINY);
    robot.interact(() -> heatmap.kindProperty().set(ScaleKind.SYMMETRIC_LOG));
    assertThat(colours(again(robot, heatmap))).contains(LOG_TINY).doesNotContain(LINEAR_TINY);
  }

  @Test
  void timestepsAreDrawnAgainWithTheKindThatIsChosen(FxRobot robot) {
    TimeAxis axis = new TimeAxis();
    axis.lengthProperty().set(2);
    axis.viewportWidthProperty().set(120);
    TimeHeatmap heatmap = new TimeHeatmap(axis);
    heatmap.valuesProperty().set(tiny());

    assertThat(colours(shoot(robot, heatmap))).contains(LINEAR_TINY).doesNotContain(LOG_TINY);
    robot.interact(() -> heatmap.kindProperty().set(ScaleKind.SYMMETRIC_LOG));
    assertThat(colours(again(robot, heatmap))).contains(LOG_TINY).doesNotContain(LINEAR_TINY);
  }

  @Test
  void theBarSaysThatItIsLogarithmicAndKeepsItsColours(FxRobot robot) {
    ScaleBar bar = new ScaleBar();
    bar.limitProperty().set(2);
    assertShowsEveryColour(shoot(robot, bar), bar);
    String text = bar.getAccessibleText();
    assertThat(mark(bar).isVisible()).isFalse();

    robot.interact(() -> bar.kindProperty().set(ScaleKind.SYMMETRIC_LOG));
    assertShowsEveryColour(again(robot, bar), bar);
    assertThat(mark(bar).isVisible()).isTrue();
    assertThat(mark(bar).getText()).isEqualTo("log");
    assertThat(mark(bar).getWidth()).isPositive();
    assertThat(bar.getAccessibleText()).isEqualTo(text + ", log");

    robot.interact(() -> bar.kindProperty().set(ScaleKind.LINEAR));
    assertThat(mark(bar).isManaged()).isFalse();
    assertThat(bar.getAccessibleText()).isEqualTo(text);
  }

  /** The colours along the gradient are those of even steps from −1 to 1. */
  private static void assertShowsEveryColour(WritableImage image, ScaleBar bar) {
    Node gradient = bar.lookup(".heatmap");
    Bounds bounds = gradient.localToScene(gradient.getLayoutBounds());
    for (int i = 1; i < 16; i++) {
      int x = (int) (bounds.getMinX() + bounds.getWidth() * i / 16);
      int seen = image.getPixelReader().getArgb(x, (int) bounds.getCenterY());
      int meant = ColorScale.DIVERGING.argb(i / 8.0 - 1, 1);
      assertThat(ColorVision.NORMAL.distance(seen, meant)).as("%d of 16", i).isLessThan(4);
    }
  }

  private static Label mark(ScaleBar bar) {
    return (Label) bar.lookup(".scale-mark");
  }

  private static MatrixView tiny() {
    return new OuterProduct(new double[] {TINY, TINY}, new double[] {1, 1});
  }

  private WritableImage shoot(FxRobot robot, Node control) {
    robot.interact(() -> Screenshot.of(stage, control, 400, 60, false));
    return again(robot, control);
  }

  private static WritableImage again(FxRobot robot, Node control) {
    AtomicReference<WritableImage> image = new AtomicReference<>();
    robot.interact(() -> image.set(Screenshot.again(control)));
    return image.get();
  }

  private static Set<Integer> colours(WritableImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getPixelReader().getArgb(x, y));
      }
    }
    return colours;
  }
}
