package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A class guesses, then sees. */
class GuessFirstOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void coverAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("stego");
    press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    type(KeyCode.RIGHT, KeyCode.RIGHT);
  }

  private Trace trace() {
    return step.traceProperty().get();
  }

  private WritableImage picture(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(query).query().snapshot(new SnapshotParameters(), null));
  }

  /** The number of colours in column t of five. */
  private long colors(String query, int t) {
    WritableImage image = picture(query);
    double pitch = Math.min(192, Math.floor((image.getWidth() - 4) / 5));
    int left = (int) (4 + t * pitch + 8);
    return IntStream.range(6, (int) image.getHeight() - 6)
        .boxed()
        .flatMap(
            y ->
                IntStream.range(left, left + 60)
                    .mapToObj(x -> image.getPixelReader().getArgb(x, y)))
        .distinct()
        .count();
  }

  private String arithmetic() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            from(lookup(".arithmetic-lines")).lookup(".piece").queryAll().stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining(" ")));
  }

  private void select(Vector quantity, int t) {
    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(quantity, t, 3)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void hoverColumn(String query, int t) {
    hoverColumn(query, t, 20);
  }

  private void hoverColumn(String query, int t, double y) {
    double width = lookup(query).query().getLayoutBounds().getWidth();
    hoverAt(query, 4 + (t + 0.4) * Math.min(192, Math.floor((width - 4) / 5)), y);
  }

  @Test
  void theColumnOfTheCursorIsCoveredAndEnterRevealsIt() {
    assertThat(colors("#H", 2)).isLessThanOrEqualTo(2);
    assertThat(colors("#H", 1)).isGreaterThan(5);
    WritableImage covered = picture("#network");
    type(KeyCode.ENTER);
    assertThat(colors("#H", 2)).isGreaterThan(5);
    assertThat(isEqual(covered, picture("#network"))).isFalse();
    type(KeyCode.RIGHT);
    assertThat(colors("#H", 3)).isLessThanOrEqualTo(2);
    assertThat(colors("#H", 2)).isGreaterThan(5);
    type(KeyCode.R);
    assertThat(colors("#H", 3)).isGreaterThan(5);
  }

  private static boolean isEqual(WritableImage a, WritableImage b) {
    for (int y = 0; y < (int) a.getHeight(); y++) {
      for (int x = 0; x < (int) a.getWidth(); x++) {
        if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void neitherTheReadOutNorTheArithmeticTellsWhatIsCovered() {
    hoverColumn("#H", 2);
    assertThat(textOf("#readOut")).contains("at t = 2").endsWith(": covered until it is revealed");
    select(Cell.H, 2);
    String value = Numbers.six(trace().values(Cell.H).get(2, 3));
    assertThat(arithmetic()).contains("= ?").doesNotContain(value);
    assertThat(isSeen("#copy")).isFalse();
    assertThat(lookup("#copyTest").query().isDisabled()).isTrue();
    assertThat(lookup("#copyTable").query().isDisabled()).isTrue();
    type(KeyCode.ENTER);
    assertThat(lookup("#copyTable").query().isDisabled()).isFalse();
    assertThat(lookup("#copyTest").query().isDisabled()).as("holds dh of it too").isTrue();
    assertThat(arithmetic()).contains(value);
    assertThat(isSeen("#copy")).isTrue();
    assertThat(textOf("#readOut")).startsWith("H[").doesNotContain("covered");
  }

  @Test
  void theLossTheGradientsAndTheUpdateAreCoveredInTheirTurn() {
    type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(textOf("#lossText")).contains("loss ?");
    type(KeyCode.ENTER);
    assertThat(textOf("#lossText")).contains(Numbers.six(trace().totalLoss()));
    type(KeyCode.RIGHT);
    assertThat(colors("#dh", 4)).isLessThanOrEqualTo(2);
    assertThat(colors("#H", 4)).isGreaterThan(5);
    assertThat(textOf("#accumulatorNote")).startsWith("Covered");
    type(KeyCode.END);
    assertThat(textOf("#accumulatorNote")).startsWith("Covered");
    type(KeyCode.ENTER);
    assertThat(textOf("#accumulatorNote")).contains(Numbers.six(trace().update().gradientNorm()));
  }

  @Test
  void neitherTheGraphNorTheOrderOfOTellsWhatIsCovered() {
    Node network = lookup("#network").query();
    String target = Numbers.three(trace().values(Head.O).get(2, trace().target(2)));
    assertThat(spoken(network)).contains("covered").doesNotContain(target);
    hoverColumn("#network", 2, 95);
    assertThat(textOf("#readOut")).startsWith("Covered");
    hoverColumn("#network", 1, 95);
    assertThat(textOf("#readOut")).contains("‖h‖");

    interact(() -> step.outputOrder().topProperty().set(5));
    TimeHeatmap o = lookup("#O").queryAs(TimeHeatmap.class);
    assertThat(o.valuesProperty().get().cols()).isEqualTo(trace().shape().vocabulary());
    type(KeyCode.ENTER);
    assertThat(o.valuesProperty().get().cols()).isEqualTo(5);
    assertThat(spoken(network)).contains(target);
  }

  private static String spoken(Node node) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, node::getAccessibleText);
  }

  @Test
  void enterRevealsAlsoWhileAHeatmapHasTheFocus() {
    interact(() -> lookup("#H").query().requestFocus());
    type(KeyCode.ENTER);

    assertThat(colors("#H", 2)).isGreaterThan(5);
    assertThat(step.selection().entryProperty().get()).isNull();
  }
}
