package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.io.session.KeptRuns;
import dev.backstep.text.Dataset;
import dev.backstep.ui.shell.OneWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that gets SIGTERM, less than a minute after a run was begun. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EndBySignalTest {
  @TempDir private Path folder;

  private void trainAndTerminate(int updates) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName(),
                folder.toString(),
                String.valueOf(updates))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("trained");
      process.toHandle().destroy();
      assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    }
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private OneWindow window() {
    OneWindow window = new OneWindow();
    window.files.autosave().begin(new KeptRuns(folder));
    window.until(() -> window.files.autosave().hasBegun());
    return window;
  }

  @Test
  void theRunIsOfferedAsItWasAndNothingIsSaidToHaveGoneWrong() throws Exception {
    trainAndTerminate(25);
    try (OneWindow window = window()) {
      assertThat(window.files.autosave().offerProperty().get())
          .startsWith("Backstep was told to end while a run was not saved.")
          .contains("dinosaurs.txt as it was at update 25,")
          .doesNotContain("unexpected");
      window.files.autosave().accept();
      window.until(() -> window.updates() == 25);
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void whereNothingWasTrainedNothingIsLeft() throws Exception {
    trainAndTerminate(0);
    assertThat(kept()).isEmpty();
  }

  /** The program. */
  static final class Probe {
    private Probe() {}

    /**
     * @param arguments the folder for runs, and how many updates to train
     */
    public static void main(String[] arguments) {
      OneWindow window = new OneWindow();
      window.files.autosave().begin(new KeptRuns(Path.of(arguments[0])));
      window.until(() -> window.files.autosave().hasBegun());
      window.main.open(Dataset.DINOSAURS);
      window.until(() -> window.main.step().traceProperty().get() != null);
      long updates = Long.parseLong(arguments[1]);
      if (updates > 0) {
        window.trainTo(updates);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(window.files::endAsTold));
      System.out.println("trained");
      while (true) {
        LockSupport.park();
      }
    }
  }
}
