package dev.backstep.ui.screen;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Names for files of what the screen shows, each without its ending. */
public final class FileNames {
  private final Supplier<ScreenPart> shown;

  public FileNames(Supplier<ScreenPart> shown) {
    this.shown = shown;
  }

  /** A name that says what, and of which place: {@code dh-t6-triceratops}. */
  public String of(String what) {
    ScreenPart screen = shown.get();
    return screen.trace().isEmpty()
        ? plain(what)
        : plain(what)
            + screen.marks().stream().map(mark -> "-" + plain(mark)).collect(Collectors.joining());
  }

  /** A name for a picture of the screen that is shown. */
  public String ofScreen() {
    return of("backstep-" + shown.get().screen().name().toLowerCase(Locale.ROOT));
  }

  /** Letters and digits as they are, so that every file system takes it. */
  private static String plain(String words) {
    String plain = words.replaceAll("[^\\p{L}\\p{N}_]+", "-").replaceAll("^-|-$", "").strip();
    return plain.isEmpty() ? "sequence" : plain;
  }
}
