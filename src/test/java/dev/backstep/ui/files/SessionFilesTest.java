package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.train.TrainScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {
  private final OneWindow window = new OneWindow();
  private final SessionFiles files = window.files;
  @TempDir private Path folder;

  @BeforeEach
  void openWords() throws IOException {
    window.main.open(
        Files.writeString(folder.resolve("words.txt"), "abc\nbcda\ncdeab\nace\nbed\n"));
    window.until(() -> window.main.step().traceProperty().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Path save(String name) {
    Path file = folder.resolve(name);
    boolean[] isDone = {false};
    files.save(file, () -> isDone[0] = true);
    window.until(() -> isDone[0]);
    return file;
  }

  private String notice() {
    return window.session.noticeProperty().get().text();
  }

  @Test
  void theTitleSaysWhatIsOpenAndWhetherItIsSaved() {
    assertThat(files.titleProperty().get()).isEqualTo("words.txt – Backstep");
    assertThat(files.unsavedProperty().get()).isFalse();
    window.trainTo(3);
    assertThat(files.titleProperty().get()).isEqualTo("• words.txt – Backstep");
    Path file = save("mine.backstep");
    assertThat(files.titleProperty().get()).isEqualTo("mine – Backstep");
    assertThat(files.file()).isEqualTo(file);
    assertThat(notice()).isEqualTo("Saved as " + file);
    window.trainTo(4);
    assertThat(files.titleProperty().get()).isEqualTo("• mine – Backstep");
  }

  @Test
  void whatIsNotTrainedNeedsNoSavingButCanBe() {
    window.session.change(settings -> settings.withLearningRate(0.3));
    window.until(() -> window.run.settingsProperty().get().learningRate() == 0.3);
    assertThat(files.unsavedProperty().get()).isFalse();
    Path file = save("fresh.backstep");
    window.main.open(Dataset.RECALL);
    window.until(() -> files.file() == null);
    window.main.open(file);
    window.until(() -> file.equals(files.file()));
    assertThat(window.run.settingsProperty().get().learningRate()).isEqualTo(0.3);
    assertThat(files.name()).isEqualTo("fresh");
    assertThat(window.session.stateProperty().get()).isEqualTo(TrainingState.READY);
  }

  @Test
  void anotherWindowOpensItWithItsCurveItsBranchesAndWhatWasLookedAt() {
    window.trainTo(30);
    window.main.goingBack().goTo(12);
    window.until(() -> window.updates() == 12);
    window.session.change(
        settings -> settings.withHiddenState(new HiddenStatePolicy.Carried(true)));
    window.trainTo(17);
    window.main.sequence().type("badbed");
    window.main.screenProperty().set(TrainScreen.ID);
    window.until(() -> window.main.step().traceProperty().get().length() == 6);
    window.main.step().goTo(9);
    Path file = save("branched.backstep");
    try (OneWindow other = new OneWindow()) {
      other.main.open(file);
      other.until(() -> other.main.step().placeProperty().get() == 9);
      assertThat(other.main.step().traceProperty().get().length()).isEqualTo(6);
      assertThat(other.main.sequence().chosenProperty().get().text()).isEqualTo("badbed");
      assertThat(other.main.screenProperty().get()).isEqualTo(TrainScreen.ID);
      assertThat(other.run.losses().since(0)).isEqualTo(window.run.losses().since(0)).hasSize(17);
      assertThat(other.run.branches().all()).hasSize(2);
      assertThat(other.files.unsavedProperty().get()).isFalse();
      assertThat(other.main.settings().stateProperty().get()).isEqualTo(StateChoice.CARRIED);
      window.trainTo(40);
      other.trainTo(40);
      assertThat(other.run.losses().since(0)).isEqualTo(window.run.losses().since(0)).hasSize(40);
    }
  }

  @Test
  void theTextOfASessionCanBeReadInWindowsEvenWhenItsFileIsGone() throws IOException {
    Path file = save("words.backstep");
    Files.delete(folder.resolve("words.txt"));
    TrainingData before = window.session.dataProperty().get();
    window.main.open(file);
    window.until(() -> window.session.dataProperty().get() != before);
    window.main.changeTextMode(new TextMode.Windows(4));
    window.until(
        () -> window.session.dataProperty().get().corpus().mode() instanceof TextMode.Windows);
    assertThat(window.session.dataProperty().get().corpus().name()).isEqualTo("words.txt");
    assertThat(files.file()).isNull();
  }

  @Test
  void aFileThatIsNoneIsRefusedInASentenceAndWhatWasOpenStays() throws IOException {
    window.trainTo(5);
    Path file = save("good.backstep");
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.backstep"), content);
    window.main.open(damaged);
    window.until(() -> window.session.noticeProperty().get().isRefusal());
    assertThat(notice()).startsWith(damaged + ": the session is damaged: ");
    assertThat(window.updates()).isEqualTo(5);
    assertThat(files.file()).isEqualTo(file);
    assertThat(window.session.busyProperty().get()).isFalse();
    window.trainTo(6);
  }

  @Test
  void whatASessionIsInDecidesAndNotHowItsFileIsCalled() throws IOException {
    window.trainTo(5);
    Path renamed = Files.move(save("run.backstep"), folder.resolve("run.txt"));
    window.main.open(renamed);
    window.until(() -> renamed.equals(files.file()));
    assertThat(window.updates()).isEqualTo(5);
  }

  @Test
  void whereItCannotBeSavedIsSaidAndItStaysUnsaved() {
    window.trainTo(2);
    files.save(folder.resolve("no/such/run.backstep"), () -> {});
    window.until(() -> window.session.noticeProperty().get() != null);
    assertThat(notice()).contains("could not be written", "no such folder");
    assertThat(files.unsavedProperty().get()).isTrue();
    assertThat(files.file()).isNull();
  }

  @Test
  void savingIsToldWhenItTakesLongEnoughToBeNoticed() {
    window.trainTo(2);
    files.write(folder.resolve("a.backstep"), run -> {}, failure -> {});
    window.letPass(0.1);
    assertThat(files.savingProperty().get()).isFalse();
    window.until(() -> Files.exists(folder.resolve("a.backstep")));
    window.letPass(1);
    window.until(() -> !files.savingProperty().get());
  }

  @Test
  void whatFailsInAnUnforeseenWayIsSaidAndNotShownAsBeingWrittenForEver() {
    window.trainTo(2);
    Path ofTheJdk = Path.of(URI.create("jrt:/java.base/run.backstep"));
    files.save(ofTheJdk, () -> {});
    window.until(() -> window.session.noticeProperty().get() != null);
    assertThat(notice()).contains("could not be written", "an error of the program");
    window.letPass(1);
    assertThat(files.savingProperty().get()).isFalse();
    assertThat(files.unsavedProperty().get()).isTrue();
    save("after.backstep");
  }

  @Test
  void aLearningRateThatIsChangedTwiceBetweenTwoUpdatesIsUnsavedAgain() {
    window.trainTo(2);
    changeLearningRate(0.3);
    save("once.backstep");
    assertThat(files.unsavedProperty().get()).isFalse();
    changeLearningRate(0.2);
    assertThat(files.unsavedProperty().get()).isTrue();
  }

  private void changeLearningRate(double rate) {
    window.session.change(settings -> settings.withLearningRate(rate));
    window.until(() -> window.run.settingsProperty().get().learningRate() == rate);
  }
}
