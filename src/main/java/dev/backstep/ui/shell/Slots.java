package dev.backstep.ui.shell;

import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * The named places of a screen for what other rooms show there. A screen names the place and does
 * not know who comes.
 */
record Slots(Map<String, Class<?>> controllers) {
  /**
   * Puts what belongs there in the place of each slot of a view.
   *
   * @param views loads the view of a controller
   */
  void fill(Parent view, Function<Class<?>, Node> views) {
    controllers.forEach(
        (name, controller) -> {
          Node slot = view.lookup("#" + name);
          if (slot != null && slot.getClass() == Pane.class) {
            replace(slot, views.apply(controller));
          }
        });
  }

  private static void replace(Node slot, Node content) {
    if (slot.getParent() instanceof BorderPane border && border.getRight() == slot) {
      border.setRight(content);
    } else {
      Pane pane = (Pane) slot.getParent();
      pane.getChildren().set(pane.getChildren().indexOf(slot), content);
    }
  }
}
