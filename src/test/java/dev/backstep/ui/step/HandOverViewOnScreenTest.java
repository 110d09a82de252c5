package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Trace;
import dev.backstep.training.Trainer;
import dev.backstep.ui.network.BoundaryView;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Where a state is carried: the arrow from the sequence before, and the cut. */
class HandOverViewOnScreenTest extends WindowTest {
  private MainViewModel main;

  @BeforeEach
  void open() throws TimeoutException {
    main = window.viewModel();
    interact(() -> main.open(Dataset.DINOSAURS));
    await(() -> trace() != null);
  }

  private Trace trace() {
    return main.step().traceProperty().get();
  }

  private void carry(int updates) throws TimeoutException {
    clickOn("#carriedButton");
    await(() -> trace().handOver() != null);
    interact(
        () -> {
          for (int i = 0; i < updates; i++) {
            main.session().update();
          }
        });
    await(() -> main.session().run().progressProperty().get().updates() == updates);
    await(() -> trace().initialStateNorm() > 0);
  }

  private String words() {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, view()::getAccessibleText);
  }

  private BoundaryView view() {
    return lookup("#boundary").queryAs(BoundaryView.class);
  }

  /** The counts of its pixels that are rather red than blue, and the reverse. */
  private int[] inked() {
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> view().snapshot(null, null));
    PixelReader pixels = image.getPixelReader();
    int[] count = new int[2];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color color = pixels.getColor(x, y);
        count[0] += color.getRed() > color.getBlue() + 0.15 ? 1 : 0;
        count[1] += color.getBlue() > color.getRed() + 0.08 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void fromZeroThereIsNothingToHandOver() {
    assertThat(words()).isEqualTo("h0 = 0");
    assertThat(inked()).containsExactly(0, 0);
  }

  @Test
  void theArrowComesFromTheSequenceBeforeAndTheCutShowsOnceItIsComputed() throws TimeoutException {
    carry(3);
    Trainer alone =
        new Trainer(
            main.session().dataProperty().get(), main.session().run().settingsProperty().get());
    alone.update();
    alone.update();
    String before = alone.next().text();
    interact(() -> main.step().goTo(0));
    assertThat(words())
        .contains("“" + before + "”", "‖h0‖ = " + Numbers.six(trace().initialStateNorm()))
        .doesNotContain("dh0");
    assertThat(inked()[0]).isZero();
    assertThat(inked()[1]).isGreaterThan(100);

    interact(() -> main.step().goTo(trace().timeline().backward(0)));
    double thrownAway = trace().norm(Cell.DH_PREV, 0);
    assertThat(thrownAway).isPositive();
    assertThat(words()).contains("‖dh0‖ = " + Numbers.six(thrownAway) + " is thrown away");
    assertThat(inked()[0]).isGreaterThan(100);
  }

  @Test
  void whatIsToBeGuessedIsNotToldHereEither() throws TimeoutException {
    carry(2);
    interact(() -> main.step().goTo(trace().timeline().backward(1)));
    interact(() -> main.options().valuesHiddenProperty().set(true));
    interact(() -> main.step().goTo(trace().timeline().backward(0)));
    assertThat(words()).doesNotContain("‖dh0‖");
    interact(main.guessFirst()::reveal);
    assertThat(words()).contains("‖dh0‖");
  }

  @Test
  void aLearnedStateHasItsGradientBesideItOnceThatIsComputedAndNothingIsCut()
      throws TimeoutException {
    interact(() -> main.applied().choose(StateChoice.LEARNED));
    await(() -> trace().isStateLearned());
    assertThat(words()).isEqualTo("learned:\nh0 = 0");
    interact(main.session()::update);
    await(() -> trace().initialStateNorm() > 0);
    String begin = "learned:\n‖h0‖ " + Numbers.six(trace().initialStateNorm());
    interact(() -> main.step().goTo(0));
    assertThat(words()).isEqualTo(begin);
    interact(() -> main.step().goTo(trace().timeline().backward(0)));
    assertThat(words()).isEqualTo(begin + "\n‖dh0‖ " + Numbers.six(trace().norm(Cell.DH_PREV, 0)));
    assertThat(inked()).containsExactly(0, 0);
  }

  @Test
  void whereTheEpochBeginsWithZerosNothingIsDrawnButTheStateGoesOn() throws TimeoutException {
    clickOn("#carriedButton");
    await(() -> trace().handOver() != null);
    assertThat(trace().handOver().isKnown()).isFalse();
    assertThat(words()).isEqualTo("h0 = 0");
    assertThat(inked()).containsExactly(0, 0);
  }
}
