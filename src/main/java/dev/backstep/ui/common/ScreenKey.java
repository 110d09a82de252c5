package dev.backstep.ui.common;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key and what it does while its screen is shown.
 *
 * @param enabled whether it does something now
 */
public record ScreenKey(KeyCodeCombination key, ObservableBooleanValue enabled, Runnable action) {
  private static final Map<KeyCode, String> ARROWS =
      Map.of(KeyCode.LEFT, "←", KeyCode.RIGHT, "→", KeyCode.UP, "↑", KeyCode.DOWN, "↓");

  private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);
  private static final ObservableBooleanValue NEVER = Bindings.createBooleanBinding(() -> false);

  /** A key without Ctrl. */
  public static ScreenKey plain(KeyCode code, Runnable action) {
    return new ScreenKey(new KeyCodeCombination(code), ALWAYS, action);
  }

  /** A key with Ctrl. */
  public static ScreenKey control(KeyCode code, Runnable action) {
    return new ScreenKey(
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), ALWAYS, action);
  }

  /** A key with Shift. */
  public static ScreenKey shift(KeyCode code, Runnable action) {
    return new ScreenKey(new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN), ALWAYS, action);
  }

  /** A key that a picture of the screen takes while it has the focus, and the screen does not. */
  public static ScreenKey ofPicture(KeyCode code) {
    return plain(code, () -> {}).when(NEVER);
  }

  /** The same key, which does nothing while a condition is false. */
  public ScreenKey when(ObservableBooleanValue condition) {
    return new ScreenKey(key, condition, action);
  }

  /** True for a press that the screen takes before the control with the focus does. */
  boolean takes(KeyEvent pressed) {
    return isPlain() && key.match(pressed) && enabled.get();
  }

  /** True for a key without Ctrl, Alt and Shift. */
  public boolean isPlain() {
    return key.equals(new KeyCodeCombination(key.getCode()));
  }

  boolean isArrow() {
    return ARROWS.containsKey(key.getCode());
  }

  /** The key as the key sheet writes it: {@code ←}, {@code Page Up}, {@code Ctrl+N}. */
  public String shown() {
    String name = ARROWS.getOrDefault(key.getCode(), key.getCode().getName());
    String held = key.getShift() == KeyCombination.ModifierValue.DOWN ? "Shift+" : "Ctrl+";
    return isPlain() ? name : held + name;
  }
}
