package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.UnattendedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final long MINUTE = CheckpointFile.BETWEEN_NANOS;
  private static final long BEGUN = 12;

  @TempDir private Path folder;
  private Path wanted;
  private Path elsewhere;
  private UnattendedRun run;

  @BeforeEach
  void begin() throws Exception {
    wanted = Files.createDirectory(folder.resolve("runs")).resolve("the run.backstep");
    elsewhere = folder.resolve("kept");
    byte[] names = "anna\notto\nhanna\nlotte\n".getBytes(StandardCharsets.UTF_8);
    Corpus corpus = CorpusReader.read("names", names, new TextMode.Lines());
    run = new UnattendedRun(corpus, RunSettings.defaults().withHidden(3));
  }

  private CheckpointFile checkpoint() throws IOException {
    Session.View view = RunFiles.USUAL_VIEW;
    return CheckpointFile.beside(
        wanted, view, Optional.of(new KeptRuns(elsewhere)), run.saved(), BEGUN);
  }

  private List<Path> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.sorted().toList();
    }
  }

  private static long updates(Path session) throws Exception {
    return SessionFile.read(session).run().here().updates();
  }

  @Test
  void itIsThereFromTheBeginningAndWrittenOnceAMinute() throws Exception {
    CheckpointFile checkpoint = checkpoint();
    assertThat(updates(checkpoint.file())).isZero();
    run.update();
    assertThat(checkpoint.keepIfDue(run, BEGUN + MINUTE - 1)).isEmpty();
    assertThat(updates(checkpoint.file())).isZero();
    assertThat(checkpoint.keepIfDue(run, BEGUN + MINUTE))
        .contains("Update 1 is kept in " + checkpoint.file() + ", and one every minute.");
    assertThat(updates(checkpoint.file())).isOne();
    run.update();
    assertThat(checkpoint.keepIfDue(run, BEGUN + 2 * MINUTE - 1)).isEmpty();
    assertThat(updates(checkpoint.file())).isOne();
    assertThat(checkpoint.keepIfDue(run, BEGUN + 2 * MINUTE)).as("said once").isEmpty();
    assertThat(updates(checkpoint.file())).isEqualTo(2);
    checkpoint.discard();
    assertThat(files(wanted.getParent())).isEmpty();
  }

  @Test
  void twoOfOneFileAreTwoAndNeitherTouchesTheFile() throws Exception {
    Files.writeString(wanted, "the user's");
    CheckpointFile one = checkpoint();
    CheckpointFile other = checkpoint();
    assertThat(files(wanted.getParent())).contains(wanted, one.file(), other.file()).hasSize(3);
    assertThat(one.file().getFileName().toString()).matches("the run-checkpoint-\\d+\\.backstep");
    one.discard();
    assertThat(files(wanted.getParent())).containsExactlyInAnyOrder(wanted, other.file());
    assertThat(wanted).hasContent("the user's");
  }

  @Test
  void aNameThatFillsAllBytesThereAreLeavesRoomForIt() throws Exception {
    wanted = wanted.resolveSibling("ä".repeat(127) + "x");
    assertThat(checkpoint().file()).exists();
    wanted = wanted.resolveSibling("😀".repeat(63));
    assertThat(checkpoint().file()).exists();
  }

  @Test
  void whereNothingCanBeWrittenItIsNotBegun() {
    wanted = folder.resolve("nowhere").resolve("run");
    assertThatThrownBy(this::checkpoint).isInstanceOf(IOException.class);
  }

  @Test
  void aRunThatCouldNotBeSavedIsInItAndItSaysSo() throws Exception {
    CheckpointFile checkpoint = checkpoint();
    run.update();
    assertThat(checkpoint.keepAtLast(run.saved()))
        .isEqualTo(
            "The run is kept in "
                + checkpoint.file()
                + "; “backstep train --resume” goes on with it.");
    assertThat(updates(checkpoint.file())).isOne();
  }

  @Test
  void whereItsFolderIsGoneTheRunIsKeptAmongThoseThatWindowsKeep() throws Exception {
    CheckpointFile checkpoint = checkpoint();
    checkpoint.discard();
    Files.delete(wanted.getParent());
    run.update();
    assertThat(checkpoint.keepIfDue(run, BEGUN + MINUTE).orElseThrow())
        .startsWith("Update 1 could not be kept in " + checkpoint.file() + ": ")
        .doesNotContain("null");
    String said = checkpoint.keepAtLast(run.saved());
    Path kept = new KeptRuns(elsewhere).left().get(0).file();
    assertThat(said).startsWith("The run is kept in " + kept + ";");
    assertThat(updates(kept)).isOne();
  }

  @Test
  void whereItCanBeKeptNowhereThatIsSaid() throws Exception {
    CheckpointFile checkpoint = checkpoint();
    checkpoint.discard();
    Files.delete(wanted.getParent());
    Files.writeString(elsewhere, "no folder");
    assertThat(checkpoint.keepAtLast(run.saved()))
        .isEqualTo("The run could not be kept anywhere else.");
    assertThat(Optional.of(checkpoint.file())).get().matches(Files::notExists);
  }
}
