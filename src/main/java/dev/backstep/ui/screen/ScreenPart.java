package dev.backstep.ui.screen;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that the window has to know of one of its screens. */
public interface ScreenPart {
  /** How many characters of a sequence make its name. */
  int LONGEST_WORD = 24;

  Screen screen();

  /** The trace whose numbers the screen shows; nothing before there is any. */
  Optional<Trace> trace();

  /** Where the screen stands, in words: at which cell of which sequence, or after which update. */
  default String whereabouts() {
    return word();
  }

  /** What tells a file of this place of the screen from one of another. */
  default List<String> marks() {
    return List.of(word());
  }

  /** What the sequence reads, in the signs of the screen. */
  default String word() {
    return trace().map(ScreenPart::wordOf).orElse("");
  }

  private static String wordOf(Trace trace) {
    return IntStream.range(0, Math.min(LONGEST_WORD, trace.length()))
        .mapToObj(t -> trace.label(trace.input(t)))
        .collect(Collectors.joining());
  }
}
