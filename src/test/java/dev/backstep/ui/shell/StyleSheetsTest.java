package dev.backstep.ui.shell;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartMark;
import dev.backstep.ui.paint.StyleSheets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every style sheet is shown, and every one of its selectors may find something. */
class StyleSheetsTest {
  private static final Path CODE = Path.of("src/main/java/dev/backstep/ui");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/backstep/ui");

  /** The charts bring their style sheet themselves, and sheets are in scenes of their own. */
  private static final List<String> OUTSIDE_OF_THE_WINDOW = List.of("chart", "picture");

  @Test
  void everyStyleSheetIsTheWindowsOrThatOfAScene() throws IOException {
    Set<String> shown = new TreeSet<>();
    try (OneWindow window = new OneWindow()) {
      shown.addAll(WindowStyles.of(window.main.screens().all()));
    }
    OUTSIDE_OF_THE_WINDOW.forEach(room -> shown.add(StyleSheets.of(room)));
    assertThat(shown.stream().map(address -> address.substring(address.lastIndexOf('/') + 1)))
        .containsExactlyInAnyOrderElementsOf(
            files(RESOURCES, ".css").stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void everyStyleClassOfASelectorIsGivenToSomething() throws IOException {
    Set<String> given = names(contents(CODE, ".java"), "\"([a-z][\\w-]*)\"");
    given.addAll(words(names(contents(RESOURCES, ".fxml"), "(?:styleClass|\\bid)=\"([^\"]*)\"")));
    given.addAll(classesOfTheme());
    given.addAll(composed());
    assertThat(given).containsAll(names(selectors(), "[.#]([a-z][\\w-]*)"));
  }

  @Test
  void everyStateOfASelectorIsOneThatSomethingCanBeIn() throws IOException {
    Set<String> known = names(contents(CODE, ".java"), "getPseudoClass\\(\"([\\w-]+)\"");
    known.addAll(names(atlantaFx(), ":([a-z][\\w-]*)"));
    // JavaFX knows it, AtlantaFX does not use it.
    known.add("focus-visible");
    assertThat(known).containsAll(names(selectors(), ":([a-z][\\w-]*)"));
  }

  /** The lines and signs of charts are named as their constants, the rows of a pair by a side. */
  private static Set<String> composed() {
    Stream<Enum<?>> named =
        Stream.of(ChartLine.Role.values(), ChartMark.Kind.values()).flatMap(Stream::of);
    return Stream.concat(
            named.map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            Stream.of(
                "of-a",
                "of-b",
                "of-error",
                "of-handed-back",
                "of-own",
                "of-total",
                "ikonli-font-icon"))
        .collect(toCollection(TreeSet::new));
  }

  private static String selectors() throws IOException {
    return contents(RESOURCES, ".css").replaceAll("(?s)/\\*.*?\\*/|\\{.*?}", " ");
  }

  private static String atlantaFx() throws IOException {
    try (InputStream in =
        PrimerLight.class.getResourceAsStream(new PrimerLight().getUserAgentStylesheet())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The style classes that the theme has rules for. */
  static Set<String> classesOfTheme() throws IOException {
    return names(atlantaFx(), "\\.([a-z][\\w-]*)");
  }

  private static Set<String> words(Set<String> lists) {
    return lists.stream()
        .flatMap(list -> Stream.of(list.split("[\\s,]+")))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> names(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String contents(Path folder, String end) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files(folder, end)) {
      all.add(Files.readString(file));
    }
    return String.join("\n", all);
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
