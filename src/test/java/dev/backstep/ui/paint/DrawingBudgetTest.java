package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class DrawingBudgetTest {
  private static final long LONG_NANOS = 5_000_000;

  private final List<Integer> painted = new ArrayList<>();
  private final List<Slow> regions = IntStream.range(0, 3).mapToObj(Slow::new).toList();
  private long now;
  private Scene scene;
  private VBox root;

  @Start
  private void start(Stage stage) {
    root = new VBox();
    root.getChildren().addAll(regions);
    scene = new Scene(root, 200, 100);
    DrawingBudget.useClock(scene, () -> now);
    stage.setScene(scene);
    stage.show();
  }

  /** Takes longer to paint than a pulse has. */
  private final class Slow extends PixelRegion {
    private final int number;

    Slow(int number) {
      this.number = number;
      setPrefSize(50, 20);
    }

    @Override
    protected void paint(PixelBoard board, double pixelsPerUnit) {
      now += LONG_NANOS;
      painted.add(number);
    }
  }

  private void pulse(boolean isSpread) {
    painted.clear();
    DrawingBudget.begin(scene, isSpread);
    root.layout();
  }

  private void changeAll() {
    root.layout();
    regions.forEach(PixelRegion::requestLayout);
  }

  @Test
  void whatOnePulseHasNoTimeForIsPaintedInTheNextWhileNumbersCome(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(true);
          assertThat(painted).containsExactly(0);

          pulse(true);
          assertThat(painted).containsExactlyInAnyOrder(1, 2);

          pulse(true);
          assertThat(painted).isEmpty();
        });
  }

  @Test
  void whatWaitsIsPaintedWhenNoMoreNumbersCome(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(true);
          pulse(false);

          assertThat(painted).containsExactlyInAnyOrder(1, 2);
        });
  }

  @Test
  void atOtherTimesEverythingIsPaintedAtOnce(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(false);

          assertThat(painted).containsExactly(0, 1, 2);
        });
  }

  @Test
  void whatFillsAPartWaitsForTheNextPulseAndIsDoneOnceHoweverOftenItIsAskedFor(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(true);
          painted.clear();
          DrawingBudget.fill(root, () -> painted.add(7));
          DrawingBudget.fill(root, () -> painted.add(7));
          assertThat(painted).isEmpty();

          DrawingBudget.begin(scene, true);
          assertThat(painted).containsExactly(7);
        });
  }

  @Test
  void whatFillsAPartIsThereInAPictureThatIsTaken(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(true);
          DrawingBudget.fill(root, () -> painted.add(7));
          Sharpness.at(2, scene, () -> assertThat(painted).contains(7, 1, 2));
        });
  }

  @Test
  void aPictureThatIsTakenWaitsForNothing(FxRobot robot) {
    robot.interact(
        () -> {
          changeAll();
          pulse(true);
          painted.clear();
          Sharpness.at(2, scene, () -> assertThat(painted).containsExactly(0, 1, 2));
        });
  }
}
