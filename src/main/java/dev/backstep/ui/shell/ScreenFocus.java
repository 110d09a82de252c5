package dev.backstep.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The focus of the keyboard where what had it is gone. The toolkit gives it to the next control, in
 * the end to the first of the window, and the next Space or Enter would press that one unseen; here
 * the screen itself has it, where the keys are those of the screen.
 */
final class ScreenFocus {
  private final Supplier<Node> screen;
  private boolean isByKey;
  private boolean isLost;

  /**
   * The focus of a window.
   *
   * @param screen the screen that is shown
   */
  ScreenFocus(Supplier<Node> screen) {
    this.screen = screen;
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> isByKey = true);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isByKey = false);
    scene.focusOwnerProperty().addListener((property, before, now) -> onFocus(now));
  }

  /** The toolkit first takes the focus from what is gone, and then finds another place for it. */
  private void onFocus(Node now) {
    if (now == null) {
      isLost = true;
    } else if (isLost) {
      isLost = false;
      if (!isByKey || !isWithin(now, screen.get())) {
        take();
      }
    }
  }

  private static boolean isWithin(Node node, Node place) {
    return node != null && (node == place || isWithin(node.getParent(), place));
  }

  /** Gives the focus to the screen. */
  void take() {
    screen.get().requestFocus();
  }

  /** Gives the focus to the screen, unless a control was pressed by key, which then keeps it. */
  void takeAfterClick() {
    if (!isByKey) {
      take();
    }
  }
}
