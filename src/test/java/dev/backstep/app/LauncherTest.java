package dev.backstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, started where there is no display. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final List<String> PICTURES =
      Stream.of("step-forward", "step-backward", "train", "compare")
          .flatMap(name -> Stream.of(name + "-light.png", name + "-dark.png"))
          .toList();

  @TempDir Path folder;

  private Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It ends before what the other compiler makes would pay.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName()),
                    Stream.of(arguments))
                .toList());
    builder.directory(folder.toFile());
    builder.environment().remove("DISPLAY");
    return builder.redirectErrorStream(true).start();
  }

  /** The words of the program; newer JVMs add warnings of their own about JavaFX's native code. */
  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("WARNING: ") && !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void withoutADisplayItSaysSoInOneSentenceAndRendersEveryScreen() throws Exception {
    Process process = start();
    assertThat(output(process).strip())
        .startsWith("No display was found")
        .doesNotContain("Exception")
        .hasLineCount(1);
    assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    for (String picture : PICTURES) {
      assertThat(folder.resolve("target/tour").resolve(picture)).isNotEmptyFile();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "a file");
    Process process = start("render", "--out", file.resolve("below").toString());
    assertThat(output(process).strip())
        .isEqualTo(
            "Pictures cannot be written to %s/below: %s is a file and not a folder."
                .formatted(file, file));
    assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  @Test
  void withoutADisplayAFileIsNotOpenedAndNothingIsDrawn() throws Exception {
    Path names = Files.writeString(folder.resolve("names.txt"), "anna\n");
    Process process = start(names.toString());
    assertThat(output(process).strip())
        .isEqualTo("No display was found (DISPLAY is not set), so " + names + " cannot be opened.");
    assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(folder.resolve("target")).doesNotExist();
  }
}
