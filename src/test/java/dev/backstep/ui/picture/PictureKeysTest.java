package dev.backstep.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.shell.KeyboardTest;
import dev.backstep.ui.train.TrainScreen;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The keys in what is no heatmap: the network, the timeline, charts, the arithmetic. */
class PictureKeysTest extends KeyboardTest {
  private void goTo(int place) {
    interact(() -> step.goTo(place));
  }

  @Test
  void theArrowsInTheNetworkGoFromCellToCell() {
    goTo(step.timelineProperty().get().backward(3));
    tabTo("network");
    assertThat(spoken(lookup("#network").query())).contains("t = 3, reads “g”").contains("‖dh‖");
    type(KeyCode.LEFT);
    assertThat(step.placeProperty().get()).isEqualTo(step.timelineProperty().get().backward(2));
    type(KeyCode.END).type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(step.timelineProperty().get().backward(4));
    type(KeyCode.HOME);
    assertThat(spoken(lookup("#network").query())).contains("backward, t = 0, reads “s”");
    type(KeyCode.ESCAPE);
    assertThat(focused()).isSameAs(window.scene().getRoot());
  }

  @Test
  void theArrowsOnTheTimelineMoveIt() {
    tabTo("timeline");
    type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT);
    assertThat(step.placeProperty().get()).isEqualTo(1);
  }

  @Test
  void theArrowsInAChartReadOutTheLossOfEveryUpdate() throws TimeoutException {
    for (int update = 1; update <= 3; update++) {
      int until = update;
      interact(() -> main.session().update());
      await(() -> main.session().run().progressProperty().get().updates() == until);
    }
    show(TrainScreen.ID);
    tabTo("chart");
    LossChart chart = (LossChart) focused();
    assertThat(spoken(chart)).startsWith("update 2").contains(loss(2));
    type(KeyCode.LEFT);
    assertThat(spoken(chart)).startsWith("update 1").contains(loss(1));
    type(KeyCode.HOME);
    assertThat(spoken(chart)).startsWith("update 0").contains(loss(0));
    assertThat(isSeen(".train .loss-chart .readout")).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(isSeen(".train .loss-chart .readout")).isFalse();
  }

  private String loss(int update) {
    return String.format(Locale.ROOT, "%.3f", main.session().run().losses().get(update));
  }

  @Test
  void aNumberOfTheArithmeticIsFollowedByKey() {
    goTo(step.timelineProperty().get().backward(1));
    interact(() -> step.selection().select(new Entry.OfCell(Cell.DH, 1, 2)));
    tabTo("copy");
    type(KeyCode.TAB).type(KeyCode.SPACE);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Head.DH_FROM_OUTPUT, 1, 2));
  }
}
