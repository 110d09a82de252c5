package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.net.Lstm;
import dev.backstep.text.Dataset;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.shell.OneWindow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutosaveTest {
  @TempDir private Path folder;

  private OneWindow window() {
    OneWindow window = new OneWindow();
    window.files.autosave().begin(new KeptRuns(folder));
    window.until(() -> window.files.autosave().hasBegun());
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
    return window;
  }

  private List<Path> kept() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".backstep")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String offer(OneWindow window) {
    return window.files.autosave().offerProperty().get();
  }

  @Test
  void aRunIsKeptAMinuteAfterItWasFirstUnsavedAndNoLongerThanTheWindow() {
    try (OneWindow window = window()) {
      window.letPass(1000);
      window.trainTo(5);
      window.letPass(59);
      window.files.later(() -> () -> assertThat(kept()).isEmpty());
      window.trainTo(6);
      window.letPass(2);
      window.until(() -> kept().size() == 1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatDidNotChangeSinceIsNotWrittenAgain() throws IOException {
    try (OneWindow window = window()) {
      window.trainTo(5);
      window.letPass(61);
      window.until(() -> kept().size() == 1);
      window.until(() -> !window.files.autosave().isWriting());
      Files.delete(kept().get(0));
      window.letPass(61);
      assertThat(window.files.autosave().isWriting()).isFalse();
      window.trainTo(6);
      window.letPass(61);
      window.until(() -> kept().size() == 1);
    }
  }

  @Test
  void aRunOfANetWithGatesIsKeptWithBothItsStatesBitForBit() throws IOException {
    RunSettings carried =
        RunSettings.defaults()
            .withCell(Lstm.NET)
            .withHidden(9)
            .withHiddenState(new HiddenStatePolicy.Carried(true));
    Path copy = folder.resolve("copy").resolve("run.backstep");
    double[] losses;
    try (OneWindow window = window()) {
      window.session.changeSettings(List.of(carried));
      window.until(() -> window.main.step().net() == Lstm.NET);
      window.trainTo(5);
      window.letPass(61);
      window.until(() -> kept().size() == 1 && !window.files.autosave().isWriting());
      Files.createDirectory(copy.getParent());
      Files.copy(kept().get(0), copy);
      window.trainTo(12);
      losses = window.run.losses().since(0);
    }
    try (OneWindow other = new OneWindow()) {
      other.main.open(copy);
      other.until(() -> other.updates() == 5 && other.session.stateProperty().get() != null);
      assertThat(other.run.settingsProperty().get()).isEqualTo(carried);
      other.trainTo(12);
      assertThat(other.run.losses().since(0)).isEqualTo(losses);
    }
  }

  @Test
  void whatTheUserSavesIsKeptNoLonger() {
    try (OneWindow window = window()) {
      window.trainTo(5);
      window.letPass(61);
      window.until(() -> kept().size() == 1);
      Path file = folder.resolve("mine.backstep");
      window.files.save(file, () -> {});
      window.until(() -> kept().equals(List.of(file)));
    }
  }

  @Test
  void twoWindowsKeepTheirRunsApartAndNeitherOffersTheOther() {
    try (OneWindow one = window();
        OneWindow other = window()) {
      one.trainTo(3);
      other.trainTo(4);
      one.letPass(61);
      other.letPass(61);
      one.until(() -> kept().size() == 2);
      try (OneWindow third = window()) {
        assertThat(offer(third)).isEmpty();
      }
    }
  }

  @Test
  void theNextStartAfterAKillOffersTheRunAndOpensItBitForBit() throws Exception {
    killAfterAutosave();
    double[] losses;
    try (OneWindow window = window()) {
      assertThat(offer(window)).contains("dinosaurs.txt", "at update 40");
      assertThat(window.updates()).isZero();
      window.files.autosave().accept();
      window.until(() -> window.updates() == 40);
      assertThat(offer(window)).isEmpty();
      assertThat(window.files.unsavedProperty().get()).isTrue();
      window.trainTo(60);
      losses = window.run.losses().since(0);
    }
    try (OneWindow fresh = window()) {
      assertThat(offer(fresh)).isEmpty();
      fresh.trainTo(60);
      assertThat(fresh.run.losses().since(0)).isEqualTo(losses);
    }
  }

  @Test
  void whatIsDeclinedIsDeletedAndWhatIsNotAnsweredIsOfferedAgain() throws Exception {
    killAfterAutosave();
    try (OneWindow window = window()) {
      assertThat(offer(window)).isNotEmpty();
    }
    try (OneWindow window = window()) {
      assertThat(offer(window)).isNotEmpty();
      window.files.autosave().decline();
      assertThat(offer(window)).isEmpty();
      window.until(() -> kept().isEmpty());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void earlierRunsAreOnTheDiskAsLongAsTheWindowAndOnceEach() {
    try (OneWindow window = window()) {
      EarlierRuns earlier = window.files.earlier();
      window.trainTo(7);
      window.letPass(61);
      window.until(() -> kept().size() == 1);
      window.session.reset();
      window.until(() -> earlier.before().size() == 1 && earlier.before().get(0).file() != null);
      assertThat(kept()).containsExactly(earlier.before().get(0).file());
      window.trainTo(3);
      earlier.undo();
      window.until(() -> window.updates() == 7);
      window.until(() -> earlier.after().get(0).file() != null && kept().size() == 2);
      window.session.reset();
      window.until(() -> window.updates() == 0);
      earlier.undo();
      window.until(() -> window.updates() == 7);
      assertThat(earlier.after().get(0).made()).as("nothing was trained in it").isZero();
      window.files.later(() -> () -> assertThat(earlier.after().get(0).file()).isNull());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void earlierRunsOutliveAKillWhateverIsAnswered(boolean isAccepted) throws Exception {
    killAfterAutosave("9", "4");
    try (OneWindow window = window()) {
      EarlierRuns earlier = window.files.earlier();
      window.trainTo(2);
      window.session.reset();
      window.until(() -> earlier.before().size() == 1);
      if (isAccepted) {
        window.files.autosave().accept();
        window.until(() -> window.updates() == 40);
      } else {
        window.files.autosave().decline();
      }
      assertThat(earlier.before().stream().map(earlier::name))
          .containsExactly(
              "“dinosaurs.txt” at update 9",
              "“dinosaurs.txt” at update 4",
              "“dinosaurs.txt” at update 2");
      for (int updates : new int[] {2, 4, 9}) {
        earlier.undo();
        window.until(() -> window.updates() == updates);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Another program trains 40 updates, keeps them, says so, and is killed. */
  private void killAfterAutosave(String... earlier) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AutosaveProbe.class.getName(),
                folder.toString()));
    command.addAll(List.of(earlier));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("kept");
    }
    process.destroyForcibly();
    assertThat(process.waitFor()).isNotZero();
    assertThat(kept()).hasSize(1 + earlier.length);
  }
}
