package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Timeline;
import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartSamples;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.time.TimelineBar;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every control in both themes, to be looked at in target/demo. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ThemeDemoTest {
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLongRunWithHeldOutPointsHasItsThreeColours(boolean dark, FxRobot robot) throws IOException {
    double[] losses = ChartSamples.losses(20_000, 1);
    losses[9_000] = 40;
    for (int i = 14_000; i < 14_010; i++) {
      losses[i] = Double.NaN;
    }
    LossChart chart = new LossChart();
    chart.getLines().add(ChartSamples.line("H 16, Adagrad", ChartLine.Role.RUN, losses, 774));
    chart.markerProperty().set(12_840);

    WritableImage image = shoot(robot, chart, 1100, 520, dark, "chart-run");

    assertThat(colours(image))
        .contains(dark ? 0xff6cb2ff : 0xff0b62c4, dark ? 0xff56d364 : 0xff1a7f37);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoRunsUnderThePointerHaveTheirTwoColours(boolean dark, FxRobot robot) throws IOException {
    LossChart chart = new LossChart();
    chart
        .getLines()
        .add(ChartSamples.line("zero", ChartLine.Role.RUN_A, ChartSamples.losses(300, 3), 40));
    chart
        .getLines()
        .add(ChartSamples.line("carried", ChartLine.Role.RUN_B, ChartSamples.losses(300, 4), 40));
    shoot(robot, chart, 1100, 520, dark, "chart-compare");
    robot.interact(() -> Event.fireEvent(chart, moved(700, 200)));

    WritableImage image = again(robot, chart, dark, "chart-compare");

    assertThat(colours(image))
        .contains(dark ? 0xff6cb2ff : 0xff0b62c4, dark ? 0xfff0a050 : 0xffb35309);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void logarithmicAxesShowTheSameRun(boolean dark, FxRobot robot) throws IOException {
    LossChart chart = new LossChart();
    chart.logXProperty().set(true);
    chart.logYProperty().set(true);
    chart
        .getLines()
        .add(
            ChartSamples.line("H 16", ChartLine.Role.RUN, ChartSamples.losses(100_000, 1), 10_000));

    assertThat(colours(shoot(robot, chart, 1100, 520, dark, "chart-log")))
        .contains(dark ? 0xff6cb2ff : 0xff0b62c4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theMiniChartFitsIntoTheBottomBar(boolean dark, FxRobot robot) throws IOException {
    LossChart chart = new LossChart();
    chart.compactProperty().set(true);
    chart.markerProperty().set(1_284);
    chart
        .getLines()
        .add(ChartSamples.line("H 16", ChartLine.Role.RUN, ChartSamples.losses(1_700, 1), 0));

    assertThat(colours(shoot(robot, chart, 330, 90, dark, "chart-mini")))
        .contains(dark ? 0xff6cb2ff : 0xff0b62c4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEmptyChartSaysWhatToDo(boolean dark, FxRobot robot) throws IOException {
    LossChart chart = new LossChart();
    chart.placeholderProperty().set("No update yet. Press Train, and the loss appears here.");

    assertThat(colours(shoot(robot, chart, 1100, 520, dark, "chart-empty")))
        .as("text and nothing else")
        .doesNotContain(dark ? 0xff6cb2ff : 0xff0b62c4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theTimelineIsStrongBeforeAndPaleAfterThePlace(boolean dark, FxRobot robot)
      throws IOException {
    for (int length : new int[] {11, 500}) {
      for (int width : new int[] {1100, 330}) {
        TimelineBar bar = new TimelineBar();
        bar.timelineProperty().set(new Timeline(length));
        bar.placeProperty().set(new Timeline(length).backward(length / 2));
        shoot(robot, bar, width, 90, dark, "timeline-" + length + "-" + width);
        robot.interact(() -> Event.fireEvent(bar, moved(0.8 * width, 45)));
        WritableImage image = again(robot, bar, dark, "timeline-" + length + "-" + width);
        assertThat(colours(image))
            .contains(dark ? 0xff8fb0d3 : 0xff4a6785, dark ? 0xfff0866e : 0xffa8402a);
      }
    }
    TimelineBar early = new TimelineBar();
    early.timelineProperty().set(new Timeline(1));
    early.setFocusTraversable(false);
    shoot(robot, early, 330, 90, dark, "timeline-1-330");
    assertThat(colours(shoot(robot, new TimelineBar(), 1100, 90, dark, "timeline-none")))
        .doesNotContain(dark ? 0xff8fb0d3 : 0xff4a6785);
  }

  private WritableImage shoot(
      FxRobot robot, Node control, int width, int height, boolean dark, String name)
      throws IOException {
    robot.interact(() -> Screenshot.of(stage, control, width, height, dark));
    return again(robot, control, dark, name);
  }

  private static WritableImage again(FxRobot robot, Node control, boolean dark, String name)
      throws IOException {
    AtomicReference<WritableImage> image = new AtomicReference<>();
    robot.interact(() -> image.set(Screenshot.again(control)));
    Screenshot.write(image.get(), name + (dark ? "-dark" : "-light"));
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

  private static MouseEvent moved(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        x,
        y,
        x,
        y,
        null,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        null);
  }
}
