package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.step.LongTraceProbe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each in a JVM of its own with so much heap and no more. */
@Tag("long")
class MemoryLongTest {
  private static final List<String> WITHOUT_A_DISPLAY =
      List.of(
          "-Dglass.platform=Monocle",
          "-Dmonocle.platform=Headless",
          "-Dheadless.geometry=1600x1000-32",
          "-Dprism.order=sw",
          "-Djava.awt.headless=true");

  /** Six quantities with a number for each hidden unit in each timestep. */
  private static final long WRITTEN = 6L * 2000 * 512 * Double.BYTES;

  @TempDir private Path folder;

  private String run(Class<?> program, String heap, String collector) throws Exception {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            collector,
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.prefs.userRoot=" + folder,
            "-cp",
            System.getProperty("java.class.path"));
    List<String> command =
        Stream.of(java, WITHOUT_A_DISPLAY, List.of(program.getName(), folder.toString()))
            .flatMap(List::stream)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void everythingIsDoneWith128HiddenUnitsIn256Megabytes() throws Exception {
    assertThat(run(EverythingProbe.class, "256m", "-XX:+UseG1GC")).contains("everything was done");
    assertThat(folder.resolve("run.backstep")).isNotEmptyFile();
    assertThat(folder.resolve("step.npz")).isNotEmptyFile();
  }

  /** With the program itself, and the sums that are kept for steps back, in 80 megabytes. */
  @Test
  void aTraceOf2000TimestepsAnd512HiddenUnitsTakes64MegabytesAtMost() throws Exception {
    String output = run(LongTraceProbe.class, "80m", "-XX:+UseSerialGC");
    Matcher kept = Pattern.compile("kept bytes: (\\d+)").matcher(output);
    assertThat(kept.find()).as(output).isTrue();
    assertThat(Long.parseLong(kept.group(1))).isBetween(WRITTEN, 64L << 20);
    assertThat(output).contains("2000 timesteps were stepped through");
  }
}
