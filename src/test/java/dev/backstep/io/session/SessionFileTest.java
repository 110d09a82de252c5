package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.backstep.Deadline;
import dev.backstep.fuzz.MadeSession;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.SessionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFileTest {
  private static final String TOO_DEEP_OR_TOO_LONG =
      "the session is damaged: its description is nested deeper than 32 levels, or has a number of"
          + " more than 64 digits";

  @TempDir Path folder;

  private Path saved() throws IOException {
    Path file = folder.resolve("run.backstep");
    SessionFile.write(file, SavedRuns.session());
    return file;
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> SessionFile.read(file))
        .isInstanceOf(SessionException.class)
        .hasMessage(file + ": " + reason + ".");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("names.backstep"), "triceratops\n");
    assertRefused(file, "this is not a session that Backstep saved");
    assertRefused(Files.write(file, new byte[0]), "this is not a session that Backstep saved");
  }

  @Test
  void aRunOfBatchesIsReadAgain() throws IOException, SessionException {
    RunSettings settings =
        Runs.settings(3, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true))
            .withBatch(new BatchSettings(4, BatchSettings.Order.BY_LENGTH))
            .withPadding(PaddingSettings.USUAL.with(PaddingSettings.Mask.LOSS_ONLY));
    RunHistory history = new RunHistory(SavedRuns.data(), settings, 400_000, Long.MAX_VALUE);
    while (history.trainer().epoch() < 2 || history.trainer().placeInEpoch() < 2) {
      history.update();
    }
    Path file = folder.resolve("batches.backstep");
    SessionFile.write(file, new Session(history.saved(), SavedRuns.session().view()));
    RunHistory read = new RunHistory(SessionFile.read(file).run(), 400_000, Long.MAX_VALUE);
    assertThat(read.trainer().settings()).isEqualTo(settings);
    for (int i = 0; i < 5; i++) {
      history.update();
      read.update();
    }
    assertThat(read.trainer().lossPerCharacter()).isEqualTo(history.trainer().lossPerCharacter());
    assertThat(read.trainer().nextStates()).containsExactly(history.trainer().nextStates());
  }

  @Test
  void aNewerVersionSaysSo() throws IOException {
    Path file = saved();
    byte[] content = Files.readAllBytes(file);
    content[8] = 3;
    Files.write(file, content);
    assertRefused(
        file, "a newer Backstep saved this session (format 3); this one reads up to format 1");
    content[8] = 0;
    Files.write(file, content);
    assertRefused(file, "the session is damaged: its format is 0, and there are 1 to 1");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
    Path file = saved();
    byte[] content = Files.readAllBytes(file);
    for (int length = 0; length < content.length; length += 1 + content.length / 300) {
      Files.write(file, Arrays.copyOf(content, length));
      assertThatThrownBy(() -> SessionFile.read(file)).isInstanceOf(SessionException.class);
    }
    Files.write(file, Arrays.copyOf(content, content.length - 1));
    assertRefused(file, "the session is damaged: the file is cut off in section NUMB");
    Files.write(file, Arrays.copyOf(content, content.length + 3));
    assertRefused(file, "the session is damaged: 3 bytes follow that do not belong there");
  }

  @Test
  void aLengthThatTheFileDoesNotHaveIsNotBelieved() throws IOException {
    Path file = saved();
    byte[] content = Files.readAllBytes(file);
    content[12 + 4 + 3] = 1;
    Files.write(file, content);
    assertRefused(file, "the session is damaged: the file is cut off in section JSON");
  }

  @Test
  void whatCannotBeReadIsRefusedInTheWordsOfTheUser() throws IOException {
    assertRefused(folder.resolve("missing.backstep"), "there is no such file");
    assertThatThrownBy(() -> SessionFile.read(folder))
        .isInstanceOf(SessionException.class)
        .hasMessage(folder + ": this is a folder and not a file.");
  }

  @Test
  void aDescriptionThatIsNullIsRefusedInASentence() {
    assertRefused(
        Path.of("src/test/resources/broken/session-json-null.backstep"),
        "the session is damaged: its description is null");
  }

  @Test
  void aDescriptionThatIsNestedTooDeepIsRefusedInASentence() {
    assertRefused(
        Path.of("src/test/resources/broken/session-json-deep.backstep"), TOO_DEEP_OR_TOO_LONG);
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedInASentence() throws IOException {
    assertRefused(
        withDescription("{\"seed\":1" + "0".repeat(1_000_000) + "}"), TOO_DEEP_OR_TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"seed\":null}", "0", "{\"text\":[null]}"})
  void aDescriptionOfSomethingElseIsRefusedInASentence(String json) throws IOException {
    assertThatThrownBy(() -> SessionFile.read(withDescription(json)))
        .isInstanceOf(SessionException.class)
        .message()
        .contains(": the session is damaged: ")
        .doesNotContain("byte -1", "byte −1", "(null)");
  }

  /** A session whose sections are whole, with another description. */
  private Path withDescription(String json) throws IOException {
    MadeSession session = MadeSession.of(Files.readAllBytes(saved()));
    byte[] changed = session.with(0, json.getBytes(StandardCharsets.UTF_8)).bytes();
    return Files.write(folder.resolve("changed.backstep"), changed);
  }

  @Test
  void theTitleIsToldWithoutReadingTheNumbers() throws Exception {
    Path file = saved();
    byte[] content = Files.readAllBytes(file);
    content[content.length - 100] ^= 1;
    Files.write(file, content);
    assertThat(SessionFile.title(file)).isEqualTo(new SessionFile.Title("test.txt", 301));
    assertRefused(file, "the session is damaged: the checksum of section NUMB is wrong");
  }

  @Test
  void aSessionIsKnownByItsFirstBytesOrItsName() throws IOException {
    Path file = saved();
    Path renamed = Files.copy(file, folder.resolve("names.txt"));
    assertThat(SessionFile.isOne(file)).isTrue();
    assertThat(SessionFile.isOne(renamed)).isTrue();
    assertThat(SessionFile.isOne(Files.writeString(renamed, "abc"))).isFalse();
    assertThat(SessionFile.isOne(folder.resolve("missing.backstep"))).isTrue();
    assertThat(SessionFile.isOne(folder.resolve("missing.txt"))).isFalse();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsNotWaitedForToTellWhetherItIsASession() throws Exception {
    Path pipe = folder.resolve("names");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertTimeoutPreemptively(
        Duration.ofSeconds(Deadline.SECONDS), () -> assertThat(SessionFile.isOne(pipe)).isFalse());
  }
}
