package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lens over the row of each gate, without a window: the mouse is events. */
class LensOfGatesTest {
  private static final int TIMESTEPS = 9;
  private static final int UNITS = 16;
  private static final int FIRST_COMPUTED = 2;

  private final TimeAxis axis = new TimeAxis();
  private final TimeHeatmap heatmap = new TimeHeatmap(axis);
  private final Pane screens = new Pane(heatmap);
  private final SimpleBooleanProperty isOn = new SimpleBooleanProperty(true);
  private final LensPane pane = new LensPane(screens, isOn);
  private final Lens lens = (Lens) pane.getChildren().get(0);

  static Stream<Arguments> families() {
    return Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET)
        .flatMap(
            net -> net.gating().families().stream().map(of -> Arguments.of(net, of.vectors())));
  }

  private static Trace trace(Net net) {
    RandomNet random = RandomNet.gaussian(1, 0.4, new Shape(net, TIMESTEPS + 2, UNITS), TIMESTEPS);
    return Trace.of(
        IntStream.range(0, TIMESTEPS + 2).mapToObj(Integer::toString).toList(),
        random.example(),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  private void show(MatrixView values) {
    axis.setLength(TIMESTEPS);
    axis.viewportWidthProperty().set(900);
    heatmap.resize(900, 10 * UNITS);
    heatmap.scaleProperty().set(ColorScale.GATE);
    heatmap.computedProperty().set(t -> t >= FIRST_COMPUTED);
    heatmap.valuesProperty().set(values);
    screens.resize(1000, 600);
    pane.resize(1000, 600);
  }

  private void pointAt(int t, int unit) {
    Bounds square = heatmap.boxOf(new Place(t, unit)).inUnits(1);
    Event.fireEvent(heatmap, mouse(square.getCenterX(), square.getCenterY()));
    laidOut();
  }

  /** Says what the heatmap says when it is laid out, where something is pointed at. */
  private void laidOut() {
    if (heatmap.pointed() != null) {
      Event.fireEvent(heatmap, new HeatmapEvent());
    }
  }

  private static MouseEvent mouse(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        x,
        y,
        x,
        y,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  /** Seven by seven, or as many as there are, with what is pointed at among them. */
  private static List<List<String>> around(MatrixView values, int t, int unit) {
    int left = Math.max(0, Math.min(t - 3, TIMESTEPS - 7));
    int top = Math.max(0, Math.min(unit - 3, UNITS - 7));
    return IntStream.range(top, top + 7)
        .mapToObj(
            n ->
                IntStream.range(left, left + 7)
                    .mapToObj(at -> at < FIRST_COMPUTED ? "" : Numbers.three(values.get(at, n)))
                    .toList())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("families")
  void underTheMouseAreTheNumbersOfTheVectorWhoseTabIsShown(Net net, List<Vector> tabs) {
    Trace trace = trace(net);
    assertThat(tabs).hasSizeGreaterThan(2);
    for (Vector tab : tabs) {
      MatrixView values = trace.values(tab);
      show(values);
      for (int t = FIRST_COMPUTED; t < TIMESTEPS; t++) {
        pointAt(t, (3 * t) % UNITS);
        assertThat(lens.isVisible()).isTrue();
        assertThat(lens.texts()).as("%s", tab).isEqualTo(around(values, t, (3 * t) % UNITS));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void anotherTabUnderAMouseThatRestsHasItsOwnNumbersAndNothingComputedHasNone(
      Net net, List<Vector> tabs) {
    Trace trace = trace(net);
    show(trace.values(tabs.get(0)));
    pointAt(5, 7);
    MatrixView other = trace.values(tabs.get(1));
    show(other);
    laidOut();
    assertThat(lens.texts()).isEqualTo(around(other, 5, 7));
    pointAt(FIRST_COMPUTED - 1, 7);
    assertThat(lens.isVisible()).isFalse();
    pointAt(5, 7);
    isOn.set(false);
    assertThat(lens.isVisible()).isFalse();
  }
}
