package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.Pulses;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class KeySheetOnScreenTest extends WindowTest {
  @Test
  void noKeyRunsIntoItsMeaningOrIsCutOff() throws TimeoutException {
    type(KeyCode.F1);
    await(() -> Window.getWindows().size() == 2);
    Pulses.settle();
    List<GridPane> groups = lookup(".key-group").<GridPane>queryAll().stream().toList();
    assertThat(groups).hasSizeGreaterThan(4);
    for (GridPane group : groups) {
      List<Node> labels = group.getChildren();
      // The first is the title, then come a key and its meaning in turn.
      for (int i = 1; i < labels.size(); i += 2) {
        Label key = (Label) labels.get(i);
        Bounds bounds = key.getBoundsInParent();
        assertThat(bounds.getMaxX())
            .as(key.getText())
            .isLessThanOrEqualTo(labels.get(i + 1).getBoundsInParent().getMinX());
        assertThat(key.getHeight())
            .as(key.getText())
            .isGreaterThanOrEqualTo(key.prefHeight(key.getWidth()));
      }
    }
    type(KeyCode.ESCAPE);
    await(() -> Window.getWindows().size() == 1);
  }
}
