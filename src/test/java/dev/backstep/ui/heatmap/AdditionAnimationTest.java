package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.Grids;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Three heatmaps of 40 × 40 beside one another: −1, 1 and 0 everywhere. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AdditionAnimationTest {
  private static final int SIZE = 40;
  private static final int BLUE = ColorScale.DIVERGING.argb(-1, 1);
  private static final int RED = ColorScale.DIVERGING.argb(1, 1);
  private static final int WHITE = ColorScale.DIVERGING.argb(0, 1);

  private AdditionAnimation landing;
  private Scene scene;

  @Start
  private void start(Stage stage) {
    HBox box = new HBox(map(-1), map(1), map(0));
    landing =
        new AdditionAnimation(
            box,
            (MatrixHeatmap) box.getChildren().get(0),
            (MatrixHeatmap) box.getChildren().get(1),
            (MatrixHeatmap) box.getChildren().get(2),
            0.18);
    scene = new Scene(new StackPane(box), 3 * SIZE, SIZE);
    stage.setScene(scene);
    stage.show();
  }

  private static MatrixHeatmap map(int value) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setMinSize(SIZE, SIZE);
    map.setMaxSize(SIZE, SIZE);
    map.valuesProperty().set(Grids.of(4, 4, (row, col) -> value));
    return map;
  }

  /** The colours in the middle of the three places when so much of the time has passed. */
  private int[] colorsAt(double progress) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          landing.progressProperty().set(progress);
          WritableImage image = scene.snapshot(null);
          int[] colors = new int[3];
          for (int i = 0; i < colors.length; i++) {
            colors[i] = image.getPixelReader().getArgb(i * SIZE + SIZE / 2, SIZE / 2);
          }
          return colors;
        });
  }

  @Test
  void theSumLooksAsBeforeUntilWhatIsAddedHasComeThere() {
    assertThat(colorsAt(1)).containsExactly(BLUE, RED, WHITE);
    assertThat(colorsAt(0.01)).containsExactly(BLUE, RED, BLUE);
    assertThat(colorsAt(0.64)).as("it has come").containsExactly(BLUE, RED, RED);
    int[] fading = colorsAt(0.9);
    assertThat(fading[2]).isNotIn(BLUE, RED, WHITE);
    assertThat(colorsAt(1)).as("at rest").containsExactly(BLUE, RED, WHITE);
  }

  @Test
  void itTakesItsTimeAndThenNothingRunsAnyMore() throws TimeoutException {
    assertThat(landing.length().toMillis()).isEqualTo(180);
    assertThat(landing.isRunning()).isFalse();
    assertThat(onScreen(this::play)).as("right after the start").isTrue();
    WaitForAsyncUtils.waitFor(
        Deadline.SECONDS, TimeUnit.SECONDS, () -> !onScreen(landing::isRunning));
    assertThat(landing.progressProperty().get()).isEqualTo(1);
    assertThat(copies()).noneMatch(Node::isVisible);
  }

  private boolean play() {
    landing.play();
    return landing.isRunning();
  }

  private static boolean onScreen(Callable<Boolean> question) {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, question);
  }

  @Test
  void itCanBeEndedAtOnce() {
    WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          landing.play();
          assertThat(landing.isRunning()).isTrue();
          assertThat(copies()).allMatch(Node::isVisible);
          landing.finish();
          assertThat(landing.isRunning()).isFalse();
          assertThat(copies()).noneMatch(Node::isVisible);
          return null;
        });
    assertThat(colorsAt(1)).containsExactly(BLUE, RED, WHITE);
  }

  private List<Node> copies() {
    Node box = scene.getRoot().getChildrenUnmodifiable().get(0);
    return ((HBox) box)
        .getChildren().stream().filter(node -> !(node instanceof MatrixHeatmap)).toList();
  }
}
