package dev.backstep.ui.paint;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A node with keys of its own while it has the focus; they then mean nothing else. */
public interface OwnKeys {
  /** Whether a press of a key is one of its own. */
  boolean uses(KeyEvent event);

  /** Whether no other key is held down with it. */
  static boolean isPlain(KeyEvent event) {
    return !event.isControlDown()
        && !event.isAltDown()
        && !event.isShiftDown()
        && !event.isMetaDown();
  }

  /** Lets a node have its keys. Escape gives all of them back to the window. */
  static void listen(Node node, OwnKeys keys, Consumer<KeyEvent> action) {
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!keys.uses(event)) {
            return;
          }
          event.consume();
          if (event.getCode() == KeyCode.ESCAPE) {
            node.getScene().getRoot().requestFocus();
          } else {
            action.accept(event);
          }
        });
  }
}
