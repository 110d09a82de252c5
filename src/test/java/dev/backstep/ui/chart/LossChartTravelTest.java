package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Series;
import dev.backstep.ui.chart.ChartMark.Kind;
import dev.backstep.ui.paint.Screenshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Going back by pointing at a chart, and what is marked on it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LossChartTravelTest {
  private static final int UPDATES = 1_000;
  private final List<Long> wishes = new ArrayList<>();
  private LossChart chart;
  private ChartLine line;

  @Start
  void start(Stage stage) {
    chart = new LossChart();
    Screenshot.of(stage, chart, 900, 400, false);
    line = ChartSamples.line("run", ChartLine.Role.RUN, ChartSamples.losses(UPDATES, 1), 0);
    chart.getLines().setAll(line);
    chart.travel().setOnGoTo(wishes::add);
  }

  private WritableImage image(FxRobot robot) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = Screenshot.again(chart));
    return image[0];
  }

  private double xOf(int update) {
    double x = 0;
    while (chart.updateAt(x) < update) {
      x += 0.25;
    }
    return x;
  }

  private String readOutAt(FxRobot robot, int update) {
    image(robot);
    robot.moveTo(chart.localToScreen(xOf(update), 200));
    return ((Label) chart.lookup(".readout")).getText();
  }

  private static int differing(WritableImage one, WritableImage other, int x) {
    int count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int near = x - 5; near <= x + 5; near++) {
        boolean isEqual =
            one.getPixelReader().getArgb(near, y) == other.getPixelReader().getArgb(near, y);
        count += isEqual ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void aClickAsksForTheUpdateThatTheReadOutTells(FxRobot robot) {
    image(robot);
    robot.clickOn(chart.localToScreen(500, 200));
    assertThat(wishes).containsExactly((long) chart.updateAt(500));
  }

  @Test
  void aClickOnTheSignOfAMarkAsksForItsUpdate(FxRobot robot) {
    robot.interact(
        () -> chart.travel().marks().setAll(new ChartMark(Kind.LOWEST, 417, "the lowest")));
    image(robot);
    double top = plotTop(robot);
    robot.clickOn(chart.localToScreen(xOf(417) + 4, top + 4));
    assertThat(wishes).containsExactly(417L);
  }

  /** The edge above the first pixel of the plot: where its read-out line begins. */
  private double plotTop(FxRobot robot) {
    robot.moveTo(chart.localToScreen(500, 200));
    WaitForAsyncUtils.waitForFxEvents();
    return chart.lookup(".crosshair").getBoundsInParent().getMinY();
  }

  @Test
  void aClickBesideThePlotAsksForNothing(FxRobot robot) {
    image(robot);
    robot.clickOn(chart.localToScreen(10, 200));
    robot.clickOn(chart.localToScreen(500, 395));
    assertThat(wishes).isEmpty();
  }

  @Test
  void draggingAsksOnTheWayAndBeyondTheEndForTheEnd(FxRobot robot) {
    robot.interact(() -> chart.travel().reachProperty().set(UPDATES));
    image(robot);
    robot.drag(chart.localToScreen(500, 200));
    robot.moveTo(chart.localToScreen(600, 200));
    robot.moveTo(chart.localToScreen(899, 200));
    robot.drop();
    assertThat(wishes).hasSizeGreaterThan(2).isSorted().doesNotHaveDuplicates();
    assertThat(wishes.get(wishes.size() - 1)).isEqualTo(UPDATES);
  }

  @Test
  void enterAsksForTheUpdateWhereTheKeysAre(FxRobot robot) {
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.HOME).type(KeyCode.PAGE_DOWN).type(KeyCode.ENTER);
    assertThat(wishes).hasSize(1);
    assertThat(wishes.get(0)).as("not the end").isBetween(1L, UPDATES - 1L);
    String readOut = ((Label) chart.lookup(".readout")).getText();
    assertThat(readOut).contains(String.valueOf(wishes.get(0)));
  }

  @Test
  void withoutAnybodyToAskNothingHappens(FxRobot robot) {
    robot.interact(() -> chart.travel().setOnGoTo(null));
    image(robot);
    robot.clickOn(chart.localToScreen(500, 200));
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.ENTER);
    assertThat(wishes).isEmpty();
  }

  @Test
  void everyMarkIsDrawnAtItsUpdateAndTold(FxRobot robot) {
    for (Kind kind : Kind.values()) {
      robot.interact(() -> chart.travel().marks().clear());
      robot.moveTo(chart.localToScreen(5, 5));
      WritableImage before = image(robot);
      robot.interact(
          () -> chart.travel().marks().setAll(new ChartMark(kind, 400, "this happened")));
      int x = (int) xOf(400);
      assertThat(differing(before, image(robot), x)).as(kind.name()).isGreaterThan(250);
      assertThat(differing(before, image(robot), x + 60)).isZero();
      assertThat(readOutAt(robot, 400)).contains("update 400: this happened");
      assertThat(readOutAt(robot, 500)).doesNotContain("this happened");
    }
  }

  @Test
  void namesThatAreTooLongForOneRowTakeMoreAndNoneIsCutOff(FxRobot robot) {
    robot.interact(
        () -> {
          chart
              .travel()
              .marks()
              .setAll(Stream.of(Kind.values()).map(kind -> new ChartMark(kind, 9, "")).toList());
          chart.getScene().getWindow().setWidth(360);
        });
    WaitForAsyncUtils.waitForFxEvents();
    Set<Label> names =
        chart.lookupAll(".legend > .label").stream()
            .map(Label.class::cast)
            .collect(Collectors.toSet());

    assertThat(names).hasSizeGreaterThan(3);
    for (Label name : names) {
      assertThat(((Text) name.lookup(".text")).getText()).isEqualTo(name.getText());
    }
    assertThat(names.stream().map(Label::getLayoutY).distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void epochsHaveTicksAndTheReadOutTellsTheirNumber(FxRobot robot) {
    robot.moveTo(chart.localToScreen(5, 5));
    WritableImage before = image(robot);
    robot.interact(() -> chart.travel().epochLengthProperty().set(300));
    WritableImage after = image(robot);
    assertThat(differing(before, after, (int) xOf(300))).isBetween(3, 8);
    assertThat(differing(before, after, (int) xOf(900))).isBetween(3, 8);
    assertThat(differing(before, after, (int) xOf(450))).isZero();
    assertThat(readOutAt(robot, 310)).contains("epoch 2");
    assertThat(readOutAt(robot, 950)).contains("epoch 4");
  }

  @Test
  void howItWasBeforeIsDrawnAndToldOnlyFromWhereItDiffers(FxRobot robot) {
    robot.moveTo(chart.localToScreen(5, 5));
    Series half = new Series();
    half.addAll(line.raw().between(0, 500));
    Series smooth = new Series();
    smooth.addAll(line.smoothed().between(0, 500));
    robot.interact(
        () ->
            chart
                .getLines()
                .setAll(
                    ChartLine.past(
                        "branch 1",
                        500,
                        line.raw(),
                        line.smoothed(),
                        line.heldOutAt(),
                        line.heldOut()),
                    new ChartLine(
                        "run", ChartLine.Role.RUN, half, smooth, new Series(), new Series())));
    WritableImage image = image(robot);
    assertThat(isGrey(image, (int) xOf(800))).isTrue();
    assertThat(readOutAt(robot, 800)).contains("branch 1: ");
    assertThat(readOutAt(robot, 300)).doesNotContain("branch 1: ").contains("run: ");
  }

  @Test
  void heldOutLossesOfHowItWasAreDrawnFromWhereItDiffers(FxRobot robot) {
    Series at = new Series();
    Series heldOut = new Series();
    for (int update : new int[] {200, 800}) {
      at.add(update);
      heldOut.add(2);
    }
    Series short500 = new Series();
    short500.addAll(line.raw().between(0, 500));
    ChartLine run =
        new ChartLine("run", ChartLine.Role.RUN, short500, short500, new Series(), new Series());
    Series none = new Series();
    robot.interact(
        () ->
            chart
                .getLines()
                .setAll(
                    ChartLine.past("branch 1", 500, line.raw(), line.smoothed(), none, none), run));
    WritableImage without = image(robot);
    robot.interact(
        () ->
            chart
                .getLines()
                .setAll(
                    ChartLine.past("branch 1", 500, line.raw(), line.smoothed(), at, heldOut),
                    run));
    WritableImage with = image(robot);
    assertThat(differing(without, with, (int) xOf(200))).isZero();
    assertThat(differing(without, with, (int) xOf(800))).isPositive();
  }

  @Test
  void aBranchThatBlewUpDoesNotFlattenTheRun(FxRobot robot) {
    double[] losses = line.raw().since(0);
    losses[UPDATES - 1] = 5_000;
    ChartLine blown = ChartSamples.line("", ChartLine.Role.RUN, losses, 0);
    robot.interact(
        () ->
            chart
                .getLines()
                .setAll(
                    ChartLine.past(
                        "branch 1",
                        900,
                        blown.raw(),
                        blown.smoothed(),
                        blown.heldOutAt(),
                        blown.heldOut()),
                    line));
    WritableImage image = image(robot);
    int spread = 0;
    for (int y = 60; y < 340; y++) {
      int argb = image.getPixelReader().getArgb(450, y);
      spread += (argb & 255) - (argb >> 16 & 255) > 30 ? 1 : 0;
    }
    assertThat(spread).as("pixels of the band at one update").isGreaterThan(5);
  }

  /** Whether nothing in a column of the plot has a colour. */
  private static boolean isGrey(WritableImage image, int x) {
    boolean isDrawn = false;
    for (int y = 60; y < 340; y++) {
      int argb = image.getPixelReader().getArgb(x, y);
      int red = argb >> 16 & 255;
      int blue = argb & 255;
      if (Math.abs(red - blue) > 40) {
        return false;
      }
      isDrawn |= red < 150;
    }
    return isDrawn;
  }
}
