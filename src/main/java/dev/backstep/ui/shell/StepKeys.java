package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.mycode.MyCodeViewModel;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.parts.SharedCursor;
import dev.backstep.ui.step.StepViewModel;
import java.util.Map;
import java.util.Set;
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

/**
 * The plain keys of the Step screen, and those that move the cursor of Compare and of the Bug lab.
 * They come before the focused control sees them, because buttons would take the arrows to move the
 * focus; where somebody types, chooses, slides or goes from square to square they are left alone.
 * Tab is never taken.
 */
public final class StepKeys {
  /** Beyond any end. */
  private static final int FAR = 1 << 24;

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
          KeyCode.R,
          KeyCode.X,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN);

  private final MainViewModel main;
  private final Map<KeyCode, Runnable> actions;
  private final Map<KeyCode, Runnable> onCompare;
  private final Map<KeyCode, Runnable> inLab;
  private final Map<KeyCode, Runnable> inMyCode;

  public StepKeys(MainViewModel main) {
    this.main = main;
    StepViewModel step = main.step();
    actions =
        Map.ofEntries(
            Map.entry(KeyCode.ENTER, main.guessFirst()::reveal),
            Map.entry(KeyCode.LEFT, step::previous),
            Map.entry(KeyCode.RIGHT, step::next),
            Map.entry(KeyCode.HOME, step::first),
            Map.entry(KeyCode.END, step::last),
            Map.entry(KeyCode.DOWN, () -> step.moveActive(1)),
            Map.entry(KeyCode.UP, () -> step.moveActive(-1)),
            Map.entry(KeyCode.PAGE_DOWN, main.sequence()::chooseAfter),
            Map.entry(KeyCode.PAGE_UP, main.sequence()::chooseBefore),
            Map.entry(KeyCode.SPACE, this::playOrGuide),
            Map.entry(KeyCode.BACK_SPACE, this::goBack),
            Map.entry(KeyCode.ESCAPE, this::leave));
    onCompare = moves(main.compare().cursor());
    inLab = moves(main.bugLab().cursor());
    MyCodeViewModel code = main.myCode();
    inMyCode =
        Map.of(
            KeyCode.LEFT, () -> code.move(0, -1),
            KeyCode.RIGHT, () -> code.move(0, 1),
            KeyCode.UP, () -> code.move(-1, 0),
            KeyCode.DOWN, () -> code.move(1, 0),
            KeyCode.HOME, () -> code.move(0, -FAR),
            KeyCode.END, () -> code.move(0, FAR),
            KeyCode.ESCAPE, this::leave);
  }

  private Map<KeyCode, Runnable> moves(SharedCursor cursor) {
    return Map.of(
        KeyCode.LEFT, cursor::previous,
        KeyCode.RIGHT, cursor::next,
        KeyCode.HOME, cursor::first,
        KeyCode.END, cursor::last,
        KeyCode.ESCAPE, this::leave);
  }

  /** What the keys mean where they are pressed; Escape means the same on every screen. */
  private Runnable action(KeyCode code) {
    return switch (main.screenProperty().get()) {
      case STEP -> actions.get(code);
      case COMPARE -> onCompare.get(code);
      case BUG_LAB -> inLab.get(code);
      case MY_CODE -> inMyCode.get(code);
      default -> code == KeyCode.ESCAPE ? this::leave : null;
    };
  }

  private void playOrGuide() {
    if (main.guide().openProperty().get()) {
      main.guide().next();
    } else {
      main.step().togglePlay();
    }
  }

  private void goBack() {
    if (main.guide().openProperty().get()) {
      main.guide().back();
    } else {
      main.step().selection().back();
    }
  }

  private void leave() {
    if (main.screenProperty().get() == Screen.COMPARE && main.compare().closePanel()) {
      return;
    }
    if (main.guide().openProperty().get()) {
      main.guide().leave();
    } else if (main.options().presentingProperty().get()) {
      main.options().presentingProperty().set(false);
    } else if (main.screenProperty().get() == Screen.STEP) {
      main.codeVisit().leave();
    }
  }

  public void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onPressed(scene, event));
    scene.getRoot().addEventHandler(KeyEvent.KEY_PRESSED, event -> shield(scene, event));
  }

  private void onPressed(Scene scene, KeyEvent event) {
    Runnable action = action(event.getCode());
    Node focused = scene.getFocusOwner();
    boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (action == null || !isPlain || isTaken(focused, event)) {
      return;
    }
    action.run();
    event.consume();
  }

  /**
   * In the tour Space goes on, also after a click on a button; only a button that somebody has gone
   * to with Tab takes it.
   */
  private boolean isTaken(Node focused, KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      boolean isCovered = main.guessFirst().coveredProperty().get();
      return !isCovered || focused instanceof TextInputControl;
    }
    if (focused instanceof OwnKeys own && own.uses(event)) {
      return true;
    }
    return code == KeyCode.ESCAPE ? isMenu(focused) : isPressed(focused, code) || isUsed(focused);
  }

  /** What Escape closes itself. */
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
  private static void shield(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl
        && PLAIN.contains(event.getCode())
        && !event.isShortcutDown()) {
      event.consume();
    }
  }
}
