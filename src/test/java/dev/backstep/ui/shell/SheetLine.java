package dev.backstep.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A line of the key sheet, as it is shown.
 *
 * @param group the heading that it stands under
 * @param shown the keys, as the sheet writes them
 */
public record SheetLine(String group, String shown) {
  private static final Set<String> OF_THE_MOUSE = Set.of("Ctrl+wheel", "drag");

  private static final Map<String, KeyCode> NAMED =
      Map.ofEntries(
          Map.entry("←", KeyCode.LEFT),
          Map.entry("→", KeyCode.RIGHT),
          Map.entry("↑", KeyCode.UP),
          Map.entry("↓", KeyCode.DOWN),
          Map.entry("Page Up", KeyCode.PAGE_UP),
          Map.entry("Page Down", KeyCode.PAGE_DOWN),
          Map.entry("Backspace", KeyCode.BACK_SPACE),
          Map.entry("Escape", KeyCode.ESCAPE),
          Map.entry("+", KeyCode.EQUALS),
          Map.entry("−", KeyCode.MINUS),
          Map.entry("?", KeyCode.SLASH));

  /** The lines of a sheet that says all keys of a window. */
  public static List<SheetLine> all(MainViewModel main) {
    List<SheetLine> lines = new ArrayList<>();
    String group = "";
    for (String line : KeyTexts.of(main.texts(), main.screens().all()).split("\n")) {
      if (line.startsWith("# ")) {
        group = line.substring(2);
      } else {
        lines.add(new SheetLine(group, line.split("\\|")[0].strip()));
      }
    }
    return lines;
  }

  /** The keys one by one, without what is done with the mouse. */
  public List<String> keys() {
    return Arrays.stream(shown.split("\\s{2,}|,\\s|(?<=[←→↑↓])\\s"))
        .map(String::strip)
        .flatMap(SheetLine::range)
        .filter(key -> !OF_THE_MOUSE.contains(key))
        .toList();
  }

  /** "Ctrl+1 … Ctrl+5" is five keys. */
  private static Stream<String> range(String keys) {
    String[] ends = keys.split(" … ");
    if (ends.length == 1) {
      return Stream.of(keys);
    }
    String stem = ends[0].substring(0, ends[0].length() - 1);
    int first = ends[0].charAt(ends[0].length() - 1) - '0';
    int last = ends[1].charAt(ends[1].length() - 1) - '0';
    return IntStream.rangeClosed(first, last).mapToObj(digit -> stem + digit);
  }

  /** The keys to hold down while {@link #code} is pressed. */
  public static List<KeyCode> held(String key) {
    List<KeyCode> held = new ArrayList<>();
    if (key.startsWith("Ctrl+")) {
      held.add(KeyCode.CONTROL);
    }
    if (key.contains("Shift+") || key.equals("?") || key.equals("+")) {
      held.add(KeyCode.SHIFT);
    }
    return held;
  }

  public static KeyCode code(String key) {
    String last = key.replace("Ctrl+", "").replace("Shift+", "");
    if (NAMED.containsKey(last)) {
      return NAMED.get(last);
    }
    return Character.isDigit(last.charAt(0))
        ? KeyCode.valueOf("DIGIT" + last)
        : KeyCode.valueOf(last.toUpperCase(Locale.ROOT));
  }

  /** The event of a press of a key. */
  public static KeyEvent event(String key) {
    List<KeyCode> held = held(key);
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        "",
        "",
        code(key),
        held.contains(KeyCode.SHIFT),
        held.contains(KeyCode.CONTROL),
        false,
        false);
  }
}
