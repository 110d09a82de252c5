package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.backstep.ui.paint.Screenshot;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LossChartTest {
  private static final int RED = 0xffcf222e;
  private LossChart chart;

  @Start
  void start(Stage stage) {
    chart = new LossChart();
    chart.placeholderProperty().set("No update yet.");
    Screenshot.of(stage, chart, 900, 400, false);
  }

  @Test
  void aSpikeOfOnePointAmongAHundredThousandReachesTheTop(FxRobot robot) {
    double[] losses = ChartSamples.losses(100_000, 1);
    losses[54_321] = 9;
    WritableImage image = show(robot, losses);

    int top = 0;
    while (columnsAt(image, top).isEmpty()) {
      top++;
    }
    assertThat(columnsAt(image, top)).as("columns that reach so high").hasSizeBetween(1, 3);
    assertThat(columnsAt(image, top))
        .allSatisfy(x -> assertThat(chart.updateAt(x + 0.5)).isBetween(54_321 - 240, 54_321 + 240));
  }

  /** The columns of a row that have the colour of the run, left of the legend. */
  private List<Integer> columnsAt(WritableImage image, int y) {
    return IntStream.range(0, 600).filter(x -> isBlue(image, x, y)).boxed().toList();
  }

  @Test
  void lossesThatAreNotFiniteAreMarkedAtTheTopEdge(FxRobot robot) {
    double[] losses = ChartSamples.losses(50_000, 1);
    assertThat(count(show(robot, losses.clone()), RED)).isZero();

    Arrays.fill(losses, 40_000, 50_000, Double.NaN);
    losses[10_000] = Double.POSITIVE_INFINITY;
    WritableImage image = show(robot, losses);

    assertThat(count(image, RED)).isGreaterThan(5 * 100);
    assertThat(isBlue(image, 860, 300)).as("nothing is drawn where nothing is known").isFalse();
  }

  @Test
  void aRunThatIsNotFiniteFromTheStartStillDrawsItsMarks(FxRobot robot) {
    WritableImage image = show(robot, new double[] {Double.NaN, Double.NaN, Double.NaN});

    assertThat(count(image, RED)).isPositive();
    assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString()).contains("NaN");
  }

  @Test
  void withoutAnythingToDrawItSaysThePlaceholder(FxRobot robot) {
    assertThat(chart.lookup(".placeholder").isVisible()).isTrue();
    assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("No update yet.");
    assertThat(chart.updateAt(400)).isEqualTo(-1);

    show(robot, 3, 2, 1);

    assertThat(chart.lookup(".placeholder").isVisible()).isFalse();
    assertThat(chart.updateAt(880)).isEqualTo(2);
  }

  @Test
  void aSingleUpdateIsVisible(FxRobot robot) {
    assertThat(count(show(robot, 3.3), 0xff0b62c4)).isPositive();
  }

  @Test
  void compactLeavesTheLegendOutAndGivesThePlotMoreRoom(FxRobot robot) {
    show(robot, ChartSamples.losses(1_000, 1));
    int before = chart.updateAt(500);
    assertThat(chart.lookup(".legend").isVisible()).isTrue();

    robot.interact(() -> chart.compactProperty().set(true));

    assertThat(chart.lookup(".legend").isVisible()).isFalse();
    assertThat(chart.updateAt(500)).isGreaterThan(before);
  }

  @Test
  void onALogarithmicAxisEqualDistancesAreEqualFactors(FxRobot robot) {
    show(robot, ChartSamples.losses(10_001, 1));
    double part = chart.updateAt(650) / 10_000.0;
    robot.interact(() -> chart.logXProperty().set(true));

    int expected = (int) StrictMath.pow(10_000, part);
    assertThat(chart.updateAt(650)).isBetween(expected - 3, expected + 3);
  }

  @Test
  void refreshShowsWhatWasAdded(FxRobot robot) {
    show(robot, 3, 2, 1);
    ChartLine line = chart.getLines().get(0);
    robot.interact(
        () -> {
          line.raw().addAll(new double[97]);
          chart.refresh();
        });
    image(robot);

    assertThat(chart.updateAt(890)).isEqualTo(99);
  }

  @Test
  void theReadOutTellsTheUpdateAndItsLossesAndStaysWithinThePlot(FxRobot robot) {
    double[] losses = new double[101];
    Arrays.fill(losses, 2);
    losses[100] = 2.5;
    robot.interact(
        () -> chart.getLines().setAll(ChartSamples.line("mine", ChartLine.Role.RUN, losses, 40)));
    double right = plotEnd(100);
    robot.moveTo(chart.localToScreen(right - 1, 340));

    Label readout = (Label) chart.lookup(".readout");
    assertThat(readout.getText().lines().map(String::strip))
        .containsExactly(
            "update 100", "mine: 2.500, smoothed 2.050", "held-out 2.095 at update 80");
    Bounds bounds = chart.sceneToLocal(readout.localToScene(readout.getLayoutBounds()));
    assertThat(bounds.getMaxX()).isLessThanOrEqualTo(right + 0.1);
    assertThat(bounds.getMaxY()).isLessThan(400);

    robot.moveTo(chart.localToScreen(5, 5));
    assertThat(readout.isVisible()).isFalse();
  }

  @Test
  void theReadOutOfASmallChartStandsAboveItWhole(FxRobot robot) {
    double[] losses = ChartSamples.losses(101, 1);
    robot.interact(
        () -> {
          chart.compactProperty().set(true);
          chart.setMaxSize(220, 100);
          chart.getLines().setAll(ChartSamples.line("mine", ChartLine.Role.RUN, losses, 40));
        });
    image(robot);
    robot.moveTo(chart.localToScreen(chart.getWidth() - 20, chart.getHeight() / 2));

    Tooltip above =
        (Tooltip) Window.getWindows().stream().filter(Tooltip.class::isInstance).findFirst().get();
    assertThat(above.getText().lines()).hasSize(3);
    assertThat(chart.lookup(".readout").isVisible()).isFalse();
    double top = chart.localToScreen(0, 0).getY();
    assertThat(above.getY() + above.getHeight())
        .as("covers nothing of the plot")
        .isLessThanOrEqualTo(top + 20);

    robot.moveTo(chart.localToScreen(chart.getWidth() / 2, chart.getHeight() + 60));
    assertThat(Window.getWindows()).noneMatch(Tooltip.class::isInstance);
  }

  @Test
  void aColumnOfManyUpdatesIsReadAsAStretch(FxRobot robot) {
    show(robot, ChartSamples.losses(100_000, 1));
    robot.moveTo(chart.localToScreen(500, 200));

    assertThat(((Label) chart.lookup(".readout")).getText())
        .matches(
            "(?s)update \\d\\d\u202f\\d{3} … \\d\\d\u202f\\d{3}\n: [0-9.]+ … [0-9.]+, smoothed .*");
  }

  @Test
  void theMarkerStandsAtItsUpdate(FxRobot robot) {
    show(robot, ChartSamples.losses(1_000, 1));
    int without = count(image(robot), 0xff1f6feb);
    robot.interact(() -> chart.markerProperty().set(500));

    assertThat(count(image(robot), 0xff1f6feb)).isGreaterThan(without + 50);
  }

  @Test
  void aHundredThousandPointsTakeNoMoreToDrawThanTenThousand(FxRobot robot) {
    long few = allocatedToDraw(robot, 10_000);
    assertThat(allocatedToDraw(robot, 100_000)).as("bytes").isLessThan(2 * few);
  }

  private long allocatedToDraw(FxRobot robot, int points) {
    show(robot, ChartSamples.losses(points, 1));
    long[] bytes = new long[1];
    robot.interact(
        () -> {
          long before = allocated();
          chart.refresh();
          chart.layout();
          bytes[0] = allocated() - before;
        });
    return bytes[0];
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private WritableImage show(FxRobot robot, double... losses) {
    robot.interact(
        () -> chart.getLines().setAll(ChartSamples.line("", ChartLine.Role.RUN, losses, 0)));
    return image(robot);
  }

  private WritableImage image(FxRobot robot) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = Screenshot.again(chart));
    return image[0];
  }

  /** Where the plot ends, half an update after the end of the last but one. */
  private double plotEnd(int lastUpdate) {
    double begin = beginOf(lastUpdate);
    return begin + (begin - beginOf(lastUpdate - 1)) / 2;
  }

  private double beginOf(int update) {
    double x = 0;
    while (chart.updateAt(x) < update) {
      x += 0.01;
    }
    return x;
  }

  private static boolean isBlue(WritableImage image, int x, int y) {
    Color color = image.getPixelReader().getColor(x, y);
    return color.getBlue() - color.getRed() > 0.15;
  }

  private static int count(WritableImage image, int argb) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
      }
    }
    return count;
  }
}
