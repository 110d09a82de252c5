package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.backstep.math.SeededRandom;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.history.SettingsChange;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fate of a run that is changed where it has been before. */
class BranchesTest {
  private static final RunSettings SETTINGS =
      Runs.settings(OptimizerKind.RMSPROP, new HiddenStatePolicy.Carried(true));

  private final TrainingData data =
      TrainingData.split(
          Runs.lines("abcab", "ab", "a", "bcbc", "cabba", "bbb", "acca", "ca", "b", "cba"), 0.1, 7);
  private final RunHistory history = new RunHistory(data, SETTINGS, 200_000, Long.MAX_VALUE);

  private void update(int times) {
    for (int i = 0; i < times; i++) {
      history.update();
    }
  }

  private void change(RunSettings settings) {
    history.change(settings, history.isBehind());
  }

  private void goTo(int branch, long update) {
    history.goTo(branch, at(branch, update));
  }

  private Trainer at(int branch, long update) {
    return history.at(branch, update, ReplayWatch.NEVER_STOPPED).orElseThrow();
  }

  private BranchSummary branch(int number) {
    return history.branches().get(number);
  }

  @Test
  void goingBackAndOnIsTheSameRunAndNoNewBranch() {
    update(300);
    Moment tip = Moment.of(history.trainer());
    double[] losses = history.current().losses(0, 300);
    goTo(0, 120);
    assertThat(history.trainer().updates()).isEqualTo(120);
    update(180);
    assertThat(Moment.of(history.trainer())).isEqualTo(tip);
    update(10);
    assertThat(history.branches()).hasSize(1);
    assertThat(history.current().losses(0, 300)).isEqualTo(losses);
    assertThat(branch(0).tip()).isEqualTo(310);
  }

  @Test
  void aChangeBeforeTheTipBeginsABranchAndWhatWasStays() {
    update(300);
    double[] before = history.current().losses(0, 300);
    Moment tip = Moment.of(history.trainer());
    goTo(0, 120);
    change(SETTINGS.withLearningRate(0.5));
    update(50);

    assertThat(history.current().number()).isEqualTo(1);
    BranchSummary branch = branch(1);
    assertThat(branch.parent()).isZero();
    assertThat(branch.start()).isEqualTo(120);
    assertThat(branch.tip()).isEqualTo(170);
    assertThat(branch.changes())
        .containsExactly(new SettingsChange(120, SETTINGS, SETTINGS.withLearningRate(0.5)));
    assertThat(branch(0).changes()).isEmpty();
    assertThat(branch(0).losses().since(0)).isEqualTo(before);
    assertThat(history.current().losses(0, 121)).startsWith(history.branch(0).losses(0, 120));
    // The first update of the branch runs on the weights of before; the second does not.
    assertThat(branch.losses().get(0)).isEqualTo(before[120]);
    assertThat(branch.losses().get(1)).isNotEqualTo(before[121]);

    goTo(0, 300);
    assertThat(Moment.of(history.trainer())).isEqualTo(tip);
  }

  @Test
  void aBranchThatLeavesBeforeTheCurrentOneBeganLeavesTheOneThatThatUpdateBelongsTo() {
    RunSettings settings = history.trainer().settings();
    update(20);
    goTo(0, 10);
    change(settings.withLearningRate(0.02));
    update(5);
    goTo(1, 4);
    change(settings.withLearningRate(0.03));
    assertThat(history.branches())
        .extracting(BranchSummary::parent, BranchSummary::start)
        .containsExactly(tuple(-1, 0L), tuple(0, 10L), tuple(0, 4L));
  }

  @Test
  void changesAtTheTipAreNoBranchAndALearningRateMovedThroughManyValuesIsOneChange() {
    update(10);
    for (int i = 1; i <= 20; i++) {
      change(history.trainer().settings().withLearningRate(0.01 * i));
    }
    assertThat(history.branches()).hasSize(1);
    assertThat(branch(0).changes())
        .containsExactly(new SettingsChange(10, SETTINGS, SETTINGS.withLearningRate(0.2)));
  }

