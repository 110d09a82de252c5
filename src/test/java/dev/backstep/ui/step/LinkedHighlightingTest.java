package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.model.Parameters;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.network.UnrolledNetwork;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Points at squares, weights, gradients and cells, and looks at what is framed. */
class LinkedHighlightingTest extends WindowTest {
  private static final int LENGTH = 11;
  private static final int HIDDEN = 16;
  private static final int SOURCE = 0xff0f7b56;
  private static final int DESTINATION = 0xff8250df;

  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().options().darkProperty().set(false));
  }

  private void goBackwardTo(int t) {
    WaitForAsyncUtils.asyncFx(() -> step.goTo(step.timelineProperty().get().backward(t)));
    Pulses.settle();
  }

  /** The middle of column t of the time axis as a share of its width. */
  private double column(String query, int t) {
    double width = lookup(query).query().getLayoutBounds().getWidth();
    double pitch = Math.floor((width - 4) / LENGTH);
    return (4 + (t + 0.4) * pitch) / width;
  }

  private Lights lightsOf(String query) {
    Node node = lookup(query).query();
    return node instanceof TimeHeatmap heatmap
        ? heatmap.lightsProperty().get()
        : lookup(query).queryAs(MatrixHeatmap.class).lightsProperty().get();
  }

  /** The number of pixels of a colour in a picture of a node. */
  private int count(String query, int argb) {
    Pulses.settle();
    Node node = lookup(query).query();
    WritableImage picture =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> node.snapshot(new SnapshotParameters(), null));
    PixelReader reader = picture.getPixelReader();
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        count += reader.getArgb(x, y) == argb ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void pointingAtAHiddenUnitFramesItsWeights() {
    moveTo(".menu-bar");
    WaitForAsyncUtils.asyncFx(() -> step.goTo(6));
    Pulses.settle();
    assertThat(count("#step-W2", SOURCE)).isZero();
    assertThat(isSeen("#legend")).isFalse();

    hover("#vector-h", 8.5 / HIDDEN, 0.5);
    int x = step.traceProperty().get().input(6);
    assertThat(lightsOf("#step-W2").sources()).hasSize(1);
    assertThat(lightsOf("#step-W2").sources().get(0).block().hasCol(8)).isTrue();
    assertThat(lightsOf("#step-W1").sources())
        .isNotEmpty()
        .allMatch(light -> light.block().contains(x, 8));
    for (String framed :
        new String[] {"#step-W1", "#step-W2", "#step-bh", "#vector-h_prev", "#H"}) {
      assertThat(count(framed, SOURCE)).as(framed).isGreaterThan(20);
    }
    for (String plain : new String[] {"#step-W3", "#step-bo", "#vector-h"}) {
      assertThat(count(plain, SOURCE)).as(plain).isZero();
    }
    assertThat(count("#O", DESTINATION)).isGreaterThan(20);
    assertThat(isSeen("#legend")).isTrue();
  }

  @Test
  void aVectorLightsTheSameAsItsSquareInTheTimeHeatmap() {
    WaitForAsyncUtils.asyncFx(() -> step.goTo(6));
    Pulses.settle();
    hover("#H", column("#H", 6), 0.5);
    Entry.OfCell entry = (Entry.OfCell) step.highlight().entryProperty().get();
    Lights lights = step.highlight().lightsProperty().get();
    String words = textOf("#readOut");
    assertThat(lights.sources()).isNotEmpty();

    hover("#network", 0.5, 68.0 / 176);
    assertThat(step.highlight().lightsProperty().get()).isEqualTo(Lights.NONE);
    hover("#vector-h", (entry.index() + 0.5) / HIDDEN, 0.5);
    assertThat(step.highlight().entryProperty().get()).isEqualTo(entry);
    assertThat(step.highlight().lightsProperty().get()).isEqualTo(lights);
    assertThat(textOf("#readOut")).isEqualTo(words);
  }

  @Test
  void whatDtanhFeedsIsFramedInTheGradients() {
    goBackwardTo(6);
    hover("#dtanh", column("#dtanh", 6), 0.5);
    int unit = ((Entry.OfCell) step.highlight().entryProperty().get()).index();
    assertThat(lightsOf("#accumulator-cell").destinations().get(0).block().contains(0, unit))
        .isTrue();
    assertThat(count("#accumulator-cell", DESTINATION)).isGreaterThan(20);
    assertThat(count("#dxt", DESTINATION)).isGreaterThan(20);
    assertThat(count("#dh", SOURCE)).isGreaterThan(20);
  }

  @Test
  void pointingAtAWeightLightsWhatItIsUsedInAndClickingSaysWhatItIs() {
    WaitForAsyncUtils.asyncFx(() -> step.goTo(6));
    Pulses.settle();
    hover("#step-W2", 8.5 / HIDDEN, 3.5 / HIDDEN);
    assertThat(textOf("#readOut")).startsWith("W2[3, 8] = ");
    assertThat(lightsOf("#vector-h_prev").sources().get(0).block().hasCol(3)).isTrue();
    assertThat(lightsOf("#vector-h").destinations().get(0).block().hasCol(8)).isTrue();
    assertThat(textOf("#legend #source")).isEqualTo("multiplied with");
    assertThat(lightsOf("#H").sources().get(0).block().fromRow()).isEqualTo(5);
    type(KeyCode.RIGHT);
    assertThat(lightsOf("#H").sources().get(0).block().fromRow()).isEqualTo(6);

    clickOn(MouseButton.PRIMARY);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfWeights(Parameters.W2, 3, 8));
  }

  @Test
  void pointingAtAShareLightsItsTwoFactorsAndTheSumItGoesInto() {
    goBackwardTo(6);
    hover("#accumulator-cell", 8.5 / HIDDEN, 3.5 / HIDDEN);
    assertThat(lightsOf("#H").sources().get(0).block().contains(5, 3)).isTrue();
    assertThat(lightsOf("#dtanh").sources().get(0).block().contains(6, 8)).isTrue();
    assertThat(count("#accumulator-after", DESTINATION)).isGreaterThan(5);

    hover("#accumulator-after", 8.5 / HIDDEN, 3.5 / HIDDEN);
    assertThat(count("#accumulator-before", SOURCE)).isGreaterThan(20);
    assertThat(count("#accumulator-cell", SOURCE)).isGreaterThan(20);
    assertThat(lightsOf("#dtanh").sources().get(0).block().contains(LENGTH - 1, 8)).isTrue();
  }

  @Test
  void theGraphIsPointedAtLikeTheHeatmaps() {
    goBackwardTo(6);
    Trace trace = step.traceProperty().get();
    hover("#network", column("#network", 6), 99.0 / 176);
    assertThat(textOf("#readOut")).startsWith("cell t = 6 reads “a”, ‖h‖ ").contains("‖dh‖ ");
    assertThat(count("#network", SOURCE)).isGreaterThan(100);
    assertThat(lightsOf("#e").sources()).hasSize(1);

    hover("#network", column("#network", 6), 153.0 / 176);
    assertThat(step.highlight().entryProperty().get())
        .isEqualTo(new Entry.OfInput(6, trace.input(6)));
    assertThat(lightsOf("#step-W1").sources().get(0).block().hasRow(trace.input(6))).isTrue();

    hover("#network", column("#network", 6), 24.0 / 176);
    assertThat(step.highlight().entryProperty().get())
        .isInstanceOfSatisfying(
            Entry.OfCell.class, cell -> assertThat(cell.quantity()).isEqualTo(Head.O));
    assertThat(textOf("#readOut")).startsWith("O[");

    hover("#network", column("#network", 2), 68.0 / 176);
    assertThat(step.highlight().entryProperty().get()).isNull();
    assertThat(lookup("#network").queryAs(UnrolledNetwork.class).lightsProperty().get())
        .isEqualTo(Lights.NONE);
  }
}
