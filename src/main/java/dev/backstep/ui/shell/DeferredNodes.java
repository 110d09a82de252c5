package dev.backstep.ui.shell;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

/**
 * Parts of a view that are not shown at first, such as what belongs to the backward pass, join it
 * when they are first shown. JavaFX would style them before, and a window opens with more of such
 * parts than it shows.
 */
final class DeferredNodes {
  private DeferredNodes() {}

  /** Takes what is not shown out of a view, until it is. */
  static void takeFrom(Node view) {
    if (view instanceof ScrollPane scroll) {
      takeFrom(scroll.getContent());
    } else if (view instanceof Pane pane) {
      takeFromPane(pane);
    }
    if (view instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(DeferredNodes::takeFrom);
    }
  }

  private static void takeFromPane(Pane pane) {
    List<Node> order = List.copyOf(pane.getChildren());
    // What decides when a child is shown may hold it weakly.
    pane.getProperties().put(DeferredNodes.class, order);
    for (Node child : order) {
      // What is managed keeps its place free, visible or not.
      if (!child.isVisible() && !child.isManaged()) {
        takeFrom(child);
        pane.getChildren().remove(child);
        child.visibleProperty().addListener(new Joining(pane.getChildren(), order, child));
      }
    }
  }

  /** Puts a child after the nearest of those that stood before it. */
  private record Joining(ObservableList<Node> children, List<Node> order, Node child)
      implements ChangeListener<Boolean> {
    @Override
    public void changed(
        ObservableValue<? extends Boolean> visible, Boolean before, Boolean isShown) {
      child.visibleProperty().removeListener(this);
      if (children.contains(child)) {
        // The view has put it there itself, as where another net has other equations.
        return;
      }
      int place = order.indexOf(child) - 1;
      while (place >= 0 && !children.contains(order.get(place))) {
        place--;
      }
      children.add(place < 0 ? 0 : children.indexOf(order.get(place)) + 1, child);
    }
  }
}
