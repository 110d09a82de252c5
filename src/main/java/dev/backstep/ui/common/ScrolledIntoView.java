package dev.backstep.ui.common;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls a pane no further than it takes for all of a node in it to be seen. */
public record ScrolledIntoView(ScrollPane pane) {
  private static final double MARGIN = 6;

  /** Shows a node in the pane around it whenever it comes to be seen or grows. */
  public static void keep(Region node) {
    node.heightProperty().addListener(observable -> showAround(node));
    node.visibleProperty().addListener(observable -> showAround(node));
  }

  private static void showAround(Node node) {
    Node around = node.getParent();
    while (around != null && !(around instanceof ScrollPane)) {
      around = around.getParent();
    }
    if (around instanceof ScrollPane pane) {
      new ScrolledIntoView(pane).show(node);
    }
  }

  /** Shows a node once all is laid out, if it is visible. */
  public void show(Node node) {
    Platform.runLater(
        () -> {
          if (node.isVisible() && node.getScene() != null) {
            scrollTo(node);
          }
        });
  }

  private void scrollTo(Node node) {
    pane.layout();
    Node content = pane.getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getBoundsInLocal().getHeight() - seen;
    double top = hidden * pane.getVvalue();
    double wanted =
        Math.min(place.getMinY() - MARGIN, Math.max(top, place.getMaxY() + MARGIN - seen));
    if (hidden > 0 && wanted != top) {
      pane.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
  }
}
