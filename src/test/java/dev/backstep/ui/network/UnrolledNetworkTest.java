package dev.backstep.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Shape;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.ui.time.LetterStrip;
import dev.backstep.ui.time.TimeAxis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The network and the letters over it. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class UnrolledNetworkTest {
  private static final int FORWARD = 0xff0000ff;
  private static final int BACKWARD = 0xffff0000;
  private static final String COLORS =
      "-ink: #000000; -muted: #888888; -surface: #ffffff; -forward-color: #0000ff;"
          + " -backward-color: #ff0000; -target-color: #886600; -cursor-color: #008888;";

  private final TimeAxis axis = new TimeAxis();
  private final UnrolledNetwork network = new UnrolledNetwork(axis);
  private final LetterStrip letters = new LetterStrip(axis);
  private final Trace trace = trace("abcab");
  private final List<Integer> picked = new ArrayList<>();
  private Pane root;

  private static Trace trace(String word) {
    return trace(word, Vanilla.NET);
  }

  private static Trace trace(String word, Net net) {
    Vocabulary vocabulary = Vocabulary.of("abc");
    Sequence sequence = vocabulary.encode(word);
    Shape shape = new Shape(net, vocabulary.size(), 3);
    return Trace.of(
        vocabulary.labels(),
        new Example(
            new Initialization.Uniform().initialize(shape, new SeededRandom(5)),
            sequence.inputs(),
            sequence.targets(),
            new double[3 * net.states().size()]),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  @Start
  private void start(Stage stage) {
    axis.viewportWidthProperty().set(500);
    axis.setLength(trace.length());
    network.traceProperty().set(trace);
    letters.traceProperty().set(trace);
    network.setOnPick(picked::add);
    network.setStyle(COLORS);
    letters.setStyle("-ink: #000000;");
    root = new VBox(network, letters);
    stage.setScene(new Scene(root, 500, 400));
    stage.show();
  }

  /** The colours in the column of a timestep. */
  private Set<Integer> colors(FxRobot robot, Node node, int timestep) {
    int left = (int) axis.x(timestep);
    return colors(robot, node, left, (int) (axis.x(timestep) + axis.columnWidth()));
  }

  private static Set<Integer> colors(FxRobot robot, Node node, int left, int right) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] picture = new WritableImage[1];
    robot.interact(() -> picture[0] = node.snapshot(null, null));
    Set<Integer> colors = new HashSet<>();
    for (int x = left; x < right; x++) {
      for (int y = 0; y < picture[0].getHeight(); y++) {
        colors.add(picture[0].getPixelReader().getArgb(x, y));
      }
    }
    return colors;
  }

  private void place(FxRobot robot, int place) {
    robot.interact(() -> network.placeProperty().set(place));
  }

  /** Whether anything but the background is in a column of pixels, from y on downwards. */
  private static boolean hasInk(WritableImage picture, int x, int y) {
    int background = picture.getPixelReader().getArgb(x, (int) picture.getHeight() - 1);
    return IntStream.range(y, (int) picture.getHeight())
        .anyMatch(at -> picture.getPixelReader().getArgb(x, at) != background);
  }

  @Test
  void whatIsSaidOfAGateStaysInItsColumn(FxRobot robot) {
    Trace gated = trace("abcab", Lstm.NET);
    robot.interact(
        () -> {
          axis.viewportWidthProperty().set(5 * 44);
          network.traceProperty().set(gated);
          network.saysOpennessProperty().set(true);
        });
    place(robot, gated.timeline().loss());
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] picture = new WritableImage[1];
    robot.interact(() -> picture[0] = network.snapshot(null, null));

    NetworkSizes of = new NetworkSizes(Lstm.NET, false);
    int below = (int) (of.tileY() + of.tileHeight()) + 2;
    for (int t = 0; t < 4; t++) {
      int gap = (int) (axis.x(t) + axis.columnWidth() + axis.x(t + 1)) / 2;
      assertThat(hasInk(picture[0], gap, below))
          .as("between columns %d and %d", t, t + 1)
          .isFalse();
      int left = (int) axis.x(t);
      assertThat(IntStream.range(left, gap)).anyMatch(x -> hasInk(picture[0], x, below));
    }
  }

  @Test
  void aCellHasTheForwardColourOnceItIsComputed(FxRobot robot) {
    place(robot, trace.timeline().forward(1));

    assertThat(colors(robot, network, 0)).contains(FORWARD);
    assertThat(colors(robot, network, 3)).doesNotContain(FORWARD);
    place(robot, trace.timeline().forward(3));
    assertThat(colors(robot, network, 3)).contains(FORWARD);
  }

  @Test
  void whereTheStateIsCarriedTheLastCellHandsItOnOnceItIsComputed(FxRobot robot) {
    int last = trace.length() - 1;
    int end = (int) (axis.x(last) + axis.columnWidth()) + 2;
    place(robot, trace.timeline().loss());
    assertThat(colors(robot, network, end, end + 12)).doesNotContain(FORWARD);

    robot.interact(
        () -> network.traceProperty().set(trace("abcab").carriedFrom(new HandOver(List.of()))));
    assertThat(colors(robot, network, end, end + 12)).contains(FORWARD);
    place(robot, trace.timeline().forward(last - 1));
    assertThat(colors(robot, network, end, end + 12)).doesNotContain(FORWARD);
  }

  @Test
  void onTheWayBackACellHasTheBackwardColourOnceItIsReached(FxRobot robot) {
    place(robot, trace.timeline().backward(3));

    assertThat(colors(robot, network, 3)).contains(BACKWARD);
    assertThat(colors(robot, network, 1)).doesNotContain(BACKWARD);
    place(robot, trace.timeline().backward(0));
    assertThat(colors(robot, network, 0)).contains(BACKWARD);
  }

  @Test
  void aClickOnACellReportsItsTimestep(FxRobot robot) {
    robot.clickOn(network.localToScreen(axis.x(2) + 20, 60));

    assertThat(picked).containsExactly(2);
  }

  @Test
  void theLettersFollowTheTheme(FxRobot robot) {
    assertThat(colors(robot, letters, 0)).hasSizeGreaterThan(1).noneMatch(this::isGreen);
    robot.interact(() -> letters.setStyle("-ink: #00ff00;"));

    assertThat(colors(robot, letters, 0)).anyMatch(this::isGreen);
  }

  private boolean isGreen(int argb) {
    return ((argb >> 8) & 0xff) > (argb & 0xff) + 50;
  }

  @Test
  void aTraceOfAnotherLengthThanTheAxisIsNotDrawn(FxRobot robot) {
    robot.interact(
        () -> {
          axis.setLength(3);
          letters.traceProperty().set(trace("ab"));
          network.traceProperty().set(trace("ab"));
        });

    assertThat(colors(robot, letters, 0)).hasSize(1);
    assertThat(colors(robot, network, 0)).hasSize(1);
  }

  @Test
  void theLettersComeBackWhenTheAxisHasTheirLengthAgain(FxRobot robot) {
    robot.interact(
        () -> {
          letters.traceProperty().set(trace("abc"));
          axis.setLength(2);
        });
    assertThat(colors(robot, letters, 0)).hasSize(1);
    robot.interact(() -> axis.setLength(3));

    assertThat(colors(robot, letters, 0)).hasSizeGreaterThan(1);
  }
}