  @Test
  void theSteepestUpdateOfABranchIsKnown() {
    int steepest = 0;
    double norm = 0;
    for (int i = 0; i < 400; i++) {
      history.update();
      if (history.trainer().gradientNorm() > norm) {
        norm = history.trainer().gradientNorm();
        steepest = i;
      }
    }
    assertThat(branch(0).steepest()).isEqualTo(new BranchSummary.Steepest(steepest, norm));
    assertThat(at(0, steepest).trace(at(0, steepest).next()).update().gradientNorm())
        .isEqualTo(norm);
  }

  @Test
  void aRunThatDivergedGoesOnFromThereAsAnotherBranch() {
    change(SETTINGS.withLearningRate(1000));
    for (int i = 0; i < 5000 && history.trainer().divergence().isEmpty(); i++) {
      history.update();
    }
    Divergence divergence = history.trainer().divergence().orElseThrow();
    assertThat(branch(0).divergence()).isEqualTo(divergence);
    assertThat(branch(0).tip()).isEqualTo(divergence.update());

    goTo(0, divergence.update());
    assertThat(history.trainer().divergence()).isEmpty();
    history.update();
    assertThat(history.trainer().divergence()).contains(divergence);

    goTo(0, Math.max(0, divergence.update() - 3));
    change(SETTINGS.withLearningRate(0.001));
    update(5);
    assertThat(history.current().number()).isEqualTo(1);
    assertThat(history.trainer().divergence()).isEmpty();
    assertThat(branch(1).divergence()).isNull();
    assertThat(branch(0).divergence()).isEqualTo(divergence);
  }

  /** A branch told apart from the program: all changes on its path, and where it ends. */
  private record Plan(List<SettingsChange> changes, long[] tip) {
    Trainer run(TrainingData data, long update) {
      Trainer trainer = new Trainer(data, SETTINGS);
      int made = 0;
      while (true) {
        while (made < changes.size() && changes.get(made).update() <= trainer.updates()) {
          changes.get(made++).applyTo(trainer);
        }
        if (trainer.updates() == update) {
          return trainer;
        }
        trainer.update();
      }
    }
  }

  @Test
  void anyWayThroughAnyBranchesComesToWhatAFreshRunWithTheSameChangesComesTo() {
    SeededRandom random = new SeededRandom(11);
    List<Plan> plans = new ArrayList<>();
    plans.add(new Plan(new ArrayList<>(), new long[1]));
    for (int i = 0; i < 400; i++) {
      Plan plan = plans.get(history.current().number());
      switch (random.nextInt(3)) {
        case 0 -> {
          update(random.nextInt(60));
          plan.tip()[0] = Math.max(plan.tip()[0], history.trainer().updates());
        }
        case 1 -> {
          int branch = random.nextInt(plans.size());
          goTo(branch, random.nextInt((int) plans.get(branch).tip()[0] + 1));
        }
        default -> changeSomething(random, plans);
      }
      assertIsAsPlanned(plans.get(history.current().number()));
    }
    assertThat(plans).hasSizeGreaterThan(20).hasSameSizeAs(history.branches());
    for (int branch = 0; branch < plans.size(); branch++) {
      Plan plan = plans.get(branch);
      assertThat(branch(branch).tip()).isEqualTo(plan.tip()[0]);
      for (int i = 0; i < 10; i++) {
        int update = random.nextInt((int) plan.tip()[0] + 1);
        assertThat(Moment.of(at(branch, update))).isEqualTo(Moment.of(plan.run(data, update)));
      }
    }
  }

  private void changeSomething(SeededRandom random, List<Plan> plans) {
    RunSettings now = history.trainer().settings();
    RunSettings then = Runs.changed(now, random);
    if (then.equals(now)) {
      return;
    }
    long update = history.trainer().updates();
    Plan plan = plans.get(history.current().number());
    if (update < plan.tip()[0]) {
      List<SettingsChange> soFar =
          plan.changes().stream().filter(change -> change.update() <= update).toList();
      plan = new Plan(new ArrayList<>(soFar), new long[] {update});
      plans.add(plan);
    }
    plan.changes().add(new SettingsChange(update, now, then));
    change(then);
  }

  private void assertIsAsPlanned(Plan plan) {
    int updates = (int) history.trainer().updates();
    Trainer fresh = plan.run(data, updates);
    assertThat(Moment.of(history.trainer())).isEqualTo(Moment.of(fresh));
    if (updates > 0) {
      assertThat(history.current().losses(updates - 1, updates))
          .containsExactly(fresh.lossPerCharacter());
    }
  }
}
