package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands and options in README and src/docs are those that there are, and all of them. */
class DocumentedOptionsTest {
  private static final Path REFERENCE = Path.of("src", "docs", "commands.md");

  /** A command as it is written in code, to the end of the code or of its line. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\bbackstep|args=\"?) ?([a-z]+) ([^`\n]*(?:\\\\\n[^`\n]*)*)");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");
  private static final Set<String> STANDARD = Set.of("-h", "--help", "-V", "--version");

  private static Map<String, Set<String>> options() {
    return BackstepCommand.commands(CommandCall.NO_DESKTOP).getSubcommands().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> options(entry.getValue())));
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(OptionSpec::names)
        .flatMap(Stream::of)
        .collect(Collectors.toSet());
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "docs"))) {
      List<Path> documents =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
      documents.add(Path.of("README.md"));
      return documents;
    }
  }

  @Test
  void everyCommandThatIsWrittenHasTheOptionsThatAreWrittenWithIt() throws IOException {
    Map<String, Set<String>> options = options();
    int found = 0;
    for (Path document : documents()) {
      String text = Files.readString(document);
      for (MatchResult written : WRITTEN.matcher(text).results().toList()) {
        if (!options.containsKey(written.group(1))) {
          assertThat(written.group(2))
              .as("%s: %s", document, written.group())
              .doesNotContain(" --");
          continue;
        }
        for (String option : named(written.group(2))) {
          assertThat(options.get(written.group(1)))
              .as("%s: %s", document, written.group())
              .contains(option);
          found++;
        }
      }
    }
    assertThat(found).isGreaterThan(30);
  }

  @Test
  void theReferenceNamesEveryOptionOfEveryCommandAndNoOther() throws IOException {
    String text = Files.readString(REFERENCE);
    Map<String, Set<String>> options = options();
    Set<String> all = options.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(all).containsAll(named(text));
    String shared = section(text, "Settings");
    for (Map.Entry<String, Set<String>> command : options.entrySet()) {
      Set<String> said = named(section(text, "backstep " + command.getKey()));
      assertThat(command.getValue()).as("options of %s", command.getKey()).containsAll(said);
      Set<String> missing = new TreeSet<>(command.getValue());
      missing.removeAll(said);
      missing.removeAll(STANDARD);
      missing.removeAll(named(shared));
      assertThat(missing).as("options of %s that are not told", command.getKey()).isEmpty();
    }
  }

  private static Set<String> named(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** The text below a heading, up to the next one. */
  private static String section(String text, String heading) {
    int from = text.indexOf("\n## " + heading + "\n");
    assertThat(from).as("## %s", heading).isNotNegative();
    int until = text.indexOf("\n## ", from + 1);
    return text.substring(from, until < 0 ? text.length() : until);
  }
}
