package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.Snapshot;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.train.TrainScreen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training without the window is that of the window, and goes on there. */
class TrainedSessionTest {
  /** More than two epochs, for there to be held-out losses and another order. */
  private static final int UPDATES = 1500;

  private static final int MORE = 300;

  @TempDir private Path folder;

  private Path trained(int updates) {
    Path file = folder.resolve("trained for " + updates);
    assertThat(CommandCall.of("train", "--hidden", 5, "--updates", updates, "--save", file).code())
        .isZero();
    return file;
  }

  private byte[] saved(TrainingSession window) throws Exception {
    CompletableFuture<SavedRun> run = new CompletableFuture<>();
    window.capture(run::complete);
    Path file = folder.resolve("of the window");
    SessionFile.write(
        file, new Session(run.get(), new Session.View(TrainScreen.ID.name(), -1, "", 0)));
    return Files.readAllBytes(file);
  }

  private static void update(TrainingSession window, int times) {
    for (int i = 0; i < times; i++) {
      window.update();
    }
  }

  @Test
  void theFileIsByteForByteTheOneThatTheWindowSaves() throws Exception {
    try (TrainingSession window = new TrainingSession("window")) {
      window.open(
          () -> Dataset.DINOSAURS.load(new TextMode.Lines()),
          List.of(RunSettings.defaults().withHidden(5)));
      update(window, UPDATES);
      assertThat(trained(UPDATES)).hasBinaryContent(saved(window));
    }
  }

  @Test
  void theWindowGoesOnAsIfItHadBeenTrainedInOneGo() throws Exception {
    Path part = trained(UPDATES);
    try (TrainingSession window = new TrainingSession("window")) {
      window.open(() -> SessionFile.read(part).run());
      update(window, MORE);
      assertThat(trained(UPDATES + MORE)).hasBinaryContent(saved(window));
    }
  }

  @Test
  void theSamplesAreThoseOfTheWindow() {
    Path file = trained(UPDATES);
    try (TrainingSession window = new TrainingSession("window")) {
      window.setSampling(new SamplingSettings(0.6, false, 12, 7));
      window.open(() -> SessionFile.read(file).run());
      Snapshot opened =
          Deadline.first(
              () -> {
                Snapshot news = window.take();
                return news == null || news.runs().isEmpty() ? null : news;
              });
      CommandCall call =
          CommandCall.of(
              "sample",
              "--session",
              file,
              "-n",
              10,
              "--temperature",
              0.6,
              "--max-length",
              12,
              "--seed",
              7);
      assertThat(call.code()).isZero();
      assertThat(call.out()).isEqualTo(opened.runs().get(0).samples()).hasSize(10);
    }
  }
}
