package dev.backstep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.cli.BackstepCommand;
import dev.backstep.cli.CommandCall;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss of what is printed. */
class OutputLostTest {
  /** A stream that takes so many bytes and then no more. */
  private static final class Full extends OutputStream {
    private final String reason;
    private int room;

    Full(int room, String reason) {
      this.room = room;
      this.reason = reason;
    }

    @Override
    public void write(int one) throws IOException {
      if (room-- <= 0) {
        throw new IOException(reason);
      }
    }
  }

  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Path names;

  @BeforeEach
  void writeNames() throws IOException {
    names = Files.writeString(folder.resolve("names.txt"), "anna\notto\nhanna\nlotte\n");
  }

  private int run(int room, String reason, boolean isPiped, List<String> arguments) {
    OutputStream stream = new StandardOutput(new Full(room, reason), isPiped);
    return BackstepCommand.run(
        CommandCall.NO_DESKTOP,
        new PrintWriter(new ConsoleWriter(stream, StandardCharsets.UTF_8), true),
        new PrintWriter(err, true),
        arguments.toArray(String[]::new));
  }

  private Path session() {
    Path session = folder.resolve("run.backstep");
    assertThat(
            CommandCall.of(
                    "train", "--data", names, "--hidden", 2, "--updates", 2, "--save", session)
                .code())
        .isZero();
    return session;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "check --help",
        "check --json nowhere.npz",
        "train --data NAMES --hidden 2 --updates 2",
        "compare --data NAMES --a mode=zero --b mode=carried --hidden 2 --epochs 1 --seeds 1",
        "sample --session SESSION -n 3"
      })
  void itIsAnErrorOfEveryCommand(String command) {
    List<String> arguments =
        Stream.of(command.replace("SESSION", "%").split(" "))
            .map(each -> each.equals("NAMES") ? names.toString() : each)
            .map(each -> each.equals("%") ? session().toString() : each)
            .toList();
    assertThat(run(0, "No space left on device", false, arguments)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("The output could not be written: No space left on device.");
  }

  @Test
  void aClosedPipeEndsAtOnceAndQuietly() {
    List<String> sample = List.of("sample", "--session", session().toString(), "-n", "1000000");
    assertThat(run(100, "Broken pipe", false, sample)).isEqualTo(141);
    assertThat(run(100, "Datenübergabe unterbrochen", true, sample)).isEqualTo(141);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aReasonThatIsNotKnownIsNoWordOfJava() {
    assertThat(run(0, null, false, List.of("--version"))).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("The output could not be written: the system does not say why.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void theProgramItselfEndsSo() throws Exception {
    String program =
        "'"
            + String.join("' '", CommandCall.commandLine("-Xmx256m", "sample", "--session"))
            + "' '"
            + session()
            + "'";
    String script =
        program
            + " > /dev/full; echo $?; { "
            + program
            + " -n 1000000; echo $? > code; } | head -n 1 | wc -l; cat code";
    Process shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (Stream<String> said = shell.inputReader().lines()) {
      assertThat(said.filter(line -> !line.startsWith("WARNING: ")))
          .containsExactly(
              "The output could not be written: No space left on device.", "1", "1", "141");
    } finally {
      shell.destroyForcibly();
    }
  }
}
