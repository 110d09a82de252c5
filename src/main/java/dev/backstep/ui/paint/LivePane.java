package dev.backstep.ui.paint;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane whose content changes all the time. The toolkit's own keeps a picture of all that
 * it shows, and paints it anew, and once more onto the screen, when a single label changes; here
 * only what has changed is painted.
 */
public final class LivePane extends ScrollPane {
  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    getChildren().stream()
        .filter(child -> child.getStyleClass().contains("viewport"))
        .forEach(LivePane::paintDirectly);
    return skin;
  }

  private static void paintDirectly(Node viewport) {
    viewport.setCache(false);
  }
}
