package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.Deadline;
import dev.backstep.model.Sampler;
import dev.backstep.text.Corpus;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExperimentTest {
  private final Corpus names = Trials.fewNames();

  @Test
  void theSamePlanComesToTheSameBitsWithOneThreadAndWithFive() {
    Plan plan = Trials.plan(6, 4, 3);
    Progress alone = Trials.end(new Experiment(names, plan, 1));
    Progress together = Trials.end(new Experiment(names, plan, 5));
    assertThat(alone.state()).isEqualTo(Progress.State.DONE);
    assertThat(alone.share()).isEqualTo(1);
    assertThat(together.result()).isEqualTo(alone.result());
    assertThat(alone.result().pairs()).extracting(Pair::number).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aRunIsWhatTheOneEngineMakesOfItsSettings() {
    Plan plan = Trials.plan(6, 2, 3);
    RunOutcome outcome = Trials.result(names, plan).pairs().get(1).b();

    TrainingData data = TrainingData.split(names, 0.25, plan.a().seed() + 1);
    Trainer trainer = new Trainer(data, plan.b().withSeed(plan.b().seed() + 1));
    double nats = 0;
    int characters = 0;
    while (trainer.epoch() < 3) {
      int epoch = trainer.epoch();
      trainer.update();
      if (epoch == 2) {
        nats += trainer.lossPerCharacter() * trainer.lastLength();
        characters += trainer.lastLength();
      }
    }
    assertThat(outcome.settings()).isEqualTo(trainer.settings());
    assertThat(outcome.runningTrainLoss()).isEqualTo(nats / characters);
    assertThat(outcome.finalTrainLoss())
        .isEqualTo(
            new MeanLoss(data.train(), trainer.weights().shape())
                .of(trainer.weights(), new HiddenStatePolicy.Zero()));
    assertThat(data.heldOut()).hasSize(2);
    assertThat(outcome.heldOut())
        .isEqualTo(new MeanLoss(data.heldOut(), trainer.weights().shape()).under(trainer));
    assertThat(outcome.heldOutLast())
        .isEqualTo(
            new MeanLoss(data.heldOut(), trainer.weights().shape())
                .ofLastCharacter(trainer.weights()));
    Sampler sampler = new Sampler(trainer.weights().shape(), names.firstLetterCounts());
    assertThat(outcome.samples().texts()).hasSize(Samples.COUNT);
    for (int number = 0; number < 5; number++) {
      int[] ids = sampler.draw(trainer.weights(), Samples.settings(names), number);
      assertThat(outcome.samples().texts().get(number))
          .isEqualTo(names.vocabulary().decode(ids, ids.length));
    }
  }

  @Test
  void anArrayLongerThanEverySequenceMakesNoDifferenceToAnyBit() {
    RunSettings zero = Trials.plan(6, 1, 1).a();
    RunSettings array = zero.withHiddenState(new HiddenStatePolicy.FixedArray(6));
    Result result = Trials.result(names, new Plan(zero, array, 3, 2));
    assertThat(result.summaries())
        .filteredOn(summary -> summary.measure().isLoss())
        .hasSize(5)
        .allMatch(summary -> summary.difference().isExactlyZero());
    assertThat(result.summary(Measure.EQUAL_SAMPLES).b().mean()).isEqualTo(1);
  }

  @Test
  void aPairWithARunThatDivergesIsNamedAndNothingRestsOnIt() {
    RunSettings calm = Trials.plan(6, 1, 1).a().withClipping(new Clipping.None());
    Result result = Trials.result(names, new Plan(calm, calm.withLearningRate(1000), 2, 20));
    assertThat(result.diverged()).extracting(Pair::number).containsExactly(0, 1);
    assertThat(result.diverged()).allMatch(pair -> !pair.a().hasDiverged());
    assertThat(result.compared()).isEmpty();
    assertThat(result.summaries()).isEmpty();
    assertThat(result.positionDifferences()).isEmpty();
  }

  @Test
  void cancelledItEndsLongBeforeItsTimeAndKeepsWhatCameOutSoFar() throws InterruptedException {
    try (Experiment experiment = new Experiment(Trials.dinosaurs(), Trials.plan(256, 9, 1000), 2)) {
      Deadline.await(() -> experiment.progress().share() > 0);
      experiment.cancel();
      assertThat(experiment.progress().state()).isEqualTo(Progress.State.CANCELLED);
      assertThat(experiment.await(Duration.ofSeconds(Deadline.SECONDS))).isTrue();
      assertThat(experiment.progress().share()).isBetween(0.0, 0.1);
      assertThat(experiment.progress().result().pairs()).isEmpty();
    }
  }

  @Test
  void afterItsEndThereIsNothingToCancel() {
    Experiment experiment = new Experiment(names, Trials.plan(4, 1, 1), 1);
    assertThat(Trials.end(experiment).state()).isEqualTo(Progress.State.DONE);
    experiment.cancel();
    assertThat(experiment.progress().state()).isEqualTo(Progress.State.DONE);
  }

  @Test
  void onTheWayItTellsHowFarItIsAndHowLongItTakes() {
    try (Experiment experiment = new Experiment(Trials.dinosaurs(), Trials.plan(64, 2, 50), 1)) {
      Progress progress =
          Deadline.first(
              () -> {
                Progress now = experiment.progress();
                return now.share() < 0.01 ? null : now;
              });
      assertThat(progress.isRunning()).isTrue();
      assertThat(progress.share()).isLessThan(1);
      assertThat(progress.left()).hasValueSatisfying(left -> assertThat(left).isPositive());
    }
  }

  @Test
  void whatDoesNotGoWithTheTextIsRefusedAtOnce() {
    RunSettings zero = Trials.plan(6, 1, 1).a();
    RunSettings array = zero.withHiddenState(new HiddenStatePolicy.FixedArray(2));
    assertThatThrownBy(() -> new Experiment(names, new Plan(zero, array, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the fixed array has 2 columns");
  }
}
