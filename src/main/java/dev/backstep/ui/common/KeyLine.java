package dev.backstep.ui.common;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/**
 * Keys of a screen that belong together, which are a line of the key sheet.
 *
 * @param words the key of the text that says what they do
 */
public record KeyLine(String words, List<ScreenKey> keys) {
  public static KeyLine of(String words, ScreenKey... keys) {
    return new KeyLine(words, List.of(keys));
  }

  /** The action of a key that was pressed; nothing if it is none of these, or does nothing now. */
  public Optional<Runnable> action(KeyEvent pressed) {
    return keys.stream().filter(each -> each.takes(pressed)).map(ScreenKey::action).findFirst();
  }

  /** {@code ← → Home End}, or {@code Page Up, Page Down}. */
  public String shown() {
    StringBuilder shown = new StringBuilder(keys.get(0).shown());
    for (int i = 1; i < keys.size(); i++) {
      shown.append(between(keys.get(i - 1), keys.get(i))).append(keys.get(i).shown());
    }
    return shown.toString();
  }

  private static String between(ScreenKey before, ScreenKey after) {
    if (before.isArrow() && after.isArrow()) {
      return " ";
    }
    return (before.shown() + after.shown()).contains(" ") ? ", " : "  ";
  }
}
