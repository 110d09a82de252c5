package dev.backstep.ui.norms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class NormsOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("stego");
    goTo(step.timelineProperty().get().backward(2));
  }

  private void goTo(int place) {
    WaitForAsyncUtils.asyncFx(() -> step.goTo(place));
    Pulses.settle();
  }

  private NormStrip strip() {
    return lookup("#norms").queryAs(NormStrip.class);
  }

  /** Whether there is something between the lines in a column: at the foot of its bars. */
  private boolean hasBars(int t) {
    WritableImage picture =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> strip().snapshot(new SnapshotParameters(), null));
    int y = (int) (picture.getHeight() - NormLayout.MARGIN - 2);
    int left = (int) strip().axis().x(t);
    int gap = (int) (strip().axis().x(t) + strip().axis().columnWidth() + 6);
    int ground = picture.getPixelReader().getArgb(gap, y);
    return IntStream.range(left + 4, left + (int) strip().axis().columnWidth() - 4)
        .anyMatch(x -> picture.getPixelReader().getArgb(x, y) != ground);
  }

  @Test
  void onlyTimestepsThatTheBackwardPassHasComeToHaveBarsUnderTheirColumns() {
    for (int t = 0; t < 5; t++) {
      assertThat(hasBars(t)).as("t = " + t).isEqualTo(t >= 2);
    }
    goTo(0);
    assertThat(hasBars(4)).as("forward").isFalse();
  }

  @Test
  void pointingAtAColumnSaysItsSizesAndAClickGoesThere() {
    Trace trace = step.traceProperty().get();
    hover("#norms", 3.3 / 5, 0.5);
    assertThat(textOf("#readOut"))
        .startsWith("t = 3 “g”: ‖e‖ = " + Numbers.six(trace.norm(Head.E, 3)))
        .endsWith("‖dh‖ = " + Numbers.six(trace.norm(Cell.DH, 3)));
    hover("#norms", 0.3 / 5, 0.5);
    assertThat(textOf("#readOut")).endsWith("the gradients are not computed yet");
    hover("#norms", 4.3 / 5, 0.5);
    clickOn(MouseButton.PRIMARY);
    assertThat(step.momentProperty().get().timestep()).isEqualTo(4);
  }

  @Test
  void whatIsCoveredHasNoBarAndIsNotSaid() {
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().options().valuesHiddenProperty().set(true));
    goTo(step.timelineProperty().get().backward(1));

    assertThat(strip().getAccessibleText()).endsWith("covered until they are revealed");
    hover("#norms", 1.3 / 5, 0.5);
    assertThat(textOf("#readOut")).endsWith("covered until they are revealed");
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().guessFirst().reveal());
    Pulses.settle();
    assertThat(strip().getAccessibleText())
        .endsWith("‖dh‖ = " + Numbers.six(step.traceProperty().get().norm(Cell.DH, 1)));
  }
}
