package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.SettingsChange;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.Snapshot;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Going back in a session, as the screen sees it. */
@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GoToTest {
  private static final RunSettings SETTINGS =
      Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true));

  private final TrainingSession session = new TrainingSession("going back under test");
  private final ShownRun shown = new ShownRun();

  @AfterEach
  void close() {
    session.close();
  }

  private Snapshot await(Predicate<Snapshot> wanted) {
    return Deadline.first(
        () -> {
          Snapshot snapshot = session.take();
          if (snapshot == null) {
            return null;
          }
          snapshot.runs().stream().limit(1).forEach(shown::accept);
          return wanted.test(snapshot) ? snapshot : null;
        });
  }

  private Snapshot awaitPausedAt(long updates) {
    return await(
        snapshot ->
            snapshot.state() == TrainingState.PAUSED
                && snapshot.runs().get(0).progress().updates() == updates);
  }

  private Snapshot open(RunSettings... settings) {
    session.open(Runs::dinosaurs, List.of(settings));
    return await(snapshot -> snapshot.data() != null);
  }

  /** Two epochs; the number of updates. */
  private long trainTwoEpochs() {
    session.finishEpoch();
    await(snapshot -> snapshot.state() == TrainingState.PAUSED);
    session.finishEpoch();
    Snapshot end =
        await(
            snapshot ->
                snapshot.state() == TrainingState.PAUSED
                    && snapshot.runs().get(0).progress().epoch() == 2);
    return end.runs().get(0).progress().updates();
  }

  @Test
  void theSessionIsPausedThereAndShowsTheCurveUpToThereAndThatUpdate() {
    open(SETTINGS);
    long tip = trainTwoEpochs();
    double[] all = shown.losses.since(0);
    List<HeldOutPoint> judged = List.copyOf(shown.heldOut);
    session.goTo(600);
    Snapshot there = awaitPausedAt(600);

    assertThat(shown.losses.since(0)).isEqualTo(Arrays.copyOf(all, 600));
    assertThat(shown.heldOut).isEqualTo(judged.subList(0, 1));
    assertThat(shown.trace.totalLoss() / shown.trace.length()).isEqualTo(all[600]);
    BranchSummary branch = there.runs().get(0).branches().get(0);
    assertThat(branch.losses().since(0)).isEqualTo(all);
    assertThat(branch.tip()).isEqualTo(tip);
    assertThat(there.replay()).isNull();

    session.goTo(tip);
    awaitPausedAt(tip);
    assertThat(shown.losses.since(0)).isEqualTo(all);
    assertThat(shown.heldOut).isEqualTo(judged).hasSize(3);
  }

  @Test
  void goingOnFromThereComesToTheSameBitsAndBeyond() {
    open(SETTINGS);
    long tip = trainTwoEpochs();
    session.goTo(tip - 100);
    awaitPausedAt(tip - 100);
    for (int i = 0; i < 105; i++) {
      session.update();
    }
    Snapshot beyond = awaitPausedAt(tip + 5);
    Trainer alone = Runs.trainer(Runs.dinosaurs(), SETTINGS);
    for (int i = 0; i < tip + 5; i++) {
      alone.update();
      assertThat(shown.losses.get(i)).isEqualTo(alone.lossPerCharacter());
    }
    assertThat(beyond.runs().get(0).branches()).hasSize(1);
    assertThat(shown.heldOut).hasSize(3);
  }

  @Test
  void aChangeThereBeginsABranchAndTheOneBeforeCanBeGoneBackTo() {
    open(SETTINGS);
    long tip = trainTwoEpochs();
    double[] first = shown.losses.since(0);
    session.goTo(500);
    session.change(now -> now.withLearningRate(0.02));
    session.finishEpoch();
    Snapshot branched =
        await(
            snapshot ->
                snapshot.state() == TrainingState.PAUSED
                    && snapshot.runs().get(0).currentBranch() == 1
                    && shown.losses.size() > 500);
    RunSnapshot run = branched.runs().get(0);
    assertThat(run.currentBranch()).isEqualTo(1);
    assertThat(run.branches()).hasSize(2);
    assertThat(run.branches().get(1).changes())
        .containsExactly(new SettingsChange(500, SETTINGS, SETTINGS.withLearningRate(0.02)));
    assertThat(run.branches().get(0).losses().since(0)).isEqualTo(first);
    assertThat(shown.losses.between(0, 501)).isEqualTo(Arrays.copyOf(first, 501));
    assertThat(shown.losses.get(501)).isNotEqualTo(first[501]);
    assertThat(shown.heldOut.get(0).updates()).isZero();
    assertThat(shown.heldOut).hasSize(2);

    session.goTo(0, tip);
    Snapshot back = awaitPausedAt(tip);
    assertThat(shown.losses.since(0)).isEqualTo(first);
    assertThat(back.runs().get(0).currentBranch()).isZero();
    assertThat(back.runs().get(0).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void ofManyPlacesAskedForTheLastIsGoneTo() {
    open(SETTINGS);
    trainTwoEpochs();
    for (int place = 1000; place > 200; place--) {
      session.goTo(place);
    }
    awaitPausedAt(201);
    assertThat(shown.losses.size()).isEqualTo(201);
  }

  @Test
  void aPlaceThatThereIsNotIsRefusedAndTheRunStays() {
    open(SETTINGS);
    session.update();
    session.goTo(5);
    Snapshot refused = await(snapshot -> snapshot.notice() != null);
    assertThat(refused.notice().isRefusal()).isTrue();
    assertThat(refused.notice().text()).contains("update 5").contains("0 to 1");
    assertThat(refused.state()).isEqualTo(TrainingState.PAUSED);
    session.goTo(3, 0);
    assertThat(await(snapshot -> snapshot.notice() != null).notice().text()).contains("branch 3");
  }

  @Test
  void fromADivergenceOneGoesBackOrOnWithAnotherSetting() {
    open(SETTINGS.withLearningRate(1000));
    session.start();
    Snapshot diverged = await(snapshot -> snapshot.state() == TrainingState.DIVERGED);
    long end = diverged.runs().get(0).divergence().update();
    session.goTo(end);
    Snapshot there = awaitPausedAt(end);
    assertThat(there.runs().get(0).divergence()).isNull();
    assertThat(there.runs().get(0).branches().get(0).divergence()).isNotNull();
    session.update();
    await(snapshot -> snapshot.state() == TrainingState.DIVERGED);
    session.change(now -> now.withLearningRate(1e-4));
    Snapshot changed = awaitPausedAt(end);
    assertThat(changed.runs().get(0).currentBranch()).isEqualTo(1);
    assertThat(changed.runs().get(0).divergence()).isNull();
  }

  @Test
  void runsInLockStepGoBackTogetherAndBranchTogether() {
    RunSettings zero = SETTINGS.withHiddenState(new HiddenStatePolicy.Zero());
    open(SETTINGS, zero);
    for (int i = 0; i < 300; i++) {
      session.update();
    }
    awaitPausedAt(300);
    session.goTo(123);
    session.change(now -> now.withHiddenState(new HiddenStatePolicy.Zero()));
    session.update();
    Snapshot there = awaitPausedAt(124);
    RunSnapshot left = there.runs().get(0);
    RunSnapshot right = there.runs().get(1);
    assertThat(left.progress()).isEqualTo(right.progress());
    assertThat(left.currentBranch()).isEqualTo(right.currentBranch()).isEqualTo(1);
    assertThat(left.branches().get(1).changes()).hasSize(1);
    assertThat(right.branches().get(1).changes()).isEmpty();
  }
}
