package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.TrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code backstep train --resume}: a run that was stopped goes on as if it had not been. */
class ResumeTest {
  private static final Session.View VIEW = new Session.View("STEP", 1, "", 2);

  @TempDir private Path folder;
  private Path names;

  @BeforeEach
  void writeNames() throws IOException {
    names = folder.resolve("names.txt");
    Files.writeString(names, "anna\notto\nhanna\nlotte\ntanno\nnolan\nalan\nthal\n");
  }

  private CommandCall train(Object... arguments) {
    return CommandCall.of(Stream.concat(Stream.of("train"), Stream.of(arguments)).toArray());
  }

  private CommandCall anew(String settings, int updates, Path session, Path losses) {
    Object[] arguments =
        Stream.concat(
                Stream.of("--data", names, "--hidden", 5, "--held-out", "0.25"),
                Stream.concat(
                    Stream.of(settings.split(" ")),
                    Stream.of("--updates", updates, "--save", session, "--csv", losses)))
            .toArray();
    return train(arguments);
  }

  /** The end of the line that tells of losses: speeds differ. */
  private static String losses(CommandCall call) {
    assertThat(call.code()).isZero();
    return call.out().get(0).replaceFirst(".* s \\(\\d+ characters/s\\), ", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--optimizer sgd --mode zero",
        "--optimizer adagrad --mode carried",
        "--optimizer rmsprop --mode carried:always",
        "--optimizer adam --mode fixed:7",
        "--optimizer adam --mode carried --fault no-reset",
        "--optimizer adam --mode carried:always --cell lstm",
        "--optimizer rmsprop --mode fixed:7 --cell gru --gate-bias 1.5",
        "--optimizer adagrad --mode carried --cell gru-reset-before"
      })
  void theFilesAreByteForByteThoseOfARunThatWasNeverStopped(String settings) {
    Path whole = folder.resolve("whole.backstep");
    Path stopped = folder.resolve("stopped.backstep");
    Path table = folder.resolve("whole.csv");
    Path goneOn = folder.resolve("gone on.csv");
    CommandCall expected = anew(settings, 100, whole, table);
    assertThat(anew(settings, 37, stopped, goneOn).code()).as("within an epoch").isZero();
    CommandCall call =
        train("--resume", stopped, "--updates", 63, "--save", stopped, "--csv", goneOn);
    assertThat(losses(call)).isEqualTo(losses(expected));
    assertThat(call.out().get(0)).startsWith("trained 63 updates, ");
    assertThat(call.err()).containsExactly("Going on after 37 updates with 63 updates.");
    assertThat(stopped).hasSameBinaryContentAs(whole);
    assertThat(goneOn).hasSameBinaryContentAs(table);
  }

  private Path stopped() {
    Path session = folder.resolve("run.backstep");
    assertThat(anew("--optimizer sgd", 8, session, folder.resolve("run.csv")).code()).isZero();
    return session;
  }

  @Test
  void epochsAreThoseThatItGoesOnFor() throws Exception {
    Path session = stopped();
    Path other = folder.resolve("other.backstep");
    assertThat(train("--resume", session, "--epochs", 5, "--save", other).code()).isZero();
    assertThat(SessionFile.read(other).run().here().updates()).isEqualTo(8 + 5 * 6);
    assertThat(SessionFile.read(session).run().here().updates()).as("not changed").isEqualTo(8);
  }

  @Test
  void withNoUpdatesTheTableIsWrittenOnceMore() {
    Path table = folder.resolve("again.csv");
    assertThat(train("--resume", stopped(), "--updates", 0, "--csv", table).code()).isZero();
    assertThat(table).hasSameBinaryContentAs(folder.resolve("run.csv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lr 0.1 | --lr cannot be given with --resume: the run goes on with the text and the"
            + " settings that it has.",
        "--data dinosaurs | --data cannot be given with --resume: the run goes on with the text and"
            + " the settings that it has.",
        "--window 3 | --window cannot be given with --resume: the run goes on with the text and the"
            + " settings that it has.",
        "--csv SESSION | --csv is SESSION, which is the run to go on with; it must be another"
            + " file.",
        "--updates 10000000 | The number of updates is 10000000; it must be 0 to 9999992.",
        "--updates 2 --epochs 2 | Only one of --epochs and --updates can be given, and only once.",
        "--resume SESSION | --resume is given more than once; it can be given once."
      })
  void whatCannotStandBesideItIsRefusedInASentence(String arguments, String message) {
    Path session = stopped();
    Object[] typed =
        Stream.concat(
                Stream.of("--resume", session),
                Stream.of(arguments.replace("SESSION", session.toString()).split(" ")))
            .toArray();
    CommandCall call = train(typed);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .containsExactly(
            message.replace("SESSION", session.toString()), "See: backstep train --help");
  }

  @Test
  void whatIsNoSessionIsRefusedWithItsName() {
    CommandCall call = train("--resume", names, "--epochs", 1);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).isEqualTo(names + ": this is not a session that Backstep saved.");
  }

  @Test
  void aRunThatDivergedSaysSoAgain() {
    Path session = folder.resolve("run.backstep");
    CommandCall first =
        anew("--optimizer sgd --lr 1000 --clip none", 99, session, folder.resolve("run.csv"));
    CommandCall call = train("--resume", session, "--updates", 5);
    assertThat(first.code()).isEqualTo(1);
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).last().isEqualTo(first.err().get(first.err().size() - 1));
  }

  /** A run that went back in the window and took another way from there. */
  private Path branched(TrainingSession window) throws Exception {
    RunSettings settings = RunSettings.defaults().withHidden(5).withHeldOutShare(0.25);
    window.open(() -> CorpusReader.read(names, new TextMode.Lines()), List.of(settings));
    update(window, 20);
    window.goTo(9);
    window.change(each -> each.withLearningRate(0.05));
    update(window, 4);
    return save(window, "branched.backstep");
  }

  private static void update(TrainingSession window, int times) {
    for (int i = 0; i < times; i++) {
      window.update();
    }
  }

  private Path save(TrainingSession window, String name) throws Exception {
    CompletableFuture<SavedRun> run = new CompletableFuture<>();
    window.capture(run::complete);
    Path file = folder.resolve(name);
    SessionFile.write(file, new Session(run.get(Deadline.SECONDS, TimeUnit.SECONDS), VIEW));
    return file;
  }

  @Test
  void aRunOfTheWindowGoesOnOnItsBranchAsItWouldThereAndIsLookedAtAsBefore() throws Exception {
    try (TrainingSession window = new TrainingSession("window")) {
      Path session = branched(window);
      Path table = folder.resolve("path.csv");
      assertThat(
              train("--resume", session, "--updates", 7, "--save", session, "--csv", table).code())
          .isZero();
      update(window, 7);
      assertThat(session).hasSameBinaryContentAs(save(window, "of the window.backstep"));
      assertThatTableIsThatOfThePath(table, SessionFile.read(session).run());
    }
  }

  private static void assertThatTableIsThatOfThePath(Path table, SavedRun run) throws IOException {
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).hasSize(1 + 20);
    for (int update = 1; update <= 20; update++) {
      int branch = update <= 9 ? 0 : 1;
      double loss =
          run.branches().get(branch).summary().losses().get(update <= 9 ? update - 1 : update - 10);
      assertThat(lines.get(update))
          .startsWith(update + "," + ((update - 1) / 6 + 1) + "," + loss + ",");
      assertThat(lines.get(update).endsWith(",,")).as("held out").isEqualTo(update % 6 != 0);
    }
  }
}
