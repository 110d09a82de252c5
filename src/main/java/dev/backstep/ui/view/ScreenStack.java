package dev.backstep.ui.view;

import dev.backstep.ui.viewmodel.Screen;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;

/**
 * The screens, one of which is shown, and the button of each. A screen joins the window when it is
 * first shown, and then stays: the window opens without styling and laying out all of them.
 */
final class ScreenStack {
  private final StackPane pane;
  private final ObjectProperty<Screen> shown;

  ScreenStack(StackPane pane, ObjectProperty<Screen> shown) {
    this.pane = pane;
    this.shown = shown;
  }

  /** Adds a screen, which the pane may hold already. */
  void add(Screen screen, ToggleButton button, Node node) {
    pane.getChildren().remove(node);
    button.setOnAction(
        event -> {
          shown.set(screen);
          button.setSelected(true);
        });
    shown.addListener((property, before, now) -> show(node, button, now == screen));
    show(node, button, shown.get() == screen);
  }

  private void show(Node node, ToggleButton button, boolean isShown) {
    if (isShown && node.getParent() == null) {
      // Below what lies over all screens.
      pane.getChildren().add(0, node);
    }
    button.setSelected(isShown);
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
