package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.net.Head;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.train.TrainScreen;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The words that have to be read can be read, also where there is little room. */
class NothingCutOffTest extends KeyboardTest {
  private void resize(double width, double height) {
    Stage stage = (Stage) window.scene().getWindow();
    interact(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    Pulses.settle();
  }

  private Text drawn(String label) {
    return lookup(label + " .text").queryAs(Text.class);
  }

  @Test
  void theNumberOfTheLongestReadOutIsSeenInASmallWindow() {
    resize(1024, 700);
    interact(() -> step.goTo(step.timelineProperty().get().backward(0)));
    hover("#" + Head.DH_FROM_OUTPUT.symbol(), 0.1, 0.5);
    assertThat(textOf("#readOut")).startsWith("dh_from_output[").matches(".* = .*\\d");
    assertThat(drawn("#readOut").getText()).isEqualTo(textOf("#readOut")).doesNotContain("...");
  }

  @Test
  void theColumnThatTheBugLabLooksAtIsInSightWhenItIsEntered() throws TimeoutException {
    resize(1440, 900);
    show("eustreptospondylus");
    control(KeyCode.DIGIT4);
    await(() -> main.bugLab().bench().examinationProperty().get() != null);
    await(() -> main.bugLab().cursor().timestepProperty().get() == 17);
    ScrollBar bar = lookup(".check-panel #timeScroll").queryAs(ScrollBar.class);
    await(() -> bar.getParent().isVisible());
    assertThat(bar.getValue()).as("scrolled to the last column").isEqualTo(bar.getMax());
  }

  @Test
  void noSampleIsCutInHalf() throws TimeoutException {
    show(TrainScreen.ID);
    await(() -> main.session().run().samples().size() > 2);
    Label samples = lookup("#samples").queryAs(Label.class);
    for (double height : new double[] {700, 1000, 760}) {
      resize(1400, height);
      await(() -> !samples.getText().isEmpty() && isWhole(samples));
    }
  }

  private boolean isWhole(Label samples) {
    double end = samples.localToScene(0, samples.getHeight()).getY();
    return drawn("#samples").getLayoutBounds().getHeight() <= samples.getHeight()
        && end <= panelEnd(samples);
  }

  private static double panelEnd(Label samples) {
    return samples
        .getParent()
        .localToScene(0, samples.getParent().getLayoutBounds().getHeight())
        .getY();
  }

  @Test
  void eachWeightIsASquareInAWideWindowAndInANarrowOne() throws TimeoutException {
    show(TrainScreen.ID);
    for (double width : new double[] {1024, 1900}) {
      resize(width, 800);
      for (String name : List.of("W1", "W2", "W3")) {
        MatrixHeatmap map = lookup("#weights-" + name).queryAs(MatrixHeatmap.class);
        assertThat(map.getWidth() / map.valuesProperty().get().cols())
            .as("%s at %s", name, width)
            .isGreaterThan(1)
            .isCloseTo(map.getHeight() / map.valuesProperty().get().rows(), within(0.1));
      }
    }
  }
}
