package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonCommandTest {
  private static final Path FILE = Path.of("src", "main", "python", "backstep.py");

  @Test
  void theFileIsPrintedAndNothingElse() throws IOException {
    CommandRun run = CommandRun.of(List.of("python"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(FILE));
    assertThat(run.err()).as("it was not laid out here").isEmpty();
  }

  @Test
  void itIsInAsciiSoThatAPipeInAnyLocaleKeepsIt() throws IOException {
    assertThat(Files.readString(FILE)).matches("\\p{ASCII}+");
  }

  @Test
  void itIsShippedForPythonPathBesideTheProgramThatItLooksFor() throws IOException {
    assertThat(Files.readString(Path.of("src", "main", "assembly", "backstep.xml")))
        .contains("<outputDirectory>share/python</outputDirectory>");
    assertThat(CommandCall.of("python", "--help").out())
        .anySatisfy(line -> assertThat(line).contains("share/python/backstep.py"));
  }

  @Test
  void theLinesOfTheHelpAreThoseOfTheFile() throws IOException {
    String file = Files.readString(FILE);
    assertThat(CommandCall.of("python", "--help").out())
        .filteredOn(line -> line.contains("backstep.") && line.contains("#"))
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(file).contains(line.substring(0, line.indexOf("(") + 1).strip()));
  }
}
