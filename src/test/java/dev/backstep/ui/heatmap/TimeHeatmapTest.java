package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.Grids;
import dev.backstep.ui.time.TimeAxis;
import java.util.ArrayList;
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
class TimeHeatmapTest extends HeatmapTest {
  private static final int TIMESTEPS = 10;
  private static final int UNITS = 5;
  private static final int COMPUTED = 4;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 50;

  private final TimeAxis axis = new TimeAxis();
  private final List<Integer> picked = new ArrayList<>();
  private TimeHeatmap heatmap;
  private Pane root;

  @Start
  private void start(Stage stage) {
    axis.setLength(TIMESTEPS);
    axis.viewportWidthProperty().set(WIDTH);
    heatmap = new TimeHeatmap(axis);
    heatmap.resize(WIDTH, HEIGHT);
    heatmap.setManaged(false);
    heatmap.limitProperty().set(100);
    heatmap.valuesProperty().set(Grids.numbered(TIMESTEPS, UNITS));
    heatmap.computedProperty().set(t -> t < COMPUTED);
    heatmap.setOnPick(picked::add);
    heatmap.setStyle("-hatch-color: -hatch; -ground-color: -ground;");
    root = new Pane(heatmap);
    root.setStyle("-hatch: #102030; -ground: #fefefe;");
    stage.setScene(new Scene(root, 500, 100));
    stage.show();
  }

  @BeforeEach
  void leave(FxRobot robot) {
    robot.moveTo(root.localToScreen(480, 90));
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
    return picture(robot, root);
  }

  private int argb(FxRobot robot, double x, double y) {
    return picture(robot).getPixelReader().getArgb((int) x, (int) y);
  }

  @Test
  void theSquareUnderTheMouseIsReportedWithItsValue(FxRobot robot) {
    hover(robot, axis.x(2) + 10, 35);
    assertThat(hovered()).isEqualTo(new Square(2, 3, 23));

    hover(robot, axis.x(0) + 1, 1);
    assertThat(hovered()).isEqualTo(new Square(0, 0, 0));
  }

  @Test
  void theColumnIsThatOfTheScrolledAxis(FxRobot robot) {
    robot.interact(
        () -> {
          axis.viewportWidthProperty().set(300);
          axis.setOffset(88);
        });
    hover(robot, 10, 15);

    assertThat(hovered()).isEqualTo(new Square(2, 1, 21));
  }

  @Test
  void aColumnThatIsNotComputedReportsNothing(FxRobot robot) {
    hover(robot, axis.x(COMPUTED) + 10, 25);
    assertThat(hovered()).isNull();

    hover(robot, axis.x(COMPUTED - 1) + 10, 25);
    assertThat(hovered()).isEqualTo(new Square(3, 2, 32));
  }

  @Test
  void afterTheMouseHasLeftNothingIsReported(FxRobot robot) {
    hover(robot, axis.x(1) + 10, 25);
    hover(robot, 20, HEIGHT + 30);

    assertThat(hovered()).isNull();
  }

  @Test
  void underARestingMouseTheReportFollowsWhatIsShown(FxRobot robot) {
    hover(robot, axis.x(3) + 10, 25);
    robot.interact(() -> heatmap.valuesProperty().set(Grids.of(10, UNITS, (t, n) -> 7)));
    assertThat(hovered()).isEqualTo(new Square(3, 2, 7));

    robot.interact(() -> heatmap.computedProperty().set(t -> t < 3));
    assertThat(hovered()).isNull();
    robot.interact(() -> heatmap.valuesProperty().set(null));
    assertThat(hovered()).isNull();
  }

  @Test
  void aClickReportsTheTimestepAlsoOfAColumnThatIsNotComputed(FxRobot robot) {
    hover(robot, axis.x(2) + 10, 25);
    robot.clickOn();
    hover(robot, axis.x(7) + 10, 25);
    robot.clickOn();

    assertThat(picked).containsExactly(2, 7);
  }

  @Test
  void aClickWhereThereIsNothingReportsNothing(FxRobot robot) {
    robot.interact(() -> axis.setLength(2));
    hover(robot, 430, 25);
    robot.clickOn();
    robot.interact(() -> heatmap.valuesProperty().set(null));
    hover(robot, 10, 25);
    robot.clickOn();

    assertThat(picked).isEmpty();
  }

