package dev.backstep.ui.view;

import dev.backstep.ui.control.OwnKeys;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.Screen;
import dev.backstep.ui.viewmodel.StepViewModel;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The plain keys of the Step screen. They come before the focused control sees them, because
 * buttons would take the arrows to move the focus; where somebody types, chooses, slides or goes
 * from square to square they are left alone. Tab is never taken.
 */
public final class StepKeys {
  private static final Set<KeyCode> PLAIN =
      Set.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.SPACE,
          KeyCode.U,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN);

  private final MainViewModel main;
  private final Map<KeyCode, Runnable> actions;

  public StepKeys(MainViewModel main) {
    this.main = main;
    StepViewModel step = main.step();
    actions =
        Map.of(
            KeyCode.LEFT, step::previous,
            KeyCode.RIGHT, step::next,
            KeyCode.HOME, step::first,
            KeyCode.END, step::last,
            KeyCode.DOWN, () -> step.moveActive(1),
            KeyCode.UP, () -> step.moveActive(-1),
            KeyCode.SPACE, step::togglePlay,
            KeyCode.BACK_SPACE, step.selection()::back);
  }

  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onPressed(scene, event));
    scene.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, event -> shield(scene, event));
  }

  private void onPressed(Scene scene, KeyEvent event) {
    Runnable action = actions.get(event.getCode());
    Node focused = scene.getFocusOwner();
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (action == null || !isPlain || isTaken(focused, event)) {
      return;
    }
    if (main.screenProperty().get() == Screen.STEP) {
      action.run();
      event.consume();
    }
  }

  private static boolean isTaken(Node focused, KeyEvent event) {
    boolean isButton = focused instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
    return isButton
        || (focused instanceof OwnKeys own && own.uses(event))
        || focused instanceof TextInputControl
        || focused instanceof ComboBoxBase
        || focused instanceof Slider
        || focused instanceof ScrollBar
        || focused instanceof MenuBar;
  }

  /** The menu has these keys too; what is typed into a field is no command. */
  private static void shield(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl
        && PLAIN.contains(event.getCode())
        && !event.isShortcutDown()) {
      event.consume();
    }
  }
}
