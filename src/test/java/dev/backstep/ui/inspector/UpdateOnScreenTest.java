package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Phase;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The share of a backward cell lands in the gradient; the update tells what the optimiser did. */
class UpdateOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
  }

  /** Whether something moves right after a change. */
  private boolean movesAfter(Runnable change) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          change.run();
          return isSeen("#landing");
        });
  }

  private void goTo(int backward) {
    movesAfter(() -> step.goTo(step.timelineProperty().get().backward(backward)));
  }

  @Test
  void aStepOntoABackwardCellLandsAndRestsWithTheNumbersOfTheTrace() throws TimeoutException {
    goTo(7);
    assertThat(movesAfter(step::next)).isTrue();
    MatrixHeatmap after = lookup("#accumulator-after").query();
    MatrixView expected = step.traceProperty().get().accumulator(Parameters.W2, 6).after();
    assertThat(after.valuesProperty().get()).as("the real numbers at once").isEqualTo(expected);
    await(() -> !isSeen("#landing"));
    assertThat(after.valuesProperty().get()).isEqualTo(expected);
    List<MatrixHeatmap> summands =
        Stream.of("before", "cell", "after")
            .map(each -> lookup("#accumulator-" + each).<MatrixHeatmap>query())
            .toList();
    assertThat(summands)
        .as("one scale, that of the largest number of all three")
        .extracting(each -> each.limitProperty().get())
        .containsOnly(
            summands.stream()
                .mapToDouble(each -> each.valuesProperty().get().maxAbs())
                .max()
                .orElseThrow());
  }

  @Test
  void jumpsStepsBackTheUpdateAndOtherParametersDoNotMove() {
    assertThat(movesAfter(() -> step.goTo(step.timelineProperty().get().backward(7)))).isFalse();
    assertThat(movesAfter(step::previous)).isFalse();
    assertThat(movesAfter(step::last)).isFalse();
    goTo(7);
    assertThat(movesAfter(step::next)).isTrue();
    assertThat(movesAfter(step::last)).as("whatever comes next ends it").isFalse();
    goTo(7);
    movesAfter(() -> window.viewModel().options().animatedProperty().set(false));
    assertThat(movesAfter(step::next)).as("switched off").isFalse();
  }

  @Test
  void theUpdateShowsTheGradientTheMemoryAndTheArithmeticOfAClickedWeight() {
    type(KeyCode.END);
    Trace trace = step.traceProperty().get();
    assertThat(textOf("#accumulatorNote")).startsWith("Adagrad: W2 ← W2 − lr·g / √(m + ε)\n");
    hover("#optimizer-1", 5.5 / 16, 2.5 / 16);
    double m = trace.memory("m", Parameters.W2).get(2, 5);
    assertThat(textOf("#readOut")).isEqualTo("m of W2[2, 5] = " + Numbers.six(m));
    assertThat(isSeen("#optimizer-2")).isFalse();

    hover("#accumulator-after", 5.5 / 16, 2.5 / 16);
    clickOn(MouseButton.PRIMARY);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfUpdate(Parameters.W2, 2, 5));
    assertThat(textOf("#name")).isEqualTo("W2[2,5] after the update");
    clickOn(from(lookup(".arithmetic-lines")).lookup(".hyperlink").nth(1).<Node>query());
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfClipped(Parameters.W2, 2, 5));
    assertThat(textOf("#name")).isEqualTo("clip(g)[2,5] at the update");
    clickOn(from(lookup(".arithmetic-lines")).lookup(".hyperlink").nth(0).<Node>query());
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfAccumulator(Parameters.W2, 0, 2, 5));
    type(KeyCode.BACK_SPACE);
    type(KeyCode.BACK_SPACE);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfUpdate(Parameters.W2, 2, 5));
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.UPDATE);
  }

  @Test
  void whatIsClickedAtTheUpdateIsWhatIsExplained() {
    type(KeyCode.END);
    assertClickExplains("#accumulator-cell", "ΔW2[2,5] at the update");
    assertClickExplains("#accumulator-after", "W2[2,5] after the update");
    assertClickExplains("#optimizer-0", "clip(g)[2,5] at the update");
    assertClickExplains("#optimizer-1", "m[2,5] at the update");
  }

  private void assertClickExplains(String map, String name) {
    hover(map, 5.5 / 16, 2.5 / 16);
    clickOn(MouseButton.PRIMARY);
    assertThat(textOf("#name")).isEqualTo(name);
  }

  @Test
  void whatIsPointedAtAtTheUpdateIsFramedInTheOtherMatrices() {
    type(KeyCode.END);
    List<String> maps =
        List.of(
            "#accumulator-before",
            "#accumulator-cell",
            "#accumulator-after",
            "#optimizer-0",
            "#optimizer-1");
    for (String pointed : maps) {
      hover(pointed, 5.5 / 16, 2.5 / 16);
      for (String map : maps) {
        Lights lights = lookup(map).queryAs(MatrixHeatmap.class).lightsProperty().get();
        List<Block> framed =
            Stream.concat(lights.sources().stream(), lights.destinations().stream())
                .map(Light::block)
                .toList();
        assertThat(framed)
            .as("%s for %s", map, pointed)
            .isEqualTo(map.equals(pointed) ? List.of() : List.of(new Block(2, 3, 5, 6)));
      }
    }
  }
}
