package dev.backstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of the project: what they link to is there, and README stays short. */
class DocumentsTest {
  private static final int README_BYTES = 9000;
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ROOM = Pattern.compile("`([a-z.]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  static List<Path> documents() throws IOException {
    List<Path> documents =
        new ArrayList<>(
            List.of(Path.of("README.md"), Path.of("CHANGELOG.md"), Path.of("assets", "README.md")));
    for (Path folder : List.of(Path.of("src", "docs"), Path.of(".github"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(README_BYTES);
  }

  @Test
  void everyDocumentIsReachedFromTheReadme() throws IOException {
    List<Path> reached = new ArrayList<>(List.of(Path.of("README.md")));
    for (int i = 0; i < reached.size(); i++) {
      for (String link : links(reached.get(i))) {
        Path target = target(reached.get(i), link);
        for (Path document : documents()) {
          boolean isIt = document.equals(target) || document.startsWith(target);
          if (isIt && !reached.contains(document)) {
            reached.add(document);
          }
        }
      }
    }
    assertThat(documents()).filteredOn(document -> document.startsWith("src")).isSubsetOf(reached);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everythingThatIsLinkedToIsThere(Path document) throws IOException {
    for (String link : links(document)) {
      Path target = target(document, link);
      assertThat(target).as("%s links to %s", document, link).exists();
      if (link.contains("#")) {
        assertThat(anchors(target))
            .as("%s links to %s", document, link)
            .contains(link.substring(link.indexOf('#') + 1));
      }
    }
  }

  @Test
  void theRoomsAreThoseOfTheArchitecture() throws IOException {
    String text = Files.readString(Path.of("src", "docs", "architecture.md"));
    List<String> told =
        text.lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf(" | ", 2)))
            .flatMap(rooms -> ROOM.matcher(rooms).results())
            .map(room -> room.group(1))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(Rooms.names());
  }

  private static List<String> links(Path document) throws IOException {
    String text = CODE.matcher(Files.readString(document)).replaceAll("");
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("\\w+:.*"))
        .toList();
  }

  private static Path target(Path document, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? document : document.resolveSibling(file).normalize();
  }

  /** The names of a document's headings in links to them. */
  private static List<String> anchors(Path document) {
    try {
      Matcher headings =
          HEADING.matcher(Files.readString(document).replaceAll("(?ms)^```.*?^```$", ""));
      return headings
          .results()
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
