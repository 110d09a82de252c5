package dev.backstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.SamplingSettings;
import dev.backstep.net.Phase;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.BranchWords;
import dev.backstep.ui.run.PastCurve;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.words.Texts;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoingToUpdatesTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("main"), 1);
  private final SessionViewModel pair = new SessionViewModel(new TrainingSession("pair"), 2);
  private final MainViewModel main = new MainViewModel(Texts.load(), session, pair, Sessions.lab());
  private final GoingBack goingBack = main.goingBack();
  private final RunViewModel run = session.run();

  @BeforeEach
  void openDinosaurs() {
    main.open(Dataset.DINOSAURS);
    until(() -> main.step().traceProperty().get() != null);
  }

  @AfterEach
  void close() {
    main.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  private long updates() {
    return run.progressProperty().get().updates();
  }

  private boolean isPausedAt(long updates) {
    return session.stateProperty().get() == TrainingState.PAUSED && updates() == updates;
  }

  private void trainTo(long updates) {
    for (long i = updates(); i < updates; i++) {
      session.update();
    }
    until(() -> isPausedAt(updates));
  }

  private void goTo(long update) {
    goingBack.goTo(update);
    until(() -> isPausedAt(update));
  }

  private Trainer alone(RunSettings settings, long updates) {
    Trainer alone = new Trainer(session.dataProperty().get(), settings);
    while (alone.updates() < updates) {
      alone.update();
    }
    return alone;
  }

  private void assertWeightsOf(Trainer alone) {
    Trace shown = main.step().traceProperty().get();
    for (String name : Parameters.NAMES) {
      Trace expected = alone.trace(alone.next());
      for (int row = 0; row < shown.weights(name).rows(); row++) {
        for (int column = 0; column < shown.weights(name).cols(); column++) {
          assertThat(shown.weights(name).get(row, column))
              .isEqualTo(expected.weights(name).get(row, column));
        }
      }
    }
  }

  @Test
  void stepShowsThatVeryUpdateWhateverWasChosenBefore() {
    trainTo(60);
    double[] all = run.losses().since(0);
    main.sequence().choose(5);
    goTo(23);

    assertThat(main.sequence().chosenProperty().get()).isNull();
    assertThat(main.sequence().indexProperty().get()).isEqualTo(-1);
    Trace trace = main.step().traceProperty().get();
    assertThat(trace.totalLoss() / trace.length()).isEqualTo(all[23]);
    assertThat(run.losses().size()).isEqualTo(23);
    assertWeightsOf(alone(run.settingsProperty().get(), 23));
  }

  @Test
  void theLowestHeldOutLossIsGoneToAsAClickOnTheCurveWould() {
    assertThat(goingBack.heldOutProperty().get()).as("measured before training").isTrue();
    session.finishEpoch();
    until(() -> run.progressProperty().get().epoch() == 1 && isPausedAt(updates()));
    long lowest = updates();
    trainTo(lowest + 12);
    goingBack.goToLowestHeldOut();
    until(() -> isPausedAt(lowest));
    assertThat(run.losses().size()).isEqualTo(lowest);
    assertThat(run.branches().isBehind()).isTrue();
    goTo(5);
    goingBack.goToLowestHeldOut();
    until(() -> isPausedAt(lowest));
  }

  @Test
  void whatLiesAheadStaysAsACurveUntilTheRunHasComeThereAgain() {
    trainTo(60);
    double[] all = run.losses().since(0);
    assertThat(run.branches().past()).isEmpty();
    goTo(23);

    PastCurve ahead = run.branches().past().get(0);
    assertThat(run.branches().isBehind()).isTrue();
    assertThat(ahead.from()).isEqualTo(22);
    assertThat(ahead.losses().since(0)).isEqualTo(all);
    assertThat(ahead.smoothed().size()).isEqualTo(60);
    assertThat(ahead.heldOutAt().since(0)).startsWith(0).hasSameSizeAs(ahead.heldOut().since(0));
    trainTo(60);
    assertThat(run.losses().since(0)).isEqualTo(all);
    assertThat(run.branches().past()).isEmpty();
  }

  @Test
  void beyondTheTipIsTheTip() {
    trainTo(20);
    goTo(3);
    goingBack.goTo(5000);
    until(() -> isPausedAt(20));
    assertThat(session.noticeProperty().get()).isNull();
  }

  @Test
  void anotherLearningRateBranchesAndTheOldCurveStays() {
    trainTo(60);
    double[] all = run.losses().since(0);
    goTo(40);
    RunSettings before = run.settingsProperty().get();
    main.settings().learningRate().textProperty().set("0.02");
    main.applied().applyChanges();
    trainTo(50);

    BranchSummary branch = run.branches().current();
    assertThat(run.branches().all()).hasSize(2);
    assertThat(branch.number()).isEqualTo(1);
    assertThat(new BranchWords(main.texts()).origin(branch))
        .isEqualTo("from update 40: learning rate 0.1 → 0.02");
    PastCurve old = run.branches().past().get(0);
    assertThat(old.branch()).isZero();
    assertThat(old.from()).isEqualTo(39);
    assertThat(old.losses().since(0)).isEqualTo(all);
    assertThat(run.branches().changes()).hasSize(1);

    goingBack.goToTip(0);
    until(() -> isPausedAt(60) && run.branches().current().number() == 0);
    assertThat(main.settings().learningRate().textProperty().get()).isEqualTo("0.1");
    assertThat(run.losses().since(0)).isEqualTo(all);
    PastCurve other = run.branches().past().get(0);
    assertThat(other.branch()).isEqualTo(1);
    assertThat(other.losses().size()).isEqualTo(50);
    assertThat(other.losses().between(0, 40)).isEqualTo(run.losses().between(0, 40));
    assertWeightsOf(alone(before, 60));
  }

  @Test
  void aChangeOfTheHiddenStateIsSaidInWords() {
    trainTo(10);
    goTo(4);
    session.change(now -> now.withHiddenState(new HiddenStatePolicy.Carried(true)));
    until(() -> run.branches().all().size() == 2);
    assertThat(new BranchWords(main.texts()).origin(run.branches().current()))
        .isEqualTo("from update 4: hidden state zero → carried, zeros at each epoch");
  }

  @Test
  void changesOnTheWayToABranchBelongToItAndLaterOnesOfItsParentDoNot() {
    trainTo(10);
    session.change(now -> now.withLearningRate(0.05));
    trainTo(20);
    session.change(now -> now.withLearningRate(0.04));
    trainTo(30);
    goTo(15);
    session.change(now -> now.withLearningRate(0.03));
    until(() -> run.branches().all().size() == 2);

    assertThat(run.branches().changes())
        .extracting(change -> change.update())
        .containsExactly(10L, 15L);
    BranchSummary first = run.branches().all().get(0);
    assertThat(new BranchWords(main.texts()).later(first).lines())
        .containsExactly(
            "at update 10: learning rate 0.1 → 0.05", "at update 20: learning rate 0.05 → 0.04");
  }

  @Test
  void whereItDivergedStepStandsOnTheFirstNumberThatIsNotFinite() {
    assertThat(goingBack.divergedProperty().get()).isFalse();
    session.change(now -> now.withLearningRate(1000));
    session.toggle();
    until(() -> session.stateProperty().get() == TrainingState.DIVERGED);
    long end = run.divergenceProperty().get().update();
    int timestep = run.divergenceProperty().get().timestep();
    boolean inLoss = run.divergenceProperty().get().inLoss();
    main.screenProperty().set(TrainScreen.ID);
    goTo(0);
    assertThat(goingBack.divergedProperty().get()).isTrue();
    goingBack.goToDivergence();
    until(() -> isPausedAt(end) && main.screenProperty().get() == StepScreen.ID);

    Moment moment = main.step().momentProperty().get();
    assertThat(moment.timestep()).isEqualTo(timestep);
    assertThat(moment.phase()).isEqualTo(inLoss ? Phase.FORWARD : Phase.BACKWARD);
    assertThat(main.step().traceProperty().get().totalLoss()).isNotFinite();
  }

  @Test
  void theLargestGradientIsGoneTo() {
    trainTo(50);
    BranchSummary.Steepest steepest = run.branches().current().steepest();
    goingBack.goToSteepest();
    until(() -> isPausedAt(steepest.update()));

    assertThat(main.step().momentProperty().get().phase()).isEqualTo(Phase.BACKWARD);
    Trainer alone = alone(run.settingsProperty().get(), steepest.update() + 1);
    assertThat(alone.gradientNorm()).isEqualTo(steepest.gradientNorm());
  }

  @Test
  void aWishThatIsTakenBackChangesNothing() {
    session.finishEpoch();
    until(() -> session.stateProperty().get() == TrainingState.PAUSED);
    long tip = updates();
    main.sequence().choose(5);
    goingBack.goTo(tip - 1);
    goingBack.cancel();
    long revision = session.revisionProperty().get();
    session.setSampling(SamplingSettings.defaults());
    until(() -> session.revisionProperty().get() > revision);
    assertThat(session.replayProperty().get()).isNull();
    // Too late is as good: then the run is there, and can go to where it was.
    assertThat(updates()).isIn(tip - 1, tip);
    if (updates() == tip) {
      assertThat(main.sequence().indexProperty().get()).isEqualTo(5);
    }
  }
}
