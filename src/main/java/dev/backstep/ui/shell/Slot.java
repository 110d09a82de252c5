package dev.backstep.ui.shell;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * A named place of a screen for what another room shows there. The screen names the place and does
 * not know who comes.
 */
record Slot(String name, Class<?> controller) {
  /**
   * Puts what belongs there in the place of the slot, if a view has it.
   *
   * @param views loads the view of a controller
   */
  void fill(Parent view, Function<Class<?>, Node> views) {
    Node slot = view.lookup("#" + name);
    if (slot != null && slot.getClass() == Pane.class) {
      replace(slot, views.apply(controller));
    }
  }

  private static void replace(Node slot, Node content) {
    if (slot.getParent() instanceof BorderPane border && border.getRight() == slot) {
      // Tab goes to the children in the order in which they were set: the bottom comes last.
      Node bottom = border.getBottom();
      border.setBottom(null);
      border.setRight(content);
      border.setBottom(bottom);
    } else {
      Pane pane = (Pane) slot.getParent();
      pane.getChildren().set(pane.getChildren().indexOf(slot), content);
    }
  }
}
