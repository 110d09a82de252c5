package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.Notice;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainViewModelTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("main"), 1);
  private final SessionViewModel pair = new SessionViewModel(new TrainingSession("pair"), 2);
  private final MainViewModel main = new MainViewModel(Texts.load(), session, pair, Sessions.lab());
  @TempDir private Path folder;

  @BeforeEach
  void openWords() throws IOException {
    main.open(Files.writeString(folder.resolve("words.txt"), "abc\nbcda\ncdeab\nace\nbed\n"));
    until(() -> data() != null && main.step().traceProperty().get() != null);
    settle();
  }

  @AfterEach
  void close() {
    main.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  /** Until the training thread has done all that it was asked to. */
  private void settle() {
    long revision = session.revisionProperty().get();
    session.choose(main.sequence().chosenProperty().get());
    until(() -> session.revisionProperty().get() > revision);
  }

  private TrainingData data() {
    return session.dataProperty().get();
  }

  private TrainingState state() {
    return session.stateProperty().get();
  }

  private RunSettings settings() {
    return session.run().settingsProperty().get();
  }

  private long updates() {
    return session.run().progressProperty().get().updates();
  }

  @Test
  void aFileThatIsMissingIsRefusedAndTheRunThatWasOpenStays() {
    session.update();
    until(() -> updates() == 1);
    TrainingData before = data();

    main.open(folder.resolve("missing.txt"));
    until(() -> session.noticeProperty().get() != null);

    Notice notice = session.noticeProperty().get();
    assertThat(notice.isRefusal()).isTrue();
    assertThat(notice.text()).contains("missing.txt");
    assertThat(data()).isSameAs(before);
    assertThat(updates()).isEqualTo(1);
    assertThat(session.busyProperty().get()).isFalse();
    session.update();
    until(() -> updates() == 2);
  }

  @Test
  void afterARefusalTheTextThatIsOpenCanStillBeReadAsWindows() {
    main.open(folder.resolve("missing.txt"));
    until(() -> session.noticeProperty().get() != null);

    main.changeTextMode(new TextMode.Windows(4));
    until(() -> data().corpus().mode() instanceof TextMode.Windows);

    assertThat(data().corpus().name()).isEqualTo("words.txt");
  }

  @Test
  void windowsCanBeTakenBackAndTheNextFileIsReadAsTheLast() throws IOException {
    main.changeTextMode(new TextMode.Windows(4));
    until(() -> data().corpus().mode().equals(new TextMode.Windows(4)));
    main.open(Files.writeString(folder.resolve("other.txt"), "zyx zyx zyx"));
    until(() -> data().corpus().name().equals("other.txt"));
    assertThat(data().corpus().mode()).isEqualTo(new TextMode.Windows(4));

    main.changeTextMode(new TextMode.Lines());
    until(() -> data().corpus().mode().equals(new TextMode.Lines()));
    assertThat(data().corpus().name()).isEqualTo("other.txt");
  }

  @Test
  void carriedAndZeroAreAppliedWithoutBeginningAgain() {
    session.update();
    until(() -> updates() == 1);
    main.settings().stateProperty().set(StateChoice.CARRIED);
    main.applied().applyChanges();
    until(() -> settings().hiddenState().equals(new HiddenStatePolicy.Carried(true)));
    session.update();
    until(() -> updates() == 2);
    assertThat(main.step().traceProperty().get().initialStateNorm()).isPositive();

    main.settings().stateProperty().set(StateChoice.ZERO);
    main.applied().applyChanges();
    until(() -> settings().hiddenState().equals(new HiddenStatePolicy.Zero()));
    assertThat(updates()).isEqualTo(2);
    assertThat(main.step().traceProperty().get().initialStateNorm()).isZero();
  }

  @Test
  void theLearningRateIsAppliedWithoutBeginningAgain() {
    session.update();
    main.settings().learningRate().textProperty().set("0.25");
    main.applied().applyChanges();
    until(() -> settings().learningRate() == 0.25);

    assertThat(updates()).isEqualTo(1);
  }

  @Test
  void wrongSettingsBeginNothing() {
    session.update();
    until(() -> updates() == 1);
    TrainingData before = data();
    main.settings().hidden().textProperty().set("0");
    main.applied().applySettings();
    settle();

    assertThat(main.settings().errorProperty().get()).contains("hidden units");
    assertThat(data()).isSameAs(before);
    assertThat(updates()).isEqualTo(1);
  }

  @Test
  void rightSettingsBeginAnewRunOnTheSameText() {
    session.update();
    until(() -> updates() == 1);
    main.settings().hidden().textProperty().set("7");
    main.applied().applySettings();
    until(() -> settings().hidden() == 7);

    assertThat(updates()).isZero();
    assertThat(data().corpus().name()).isEqualTo("words.txt");
    assertThat(main.settings().hidden().textProperty().get()).isEqualTo("7");
  }

  @Test
  void theComparisonDiffersInNothingButTheHiddenState() {
    showComparison();

    RunSettings zero = main.compare().a().settingsProperty().get();
    RunSettings carried = main.compare().b().settingsProperty().get();
    assertThat(zero).isEqualTo(settings());
    assertThat(carried).isEqualTo(zero.withHiddenState(new HiddenStatePolicy.Carried(true)));
  }

  private void showComparison() {
    main.screenProperty().set(CompareScreen.ID);
    until(() -> pair.dataProperty().get() != null && !pair.busyProperty().get());
  }

  @Test
  void comingBackToTheComparisonDoesNotBeginItAgain() {
    showComparison();
    pair.update();
    until(() -> main.compare().a().progressProperty().get().updates() == 1);
    TrainingData before = pair.dataProperty().get();
    main.screenProperty().set(StepScreen.ID);
    main.screenProperty().set(CompareScreen.ID);

    assertThat(pair.busyProperty().get()).isFalse();
    assertThat(pair.dataProperty().get()).isSameAs(before);
  }

  @Test
  void onlyOneOfTheTwoTrainingsRunsAtATime() {
    showComparison();
    session.toggle();
    until(() -> state() == TrainingState.RUNNING);

    pair.toggle();
    until(() -> pair.stateProperty().get() == TrainingState.RUNNING);
    until(() -> state() == TrainingState.PAUSED);
    assertThat(pair.stateProperty().get()).isEqualTo(TrainingState.RUNNING);

    session.toggle();
    until(() -> state() == TrainingState.RUNNING);
    until(() -> pair.stateProperty().get() == TrainingState.PAUSED);
    assertThat(state()).isEqualTo(TrainingState.RUNNING);
  }

  @Test
  void whoStepsWhileTrainingRunsHoldsTheNumbersUntilFollowing() {
    session.toggle();
    until(() -> state() == TrainingState.RUNNING);
    assertThat(main.stepSource().heldProperty().get()).isFalse();
    main.step().previous();
    assertThat(main.stepSource().heldProperty().get()).isTrue();
    Trace held = main.step().traceProperty().get();
    Trace newest = session.run().traceProperty().get();
    until(() -> session.run().traceProperty().get() != newest);
    assertThat(main.step().traceProperty().get()).isSameAs(held);

    main.follow();
    assertThat(main.stepSource().heldProperty().get()).isFalse();
    assertThat(main.step().traceProperty().get()).isSameAs(session.run().traceProperty().get());
  }

  @Test
  void pausingShowsTheNewestNumbersAgain() {
    session.toggle();
    until(() -> state() == TrainingState.RUNNING);
    main.step().next();
    session.toggle();
    until(() -> state() == TrainingState.PAUSED);

    assertThat(main.stepSource().heldProperty().get()).isFalse();
    assertThat(main.step().traceProperty().get()).isSameAs(session.run().traceProperty().get());
  }

  @Test
  void stepsWhileNothingRunsHoldNothing() {
    main.step().next();
    assertThat(main.stepSource().heldProperty().get()).isFalse();
    Trace before = main.step().traceProperty().get();
    session.update();
    until(() -> main.step().traceProperty().get() != before);

    assertThat(main.stepSource().heldProperty().get()).isFalse();
  }
}
