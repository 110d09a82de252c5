package dev.backstep.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LivePaneTest {
  private LivePane live;
  private ScrollPane usual;

  @Start
  private void start(Stage stage) {
    live = new LivePane();
    live.setContent(new Label("live"));
    usual = new ScrollPane(new Label("usual"));
    stage.setScene(new Scene(new HBox(live, usual)));
    stage.show();
  }

  private static Node viewport(ScrollPane pane) {
    return pane.lookup(".viewport");
  }

  @Test
  void itsContentIsPaintedWithoutAPictureOfItInBetween() {
    assertThat(viewport(usual).isCache()).as("the toolkit's own").isTrue();
    assertThat(viewport(live).isCache()).isFalse();
  }
}
