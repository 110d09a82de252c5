package dev.backstep.ui.screen;

import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.SessionViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/** Everything that the window has to know of one of its screens. */
public interface ScreenPart {
  /** How many characters of a sequence make its name. */
  int LONGEST_WORD = 24;

  Screen screen();

  /** The name of its texts, {@code screen.lab} and {@code screen.lab.help}, and of its button. */
  String id();

  String icon();

  /** The controller of its FXML file. */
  Class<?> controller();

  /** What its plain keys do now, before the control with the focus sees them. */
  default Map<KeyCode, Runnable> keys() {
    return Map.of();
  }

  /** Closes what lies over the screen; whether there was such a thing. */
  default boolean closePanel() {
    return false;
  }

  /** Sends a guest away, where nothing else is left with Escape. */
  default void leave() {}

  /** The runs that are trained here; nothing where it is the one that is open. */
  default Optional<SessionViewModel> trains() {
    return Optional.empty();
  }

  /** The runs of this screen that others took the place of. */
  default Optional<EarlierPairs<?>> earlier() {
    return Optional.empty();
  }

  /** The trace whose numbers the screen shows; nothing before there is any. */
  Optional<Trace> trace();

  /** Whether one cell of it is looked at, whose numbers can be taken away. */
  default boolean hasCell() {
    return false;
  }

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
