package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.shell.OneWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunsTest {
  private final OneWindow window = new OneWindow();
  private final EarlierRuns earlier = window.files.earlier();
  private final List<String> asked = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void openDinosaurs() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void keepOnDisk() {
    window.files.autosave().begin(new KeptRuns(folder));
    window.until(() -> window.files.autosave().hasBegun());
  }

  private TrainingData data() {
    return window.session.dataProperty().get();
  }

  /** Whatever it is that another run takes the place by. */
  private void replace(Runnable how) {
    TrainingData before = data();
    how.run();
    window.until(() -> data() != before && !window.session.busyProperty().get());
  }

  private void trainAndReset(long updates) {
    window.trainTo(updates);
    replace(window.session::reset);
  }

  private List<String> names(List<EarlierRun> runs) {
    return runs.stream().map(earlier::name).toList();
  }

  private static String dinosaurs(int updates) {
    return "“dinosaurs.txt” at update " + updates;
  }

  @Test
  void undoBringsOneRunAfterTheOtherBackAndRedoGoesOnToThemBitForBit() {
    window.trainTo(7);
    double[] losses = window.run.losses().since(0);
    replace(window.session::reset);
    trainAndReset(3);
    window.trainTo(2);
    assertThat(names(earlier.before())).containsExactly(dinosaurs(7), dinosaurs(3));

    replace(earlier::undo);
    assertThat(window.updates()).isEqualTo(3);
    replace(earlier::undo);
    assertThat(window.run.losses().since(0)).isEqualTo(losses);
    assertThat(earlier.before()).isEmpty();
    assertThat(names(earlier.after())).containsExactly(dinosaurs(3), dinosaurs(2));

    replace(earlier::redo);
    replace(earlier::redo);
    assertThat(window.updates()).isEqualTo(2);
    assertThat(names(earlier.before())).containsExactly(dinosaurs(7), dinosaurs(3));
    assertThat(earlier.after()).isEmpty();
  }

  @Test
  void anyOfThemCanBeChosenAndTheOthersStay() {
    trainAndReset(5);
    trainAndReset(4);
    trainAndReset(3);
    window.trainTo(2);
    replace(() -> earlier.bringBack(earlier.before().get(0)));
    assertThat(window.updates()).isEqualTo(5);
    assertThat(names(earlier.after())).containsExactly(dinosaurs(4), dinosaurs(3), dinosaurs(2));
    window.trainTo(6);
    replace(window.session::reset);
    assertThat(names(earlier.before()))
        .containsExactly(dinosaurs(2), dinosaurs(3), dinosaurs(4), dinosaurs(6));
    assertThat(earlier.after()).isEmpty();
  }

  @Test
  void aRunThatIsBroughtBackGoesOnWithTheSameBits() {
    keepOnDisk();
    trainAndReset(20);
    window.until(() -> earlier.before().get(0).file() != null);
    assertThat(earlier.before().get(0).inMemory()).isNull();
    replace(earlier::undo);
    window.trainTo(30);
    double[] broughtBack = window.run.losses().since(0);
    replace(window.session::reset);
    window.trainTo(30);
    assertThat(window.run.losses().since(0)).isEqualTo(broughtBack);
  }

  @Test
  void whateverDiscardsARunOffersItAgain() throws Exception {
    window.trainTo(3);
    Path session = folder.resolve("mine.backstep");
    boolean[] isSaved = {false};
    window.files.save(session, () -> isSaved[0] = true);
    window.until(() -> isSaved[0]);
    List<Runnable> ways =
        List.of(
            window.session::reset,
            window.main.applied()::applySettings,
            () -> window.main.open(Dataset.RECALL),
            () -> window.main.changeTextMode(new TextMode.Windows(4)),
            () -> window.main.open(session));
    for (int i = 0; i < ways.size(); i++) {
      window.trainTo(window.updates() + 1);
      replace(ways.get(i));
      assertThat(earlier.offerProperty().get()).contains("at update").contains("made way");
      assertThat(earlier.before()).hasSize(i + 1);
    }
    earlier.dismiss();
    assertThat(earlier.offerProperty().get()).isEmpty();
    assertThat(earlier.before()).hasSize(ways.size());
  }

  @Test
  void aTextThatIsRefusedDiscardsNothingAndSaysNothingOfAnEarlierRun() {
    window.trainTo(3);
    window.main.open(folder.resolve("missing.txt"));
    window.until(() -> window.session.noticeProperty().get() != null);
    assertThat(earlier.before()).isEmpty();
    assertThat(earlier.offerProperty().get()).isEmpty();
    assertThat(window.updates()).isEqualTo(3);
  }

  @Test
  void aRunInWhichNothingWasTrainedIsNoEarlierRunButRedoFindsIt() {
    window.main.open(Dataset.RECALL);
    window.until(() -> data().corpus().name().equals("recall.txt"));
    assertThat(earlier.before()).isEmpty();
    trainAndReset(3);
    replace(earlier::undo);
    assertThat(earlier.after()).hasSize(1);
    replace(earlier::redo);
    assertThat(window.updates()).isZero();
    replace(earlier::undo);
    assertThat(window.updates()).isEqualTo(3);
  }

  @Test
  void theFileOfASavedRunComesBackWithIt() {
    window.trainTo(3);
    Path session = folder.resolve("mine.backstep");
    window.files.save(session, () -> {});
    window.until(() -> session.equals(window.files.file()));
    replace(window.session::reset);
    assertThat(window.files.file()).isNull();
    assertThat(earlier.unsaved()).isZero();
    replace(earlier::undo);
    assertThat(window.files.file()).isEqualTo(session);
    assertThat(window.files.unsavedProperty().get()).isFalse();
    window.trainTo(4);
    replace(window.session::reset);
    assertThat(earlier.unsaved()).isEqualTo(1);
  }

  private void trainForSeconds(double seconds) {
    window.session.toggle();
    window.until(window.session::isRunning);
    window.letPass(seconds);
    window.session.toggle();
    window.until(() -> !window.session.isRunning());
    earlier.setQuestion(
        (words, yes) -> {
          asked.add(words);
          answers.add(yes);
        });
  }

  @Test
  void moreThanAMinuteOfTrainingIsNotThrownAwayUnasked() {
    trainForSeconds(125);
    TrainingData before = data();
    long updates = window.updates();
    List<Runnable> ways =
        List.of(
            window.session::reset,
            window.main.applied()::applySettings,
            () -> window.main.open(Dataset.RECALL),
            () -> window.main.open(folder.resolve("some.backstep")));
    ways.forEach(Runnable::run);
    window.trainTo(updates + 1);
    assertThat(data()).isSameAs(before);
    assertThat(asked)
        .hasSize(4)
        .allSatisfy(
            words -> assertThat(words).contains("dinosaurs.txt", "after 2 min of training"));
    replace(answers.get(2));
    assertThat(data().corpus().name()).isEqualTo("recall.txt");
    assertThat(earlier.describe(earlier.before().get(0))).contains("trained for 2 min");
  }

  @Test
  void lessThanAMinuteAndWhatIsInAFileMakesWayAtOnce() {
    trainForSeconds(50);
    replace(window.session::reset);
    trainForSeconds(125);
    Path session = folder.resolve("mine.backstep");
    window.files.save(session, () -> {});
    window.until(() -> session.equals(window.files.file()));
    replace(window.session::reset);
    assertThat(asked).isEmpty();
  }

  @Test
  void theOfferStandsWhileNothingWasTrainedSince() {
    trainAndReset(3);
    String offer = earlier.offerProperty().get();
    replace(() -> window.main.open(Dataset.RECALL));
    assertThat(earlier.offerProperty().get()).isEqualTo(offer).isNotEmpty();
    replace(earlier::undo);
    assertThat(window.updates()).isEqualTo(3);
    assertThat(earlier.offerProperty().get()).isEmpty();
  }

  @Test
  void aRunThatMadeWayBeforeItWasSeenMayHaveBeenLongAndIsAskedFor() throws Exception {
    window.trainTo(3);
    Path session = folder.resolve("mine.backstep");
    window.files.save(session, () -> {});
    window.until(() -> session.equals(window.files.file()));
    replace(window.session::reset);
    TrainingData before = data();
    window.files.openAtOnce(new SessionReading(session, false));
    window.session.reset();
    window.until(() -> data() != before && earlier.before().size() == 2);
    replace(earlier::undo);
    trainForSeconds(1);
    window.session.reset();
    assertThat(asked).hasSize(1);
  }

  @Test
  void whereThereIsNoMoreRoomShortRunsGoAndNotTheLongOne() {
    earlier.allow(1, 1);
    trainAndReset(50);
    assertThat(names(earlier.before())).as("the last never goes").containsExactly(dinosaurs(50));
    long one = earlier.before().get(0).bytes();
    earlier.allow(2 * one, 1);
    for (int updates = 1; updates < 9; updates++) {
      trainAndReset(updates);
    }
    assertThat(names(earlier.before())).contains(dinosaurs(50), dinosaurs(8)).hasSizeLessThan(9);
    assertThat(window.session.noticeProperty().get().text())
        .startsWith("There is no more room for the earlier run on “dinosaurs.txt”");
    replace(() -> earlier.bringBack(earlier.before().get(0)));
    assertThat(window.updates()).isEqualTo(50);
    window.main.goingBack().goTo(17);
    window.until(() -> window.updates() == 17);
  }
}
