package dev.backstep.ui.screen;

import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.common.KeyLine;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.ui.run.SessionViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;

/** Everything that the window has to know of one of its screens. */
public interface ScreenPart {
  /** The most characters of a sequence that make its name. */
  int LONGEST_WORD = 24;

  /** The name of the screen, by which sessions keep that it was shown. */
  Screen screen();

  /**
   * The room that the screen is of, {@code lab}: the texts {@code lab.screen} and {@code
   * lab.screen.help} and the style sheet {@code lab.css} are its, if it has one.
   */
  String room();

  /** The key of the text that names it, which that of its help begins with. */
  default String nameKey() {
    return room() + ".screen";
  }

  String icon();

  /** The controller of its FXML file. */
  Class<?> controller();

  /** Makers of the controllers of its FXML files, by the classes of these. */
  Map<Class<?>, Supplier<Object>> controllers(Saving saving);

  /** Its keys, in the order of the key sheet. */
  default List<KeyLine> keys() {
    return List.of();
  }

  /** The action of a key that was pressed, before the control with the focus sees it. */
  default Optional<Runnable> action(KeyEvent pressed) {
    return keys().stream().flatMap(line -> line.action(pressed).stream()).findFirst();
  }

  /** Closes what lies over the screen; whether there was such a thing. */
  default boolean closePanel() {
    return false;
  }

  /** Sends a guest away, where nothing else is left with Escape. */
  default void leave() {}

  /**
   * The run that is open is another, or the screen is shown: told while the screen is shown, and
   * only if a run is open.
   */
  default void follow(TrainingData data, RunSettings settings) {}

  /** Takes what other threads have computed for it; called once a pulse. */
  default void poll() {}

  /** Ends what is computed for it, when the window closes. */
  default void close() {}

  /** Opens a file, if it is one that the screen shows; whether it is. */
  default boolean open(Path file) {
    return false;
  }

  /** A value at whose every change the screen is shown. */
  default Optional<ObservableValue<?>> showsAtOnce() {
    return Optional.empty();
  }

  /** True if it has the fields for the settings of the run that is open. */
  default boolean hasSettings() {
    return false;
  }

  /** The runs that are trained here; nothing where it is the one that is open. */
  default Optional<SessionViewModel> trains() {
    return Optional.empty();
  }

  /** True if it shows a run, which can be trained. */
  default boolean showsRun() {
    return true;
  }

  /** The key of the text on the button that trains here. */
  default String trainHelp() {
    return "train.toggle.help";
  }

  /** The runs of this screen that others took the place of. */
  default Optional<EarlierPairs<?>> earlier() {
    return Optional.empty();
  }

  /** The trace whose numbers the screen shows; nothing before there is any. */
  Optional<Trace> trace();

  /** True if one cell of it is looked at, whose numbers can be taken away. */
  default boolean hasCell() {
    return false;
  }

  /** The place of the screen in words: which cell of which sequence, or after which update. */
  default String whereabouts() {
    return sequenceText();
  }

  /** The words that tell a file of this place of the screen from one of another. */
  default List<String> marks() {
    return List.of(sequenceText());
  }

  /** The sequence as it reads in the signs of the screen. */
  default String sequenceText() {
    return trace().map(ScreenPart::wordOf).orElse("");
  }

  private static String wordOf(Trace trace) {
    return IntStream.range(0, Math.min(LONGEST_WORD, trace.length()))
        .mapToObj(t -> trace.label(trace.input(t)))
        .collect(Collectors.joining());
  }
}
