package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.ui.shell.KeyboardTest;
import dev.backstep.ui.train.TrainScreen;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeatmapKeysTest extends KeyboardTest {
  private Square pointed(String id) {
    Pulses.settle();
    return heatmap(id).hoveredProperty().get();
  }

  private void goTo(int place) {
    interact(() -> step.goTo(place));
  }

  private Square square(Vector quantity, int t, int unit) {
    return new Square(t, unit, step.traceProperty().get().values(quantity).get(t, unit));
  }

  @BeforeEach
  void asStripes() {
    interact(() -> main.options().squaresProperty().set(false));
  }

  /** 27 characters in a grid: below the first stands the first of the next row. */
  @Test
  void whereVectorsAreFoldedTheArrowsGoFromSquareToSquareOfTheGrid() {
    interact(() -> main.options().squaresProperty().set(true));
    goTo(2);
    tabTo("O");
    type(KeyCode.DOWN);
    Pulses.settle();
    int columns = pointed("O").col();
    assertThat(columns).isGreaterThan(3);
    type(KeyCode.RIGHT);
    assertThat(pointed("O")).isEqualTo(square(Head.O, 2, columns + 1));
    type(KeyCode.UP).type(KeyCode.LEFT).type(KeyCode.LEFT);
    assertThat(pointed("O")).isEqualTo(square(Head.O, 1, columns - 1));
    type(KeyCode.ENTER);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Head.O, 1, columns - 1));
  }

  @Test
  void arrowsGoFromSquareToSquareAndLeaveTheTimelineWhereItIs() {
    goTo(2);
    tabTo("H");
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 2, 0));
    type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.LEFT);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 1, 2));
    type(KeyCode.PAGE_DOWN);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 1, 12));
    type(KeyCode.PAGE_UP).type(KeyCode.HOME);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 0, 2));
    control(KeyCode.HOME);
    type(KeyCode.UP).type(KeyCode.LEFT);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 0, 0));
    assertThat(step.placeProperty().get()).isEqualTo(2);
  }

  @Test
  void theFarthestCornerIsReachedWithControlEnd() {
    interact(step::last);
    tabTo("O");
    control(KeyCode.END);
    assertThat(pointed("O")).isEqualTo(square(Head.O, 4, 26));
    type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.END);
    assertThat(pointed("O")).isEqualTo(square(Head.O, 4, 26));
  }

  @Test
  void theSquareIsReadOutLinkedAndSpokenLikeOneUnderTheMouse() {
    goTo(3);
    tabTo("O");
    type(KeyCode.DOWN).type(KeyCode.DOWN);
    String words = ReadOuts.of(step.traceProperty().get(), Head.O, 3, 2);
    assertThat(words).contains("O[2 “").contains("t = 3 “g” → “o”");
    assertThat(textOf("#readOut")).isEqualTo(words);
    assertThat(spoken(heatmap("O"))).isEqualTo("O: " + words);
    assertThat(step.highlight().entryProperty().get()).isEqualTo(new Entry.OfCell(Head.O, 3, 2));
    assertThat(step.highlight().lightsProperty().get().sources()).isNotEmpty();
  }

  @Test
  void enterWritesOutTheArithmeticAsAClickDoes() {
    goTo(step.timelineProperty().get().backward(1));
    tabTo("dh");
    type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.ENTER);
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfCell(Cell.DH, 2, 1));
    assertThat(step.momentProperty().get().timestep()).isEqualTo(2);
    tabTo("accumulator-cell");
    type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.SPACE);
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfShare("W2", 2, 2, 1));
    assertThat(step.playingProperty().get()).isFalse();
    tabTo("vector-dtanh");
    type(KeyCode.END).type(KeyCode.ENTER);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Vanilla.DTANH, 2, 15));
  }

  @Test
  void whatIsNotComputedIsEnteredAndSaysSo() {
    goTo(1);
    tabTo("H");
    type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(pointed("H")).isNull();
    assertThat(spoken(heatmap("H"))).isEqualTo("H: H[0] at t = 3 “g” → “o”: not computed yet");
    assertThat(textOf("#readOut")).isEqualTo("H[0] at t = 3 “g” → “o”: not computed yet");
    interact(step::next);
    interact(step::next);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 3, 0));
    tabTo("vector-dh");
    assertThat(spoken(heatmap("vector-dh"))).isEqualTo("dh: not computed yet");
    type(KeyCode.RIGHT).type(KeyCode.ENTER);
    assertThat(step.placeProperty().get()).isEqualTo(3);
  }

  @Test
  void escapeGivesTheArrowsBackToTheTimeline() {
    goTo(1);
    tabTo("H");
    type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(1);
    type(KeyCode.ESCAPE);
    assertThat(pointed("H")).isNull();
    assertThat(textOf("#readOut")).isEmpty();
    type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(3);
  }

  @Test
  void aClickWithTheMouseLeavesTheArrowsToTheTimeline() {
    goTo(3);
    hover("#H", 0.05, 0.5);
    clickOn(MouseButton.PRIMARY);
    assertThat(step.selection().entryProperty().get()).isNotNull();
    assertThat(step.placeProperty().get()).isZero();
    type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(1);
  }

  @Test
  void theMouseTakesOverFromTheKeysAndGivesBackWhenItLeaves() {
    goTo(4);
    tabTo("H");
    hover("#H", 0.05, 0.99);
    assertThat(pointed("H").row()).isZero();
    hover("#title", 0.5, 0.5);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 4, 0));
  }

  @Test
  void aSquareOutOfSightIsScrolledIntoIt() throws TimeoutException {
    show("a".repeat(60));
    interact(step::last);
    tabTo("H");
    type(KeyCode.END);
    assertThat(pointed("H").row()).isEqualTo(59);
    assertIsInSight("H");
    type(KeyCode.HOME);
    assertThat(pointed("H").row()).isZero();
    assertIsInSight("H");
  }

  private void assertIsInSight(String id) {
    Bounds square = heatmap(id).pointedBounds();
    assertThat(square.getMinX()).isGreaterThanOrEqualTo(0);
    assertThat(square.getMaxX()).isLessThanOrEqualTo(heatmap(id).getWidth());
  }

  @Test
  void aShorterSequenceKeepsTheKeysWithinIt() throws TimeoutException {
    show("a".repeat(30));
    interact(step::last);
    tabTo("H");
    control(KeyCode.END);
    interact(() -> main.sequence().type("stego"));
    await(() -> step.traceProperty().get().length() == 5);
    interact(step::last);
    assertThat(pointed("H")).isEqualTo(square(Cell.H, 4, 15));
  }

  @Test
  void theWeightsOnTrainAreReadOffByKey() throws TimeoutException {
    show(TrainScreen.ID);
    tabTo("weights-W1");
    type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.RIGHT);
    MatrixView w1 = main.session().run().traceProperty().get().weights("W1");
    assertThat(textOf("#weightReadOut"))
        .startsWith("W1[2 “")
        .endsWith("”, 1] = " + Numbers.six(w1.get(2, 1)));
    assertThat(spoken(heatmap("weights-W1"))).startsWith("W1: W1[2 “");
  }

  @Test
  void theHiddenStatesOnCompareAreReadOffByKey() throws TimeoutException {
    show(CompareScreen.ID);
    tabTo("compare-H-difference");
    type(KeyCode.DOWN).type(KeyCode.RIGHT);
    double value = main.compare().difference(Cell.H).get(1, 1);
    assertThat(textOf(".compare #readOut"))
        .startsWith("B − A of H[1] at t = 1 “")
        .endsWith(" = " + Numbers.six(value));
  }
}
