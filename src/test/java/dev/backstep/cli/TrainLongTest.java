package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.SessionFile;
import dev.backstep.training.history.SavedRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class TrainLongTest {
  private static final int UPDATES = 1_000_000;

  @TempDir private Path folder;

  @Test
  void aMillionUpdatesAreTrainedAndSavedWithin256Megabytes() throws Exception {
    Path session = folder.resolve("run.backstep");
    Path table = folder.resolve("losses.csv");
    Process process =
        new ProcessBuilder(
                CommandCall.commandLine(
                    "-Xmx256m",
                    "train",
                    "--hidden",
                    16,
                    "--updates",
                    UPDATES,
                    "--save",
                    session,
                    "--csv",
                    table))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("trained 1000000 updates, ");
    SavedRun run = SessionFile.read(session).run();
    assertThat(run.here().updates()).isEqualTo(UPDATES);
    try (Stream<String> lines = Files.lines(table)) {
      assertThat(lines).hasSize(UPDATES + 1);
    }
  }
}
