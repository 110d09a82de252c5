package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.backstep.Deadline;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.KeyboardTest;
import dev.backstep.ui.train.TrainScreen;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class LensOnScreenTest extends KeyboardTest {
  private static final long MOST_ALLOCATED = 1L << 19;

  @BeforeEach
  void switchOn() {
    interact(() -> main.options().squaresProperty().set(false));
    interact(() -> step.goTo(step.timelineProperty().get().backward(1)));
    control(KeyCode.I);
    assertThat(main.options().lensProperty().get()).isTrue();
  }

  private Lens lens() {
    Pulses.settle();
    return lookup(".lens").queryAs(Lens.class);
  }

  private List<List<String>> texts() {
    Lens lens = lens();
    assertThat(lens.isVisible()).isTrue();
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, lens::texts);
  }

  /** The first of seven around a place, or of fewer where there are no more. */
  private static int first(int place, int count) {
    return Math.max(0, Math.min(place - 3, count - 7));
  }

  /** The numbers around an entry of a matrix (T, N), time to the right. */
  private static List<List<String>> around(MatrixView values, int t, int unit, int firstComputed) {
    int firstUnit = first(unit, values.cols());
    int firstTimestep = first(t, values.rows());
    return IntStream.range(firstUnit, Math.min(firstUnit + 7, values.cols()))
        .mapToObj(
            n ->
                IntStream.range(firstTimestep, Math.min(firstTimestep + 7, values.rows()))
                    .mapToObj(at -> at < firstComputed ? "" : Numbers.three(values.get(at, n)))
                    .toList())
        .toList();
  }

  private void assertBesideAndInside(Heatmap heatmap) {
    Bounds square = inScene(heatmap, heatmap.pointedBounds());
    Bounds lens = inScene(lens(), lens().getLayoutBounds());
    assertThat(lens.intersects(square)).as("%s covers %s", lens, square).isFalse();
    assertThat(lens.getMinX()).isGreaterThanOrEqualTo(0);
    assertThat(lens.getMinY()).isGreaterThanOrEqualTo(0);
    assertThat(lens.getMaxX()).isLessThanOrEqualTo(window.scene().getWidth());
    assertThat(lens.getMaxY()).isLessThanOrEqualTo(window.scene().getHeight());
  }

  private static Bounds inScene(Node node, Bounds bounds) {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> node.localToScene(bounds));
  }

  @Test
  void underTheMouseAreTheNumbersAroundItsSquareAndNothingWhereNothingIsComputed() {
    hover("#dh", 2.3 / 5, 0.3);
    Square square = heatmap("dh").hoveredProperty().get();
    assertThat(square.row()).isEqualTo(2);
    MatrixView dh = step.traceProperty().get().values(Cell.DH);
    assertThat(texts()).isEqualTo(around(dh, 2, square.col(), 1));
    assertThat(texts().get(square.col() - first(square.col(), dh.cols())).get(2))
        .isEqualTo(Numbers.three(square.value()));
    assertBesideAndInside(heatmap("dh"));
  }

  @Test
  void ofGatesAreTheNumbersOfTheOneWhoseTabIsShown() throws TimeoutException {
    RunSettings now = main.session().run().settingsProperty().get();
    interact(() -> main.session().changeSettings(List.of(now.withCell(Lstm.NET))));
    await(() -> step.net() == Lstm.NET);
    show("abced");
    interact(() -> step.goTo(step.timelineProperty().get().backward(1)));
    assertUnderTheMouse(Lstm.I, "I");
    interact(() -> step.rows().bringToFront(Lstm.NET, Lstm.F));
    assertUnderTheMouse(Lstm.F, "F");
  }

  /** The mouse goes to the middle of a square that is drawn. */
  private void assertUnderTheMouse(Vector gate, String id) {
    MatrixView values = step.traceProperty().get().values(gate);
    int unit = values.cols() / 2;
    Pulses.settle();
    Point2D middle =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> middle(heatmap(id), unit));
    hoverAt("#" + id, middle.getX(), middle.getY());
    Square square = heatmap(id).hoveredProperty().get();
    assertThat(square).as("what the mouse is on").isNotNull();
    assertThat(square.row()).isEqualTo(2);
    assertThat(square.value()).isEqualTo(values.get(2, square.col()));
    assertThat(texts()).isEqualTo(around(values, 2, square.col(), 0));
    assertBesideAndInside(heatmap(id));
  }

  private static Point2D middle(Heatmap heatmap, int unit) {
    double pixelsPerUnit = heatmap.getScene().getWindow().getOutputScaleX();
    Bounds square = heatmap.boxOf(new Place(2, unit)).inUnits(pixelsPerUnit);
    return new Point2D(square.getCenterX(), square.getCenterY());
  }

  @Test
  void itFollowsTheKeysToEveryCornerAndStaysInTheWindow() {
    tabTo("O");
    MatrixView o = step.traceProperty().get().values(Head.O);
    control(KeyCode.HOME);
    assertThat(texts()).isEqualTo(around(o, 0, 0, 0));
    assertBesideAndInside(heatmap("O"));
    control(KeyCode.END);
    assertThat(texts()).isEqualTo(around(o, 4, 26, 0));
    assertBesideAndInside(heatmap("O"));
    type(KeyCode.UP).type(KeyCode.LEFT);
    assertThat(texts()).isEqualTo(around(o, 3, 25, 0));
  }

  @Test
  void whatIsNotComputedHasNoNumberAlsoInTheMiddle() {
    tabTo("dh");
    type(KeyCode.LEFT);
    MatrixView dh = step.traceProperty().get().values(Cell.DH);
    assertThat(texts()).isEqualTo(around(dh, 0, 0, 1));
    assertThat(texts().get(0).get(0)).isEmpty();
    interact(step::next);
    assertThat(texts().get(0).get(0)).isEqualTo(Numbers.three(dh.get(0, 0)));
  }

  @Test
  void aVectorIsOneRowAndAnAccumulatorASquare() {
    tabTo("accumulator-after");
    for (int i = 0; i < 4; i++) {
      type(KeyCode.DOWN).type(KeyCode.RIGHT);
    }
    MatrixView after = step.traceProperty().get().accumulator("W2", 1).after();
    assertThat(texts().get(3).get(3)).isEqualTo(Numbers.three(after.get(4, 4)));
    assertThat(texts().get(0).get(6)).isEqualTo(Numbers.three(after.get(1, 7)));
    assertBesideAndInside(heatmap("accumulator-after"));
    tabTo("vector-dtanh");
    type(KeyCode.END);
    MatrixView dtanh = step.traceProperty().get().values(Vanilla.DTANH);
    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0)).hasSize(7).endsWith(Numbers.three(dtanh.get(1, 15)));
    assertBesideAndInside(heatmap("vector-dtanh"));
  }

  @Test
  void itWorksOnTrainAndOnCompare() throws TimeoutException {
    show(TrainScreen.ID);
    tabTo("weights-W3");
    type(KeyCode.DOWN);
    MatrixView w3 = main.session().run().traceProperty().get().weights("W3");
    assertThat(texts().get(1).get(0)).isEqualTo(Numbers.three(w3.get(1, 0)));
    assertBesideAndInside(heatmap("weights-W3"));
    show(CompareScreen.ID);
    tabTo("compare-H-b");
    type(KeyCode.RIGHT);
    MatrixView carried = main.compare().b().traceProperty().get().values(Cell.H);
    assertThat(texts().get(0).get(1)).isEqualTo(Numbers.three(carried.get(1, 0)));
    assertBesideAndInside(heatmap("compare-H-b"));
  }

  @Test
  void itIsGoneWhenNothingIsPointedAtOrItIsSwitchedOff() {
    hover("#H", 0.3, 0.5);
    assertThat(lens().isVisible()).isTrue();
    hover("#title", 0.5, 0.5);
    assertThat(lens().isVisible()).isFalse();
    hover("#H", 0.3, 0.5);
    control(KeyCode.I);
    assertThat(lens().isVisible()).isFalse();
    control(KeyCode.I);
    assertThat(lens().isVisible()).isTrue();
    control(KeyCode.DIGIT2);
    assertThat(lens().isVisible()).isFalse();
  }

  @Test
  void itLetsTheMouseThroughAndTakesNoFocus() {
    hover("#H", 0.3, 0.5);
    Bounds lens = inScene(lens(), lens().getLayoutBounds());
    assertThat(focused()).isSameAs(window.scene().getRoot());
    moveTo(
        window.scene().getWindow().getX() + window.scene().getX() + lens.getCenterX(),
        window.scene().getWindow().getY() + window.scene().getY() + lens.getCenterY());
    Pulses.settle();
    assertThat(heatmap("H").hoveredProperty().get()).isNull();
    assertThat(heatmap("H").isHover()).isFalse();
  }

  @Test
  void aMoveMakesNoNewNodesAndLittleGarbage() {
    tabTo("O");
    Lens lens = lens();
    List<Node> nodes = List.copyOf(lens.getChildrenUnmodifiable());
    interact(
        () -> {
          lens.show(heatmap("O"));
          long before = allocated();
          lens.show(heatmap("O"));
          assertThat(allocated() - before).as("bytes").isLessThan(MOST_ALLOCATED);
        });
    assertThat(lens.getChildrenUnmodifiable()).isEqualTo(nodes);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
