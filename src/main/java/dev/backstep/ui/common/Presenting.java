package dev.backstep.ui.common;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;

/** The effect of presenter mode on the nodes of a screen. */
public record Presenting(ViewOptions options) {
  private static final String STYLE = "presenting";

  /** Takes nodes away while presenting; their keys go on working. */
  public void hide(Node... nodes) {
    BooleanBinding isShown = options.presentingProperty().not();
    for (Node node : nodes) {
      node.visibleProperty().bind(isShown);
      node.managedProperty().bind(isShown);
    }
  }

  /** Gives the root another type size. */
  public void enlarge(Node root) {
    options.presentingProperty().addListener((property, before, now) -> enlarge(root, now));
    enlarge(root, options.presentingProperty().get());
  }

  private static void enlarge(Node root, boolean isLarge) {
    root.getStyleClass().remove(STYLE);
    if (isLarge) {
      root.getStyleClass().add(STYLE);
    }
  }
}
