package dev.backstep.ui.shell;

import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.screen.ScreenPart;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The plain keys of the screen that is shown. They come before the focused control sees them,
 * because buttons would take the arrows to move the focus; where the user types, chooses, slides or
 * goes from square to square they are left alone. Tab is never taken.
 */
final class ScreenKeys {
  private final MainViewModel main;
  private final Predicate<KeyCode> isCommand;

  /** Whether the last keys were F10 and arrows along the menu bar. */
  private boolean isMenuBarEntered;

  /**
   * The keys of a window.
   *
   * @param isCommand whether the menus have a key without Ctrl
   */
  ScreenKeys(MainViewModel main, Predicate<KeyCode> isCommand) {
    this.main = main;
    this.isCommand = isCommand;
  }

  /** The action of a key on the screen that is shown; Escape has the same on every screen. */
  private Optional<Runnable> action(KeyEvent event) {
    return event.getCode() == KeyCode.ESCAPE
        ? Optional.of(this::leave)
        : main.screens().shown().action(event);
  }

  private void leave() {
    ScreenPart screen = main.screens().shown();
    if (screen.closePanel()) {
      return;
    }
    if (main.guide().openProperty().get()) {
      main.guide().leave();
    } else if (main.options().presentingProperty().get()) {
      main.options().presentingProperty().set(false);
    } else {
      screen.leave();
    }
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onPressed(scene, event));
    scene.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, event -> protectTyping(scene, event));
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> isMenuBarEntered = false);
  }

  private void onPressed(Scene scene, KeyEvent event) {
    Node focused = scene.getFocusOwner();
    if (isOfMenuBar(event.getCode())) {
      return;
    }
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (isPlain && !isTaken(focused, event)) {
      action(event)
          .ifPresent(
              action -> {
                action.run();
                event.consume();
              });
    }
  }

  /**
   * After F10 the arrows go along the menu bar, which does not have the focus, until one opens a
   * menu or another key leaves it.
   */
  private boolean isOfMenuBar(KeyCode code) {
    boolean isOnBar = isMenuBarEntered;
    isMenuBarEntered =
        code == KeyCode.F10 || (isOnBar && (code == KeyCode.LEFT || code == KeyCode.RIGHT));
    return isOnBar && (code.isArrowKey() || code == KeyCode.ESCAPE);
  }

  /**
   * In the tour Space goes on, also after a click on a button; only a button that the user has gone
   * to with Tab takes it.
   */
  private boolean isTaken(Node focused, KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      return focused instanceof TextInputControl;
    }
    if (focused instanceof OwnKeys own && own.uses(event)) {
      return true;
    }
    return code == KeyCode.ESCAPE ? isMenu(focused) : isPressed(focused, code) || isUsed(focused);
  }

  /** True for a control that Escape closes. */
  private static boolean isMenu(Node focused) {
    return focused instanceof MenuBar
        || (focused instanceof ComboBoxBase<?> choice && choice.isShowing());
  }

  private boolean isPressed(Node focused, KeyCode code) {
    return focused instanceof ButtonBase
        && code == KeyCode.SPACE
        && (focused.isFocusVisible() || !main.guide().openProperty().get());
  }

  private static boolean isUsed(Node focused) {
    return focused instanceof TextInputControl
        || focused instanceof ComboBoxBase
        || focused instanceof ListView
        || focused instanceof Slider
        || focused instanceof ScrollBar
        || focused instanceof MenuBar;
  }

  /** The menu has these keys too; what is typed into a field is no command. */
  private void protectTyping(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl
        && isCommand.test(event.getCode())
        && !event.isShortcutDown()) {
      event.consume();
    }
  }
}
