package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.backstep.Deadline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process of its own that is told to end. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedTest {
  private static final Pattern STOPPED =
      Pattern.compile("Stopped after (\\d+) updates?; saved in (.*) and (.*)\\.");

  private static final Pattern KEPT =
      Pattern.compile("The run is kept in (.*); “backstep train --resume” goes on with it\\.");

  private static final int CTRL_C = 3;

  /** The number of the signal. */
  private static final int INTERRUPT = 2;

  @TempDir private Path folder;

  private static Process start(Object... arguments) throws IOException {
    return new ProcessBuilder(CommandCall.commandLine("-Xmx256m", arguments)).start();
  }

  /** Tells it to end, again and again until it has. */
  private static void endImpatiently(Process process, String signal) throws Exception {
    while (process.isAlive()) {
      tell(process, signal);
    }
  }

  private static void tell(Process process, String signal) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  /** Passes over what a shell started in the background, which does not hear Ctrl-C. */
  private static void assumeIsHeard(int signal) throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    assumeThat(Long.parseUnsignedLong(ignored, 16) >> (signal - 1) & 1).isZero();
  }

  @ParameterizedTest
  @CsvSource({"INT, 2, 130", "TERM, 15, 143"})
  void whatWasTrainedIsSavedAsIfNoMoreHadBeenAskedFor(String signal, int number, int code)
      throws Exception {
    assumeIsHeard(number);
    Path session = folder.resolve("the run.backstep");
    Path table = folder.resolve("the losses.csv");
    Process process =
        start("train", "--hidden", 5, "--updates", 10_000_000, "--save", session, "--csv", table);
    try (BufferedReader err = process.errorReader()) {
      assertThat(err.readLine())
          .isEqualTo("Training 10000000 updates; Ctrl-C saves what there is.");
      endImpatiently(process, signal);
      Matcher stopped = STOPPED.matcher(err.readLine());
      assertThat(stopped.matches()).isTrue();
      assertThat(err.readLine()).isNull();
      assertThat(process.waitFor()).isEqualTo(code);
      assertThat(stopped.group(2)).isEqualTo(session.toString());
      assertThat(stopped.group(3)).isEqualTo(table.toString());
      assertIsWhatIsTrainedFor(stopped.group(1), session, table);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatCannotBeSavedInTheEndIsInTheCheckpointAndGoesOnFromThere() throws Exception {
    assumeIsHeard(15);
    Path session = folder.resolve("the run.backstep");
    Process process = start("train", "--hidden", 5, "--updates", 10_000_000, "--save", session);
    try (BufferedReader err = process.errorReader()) {
      assertThat(err.readLine()).startsWith("Training 10000000 updates; ");
      Files.createDirectories(session.resolve("in the way"));
      endImpatiently(process, "TERM");
      assertThat(err.readLine()).startsWith(session + " could not be written: ");
      Matcher kept = KEPT.matcher(err.readLine());
      assertThat(kept.matches()).isTrue();
      assertThat(err.readLine()).matches("Stopped after \\d+ updates?; nothing was saved\\.");
      assertThat(process.waitFor()).isEqualTo(143);
      assertThat(Path.of(kept.group(1))).hasParent(folder);
      assertThat(CommandCall.of("train", "--resume", kept.group(1), "--updates", 1).out().get(0))
          .startsWith("trained 1 update, ");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void whatIsKilledLeavesACheckpointThatGoesOn() throws Exception {
    Path table = folder.resolve("losses.csv");
    Process process = start("train", "--hidden", 5, "--updates", 10_000_000, "--csv", table);
    try (BufferedReader err = process.errorReader()) {
      assertThat(err.readLine()).startsWith("Training 10000000 updates; ");
      process.destroyForcibly();
      process.waitFor();
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> left = files.toList();
        assertThat(left).hasSize(1);
        assertThat(left.get(0).getFileName().toString())
            .matches("losses\\.csv-checkpoint-\\d+\\.backstep");
        assertThat(CommandCall.of("train", "--resume", left.get(0), "--updates", 2).code())
            .isZero();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private void assertIsWhatIsTrainedFor(String updates, Path session, Path table)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(session, table);
    }
    Path other = folder.resolve("other.backstep");
    Path otherTable = folder.resolve("other.csv");
    assertThat(updates).isNotEqualTo("0");
    assertThat(
            CommandCall.of(
                    "train",
                    "--hidden",
                    5,
                    "--updates",
                    updates,
                    "--save",
                    other,
                    "--csv",
                    otherTable)
                .code())
        .isZero();
    assertThat(session).hasSameBinaryContentAs(other);
    assertThat(table).hasSameBinaryContentAs(otherTable);
  }

  /** Where Ctrl-C itself can be pressed: at a terminal that "script" makes. */
  private static Process startAtTerminal(String command) throws IOException {
    List<String> words = CommandCall.commandLine("-Xmx256m", (Object[]) command.split(" "));
    return new ProcessBuilder("script", "-qec", "'" + String.join("' '", words) + "'", "/dev/null")
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void aComparisonTellsOfThePairsThatAreDone() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).exists();
    assumeIsHeard(INTERRUPT);
    Path names = Files.writeString(folder.resolve("names.txt"), "anna\notto\nhanna\nlotte\n");
    Path table = folder.resolve("table.csv");
    String compare =
        "compare --data %s --a seed=1 --b seed=2 --hidden 2 --epochs 50 --seeds 1000 --out %s"
            .formatted(names, table);
    Process terminal = startAtTerminal(compare);
    try (Scanner shown = new Scanner(terminal.getInputStream(), StandardCharsets.UTF_8);
        OutputStream keys = terminal.getOutputStream()) {
      assertThat(shown.findWithinHorizon("[1-9]\\d* of 1000 pairs", 0)).isNotNull();
      keys.write(CTRL_C);
      keys.flush();
      assertThat(shown.findWithinHorizon("Stopped after (\\d+) of 1000 pairs\\.", 0)).isNotNull();
      long done = Long.parseLong(shown.match().group(1));
      assertThat(terminal.waitFor()).isEqualTo(130);
      assertThat(done).isBetween(1L, 999L);
      assertThat(pairs(table)).isEqualTo(done);
    } finally {
      terminal.destroyForcibly();
    }
  }

  @Test
  void whatIsNotSavedIsSaidWithHowFarItCame() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).exists();
    assumeIsHeard(INTERRUPT);
    Process terminal = startAtTerminal("train --hidden 5 --updates 10000000");
    try (Scanner shown = new Scanner(terminal.getInputStream(), StandardCharsets.UTF_8);
        OutputStream keys = terminal.getOutputStream()) {
      assertThat(shown.findWithinHorizon("[1-9]\\d* of 10000000 updates", 0)).isNotNull();
      keys.write(CTRL_C);
      keys.flush();
      assertThat(
              shown.findWithinHorizon(
                  "trained [1-9]\\d* updates?, \\d+ characters in [0-9.]+ s \\(\\d+"
                      + " characters/s\\), train [0-9.]+, held-out [0-9.]+ nats/char\\s+Stopped,"
                      + " and nothing was saved; with --save SESSION Ctrl-C saves what there is\\.",
                  0))
          .isNotNull();
      assertThat(terminal.waitFor()).isEqualTo(130);
    } finally {
      terminal.destroyForcibly();
    }
  }

  private static long pairs(Path table) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      return lines.filter(line -> line.matches("pair,.*,running_train_loss,.*")).count();
    }
  }
}