  @Test
  void computedSquaresHaveTheColoursOfTheScaleAndTheOthersAreHatched(FxRobot robot) {
    assertThat(argb(robot, axis.x(2) + 10, 35)).isEqualTo(ColorScale.DIVERGING.argb(23, 100));
    assertThat(argb(robot, axis.x(0) + 10, 5)).isEqualTo(ColorScale.DIVERGING.argb(0, 100));
    assertThat(hatchColors(robot)).containsOnly(0xff102030, 0xfffefefe);
  }

  private List<Integer> hatchColors(FxRobot robot) {
    WritableImage picture = picture(robot);
    List<Integer> colors = new ArrayList<>();
    for (int x = 0; x < axis.columnWidth(); x++) {
      colors.add(picture.getPixelReader().getArgb((int) axis.x(6) + x, 25));
    }
    return colors.stream().distinct().sorted().toList();
  }

  @Test
  void anotherThemeHatchesInItsOwnColours(FxRobot robot) {
    picture(robot);
    robot.interact(() -> root.setStyle("-hatch: #aabbcc; -ground: #010203;"));

    assertThat(hatchColors(robot)).containsExactly(0xff010203, 0xffaabbcc);
  }

  @Test
  void theMarkedColumnIsFramed(FxRobot robot) {
    robot.interact(
        () -> {
          heatmap.setStyle("-mark-color: #00ff00;");
          heatmap.markedProperty().set(2);
        });

    assertThat(argb(robot, axis.x(2) - 2, 25)).isEqualTo(0xff00ff00);
    assertThat(argb(robot, axis.x(3) - 2, 25)).isNotEqualTo(0xff00ff00);
  }

  /** Five units in three columns of squares of 12 or 13 × 25 pixels. */
  private void fold(FxRobot robot) {
    robot.interact(() -> axis.foldedProperty().set(true));
    assertThat(axis.fold(UNITS).columns()).isEqualTo(3);
  }

  @Test
  void whereItIsFoldedTheSquareUnderTheMouseIsThatOfTheGrid(FxRobot robot) {
    fold(robot);
    hover(robot, axis.x(2) + 5, 40);
    assertThat(hovered()).isEqualTo(new Square(2, 3, 23));
    hover(robot, axis.x(2) + 18, 40);
    assertThat(hovered()).isEqualTo(new Square(2, 4, 24));
    hover(robot, axis.x(2) + 32, 40);
    assertThat(hovered()).as("the last row has ended").isNull();
  }

  @Test
  void foldedSquaresHaveTheirColoursAndTheGroundIsSeenBetweenThem(FxRobot robot) {
    fold(robot);
    assertThat(argb(robot, axis.x(2) + 5, 40)).isEqualTo(ColorScale.DIVERGING.argb(23, 100));
    assertThat(argb(robot, axis.x(2) + 18, 40)).isEqualTo(ColorScale.DIVERGING.argb(24, 100));
    assertThat(argb(robot, axis.x(2) + 11, 40)).as("between").isEqualTo(0xffffffff);
    assertThat(argb(robot, axis.x(2) + 32, 40)).as("beyond the last").isEqualTo(0xffffffff);
  }

  @Test
  void aUnitThatIsLitIsFramedInEveryComputedColumn(FxRobot robot) {
    fold(robot);
    robot.interact(
        () -> {
          heatmap.setStyle("-ink-color: #00ff00;");
          heatmap.unitProperty().set(3);
        });
    for (int t = 0; t < TIMESTEPS; t++) {
      int edge = argb(robot, axis.x(t), 40);
      assertThat(edge == 0xff00ff00).as("t = " + t).isEqualTo(t < COMPUTED);
    }
    assertThat(argb(robot, axis.x(2) + 26, 10)).as("another unit").isNotEqualTo(0xff00ff00);
  }

  @Test
  void eachColumnIsColouredUpToItsOwnLimitAndItIsSaid(FxRobot robot) {
    robot.interact(() -> heatmap.limitsProperty().set(t -> t == 0 ? 4 : 10.0 * t + 4));

    for (int t = 0; t < COMPUTED; t++) {
      assertThat(argb(robot, axis.x(t) + 10, 45))
          .as("the last is the largest at t = " + t)
          .isEqualTo(ColorScale.DIVERGING.argb(1, 1));
    }
    hover(robot, axis.x(2) + 10, 35);
    assertThat(heatmap.wordsProperty().get()).endsWith("= 23.0000, ±24.0");
  }
}
