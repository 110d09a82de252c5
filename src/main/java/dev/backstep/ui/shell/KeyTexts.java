package dev.backstep.ui.shell;

import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of the key sheet: the keys of the window, and those that each screen says it has. */
final class KeyTexts {
  private KeyTexts() {}

  /** All lines: {@code # Step} begins a group, each other is {@code key|what it does}. */
  static String of(Texts texts, List<ScreenPart> screens) {
    String names =
        screens.stream().map(each -> name(texts, each)).collect(Collectors.joining(", "));
    Stream<String> ofScreens =
        screens.stream().filter(each -> !each.keys().isEmpty()).flatMap(each -> group(texts, each));
    return Stream.of(
            Stream.of(
                texts.of("shell.keys.everywhere", screens.size(), names),
                texts.of("shell.keys.pictures")),
            ofScreens,
            Stream.of(texts.of("shell.keys.files")))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static String name(Texts texts, ScreenPart screen) {
    return texts.of(screen.nameKey());
  }

  private static Stream<String> group(Texts texts, ScreenPart screen) {
    return Stream.concat(
        Stream.of("# " + name(texts, screen)),
        screen.keys().stream().map(line -> line(texts, line)));
  }

  private static String line(Texts texts, KeyLine line) {
    return line.shown() + "|" + texts.of(line.words());
  }
}
