package dev.backstep.experiment;

import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.model.Shape;
import dev.backstep.text.Vocabulary;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.PositionLoss;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Trains one run to its end and judges it. What it comes to depends on nothing but its data. */
final class TrainedRun {
  private final TrainingData data;
  private final RunSettings settings;
  private final int epochs;
  private final BooleanSupplier goesOn;
  private final Trainer trainer;
  private final PositionLoss positionLoss = new PositionLoss();
  private double nats;
  private long characters;

  /**
   * @param goesOn asked after each update, sequence and sample
   * @throws IllegalArgumentException if the settings do not go with the data
   */
  TrainedRun(TrainingData data, RunSettings settings, int epochs, BooleanSupplier goesOn) {
    this.goesOn = goesOn;
    this.data = data;
    this.settings = settings;
    this.epochs = epochs;
    trainer = new Trainer(data, settings);
  }

  /** The number of its updates, if it does not diverge. */
  long updates() {
    return (long) epochs * trainer.epochLength();
  }

  /**
   * Trains.
   *
   * @param told after each update
   * @return what it came to; empty if it was stopped
   */
  Optional<RunOutcome> run(CommonEnding ending, Runnable told) {
    while (trainer.updates() < updates()) {
      trainer.update();
      if (trainer.divergence().isPresent()) {
        return Optional.of(RunOutcome.diverged(settings, trainer.divergence().get()));
      }
      if (trainer.updates() > updates() - trainer.epochLength()) {
        count();
      }
      told.run();
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
    }
    RunOutcome outcome = judge(ending);
    return goesOn.getAsBoolean() ? Optional.of(outcome) : Optional.empty();
  }

  private void count() {
    nats += trainer.lossPerCharacter() * trainer.lastLength();
    characters += trainer.lastLength();
    positionLoss.add(trainer);
  }

  private RunOutcome judge(CommonEnding ending) {
    Shape shape = trainer.weights().shape();
    MeanLoss heldOut = new MeanLoss(data.heldOut(), shape, goesOn);
    return new RunOutcome(
        settings,
        nats / characters,
        new MeanLoss(data.train(), shape, goesOn)
            .of(trainer.weights(), new HiddenStatePolicy.Zero()),
        heldOut(heldOut),
        heldOut.ofLastCharacter(trainer.weights()),
        MeanReach.of(data.heldOut(), trainer.weights(), goesOn),
        Samples.of(samples(), ending),
        Arrays.stream(positionLoss.means()).boxed().toList(),
        null);
  }

  /** Its loss is that from h0 = 0 where another is learned, too: the own state has a column. */
  private HeldOutPoint heldOut(MeanLoss loss) {
    HeldOutPoint point = loss.under(trainer);
    return settings.hiddenState().isLearned()
        ? new HeldOutPoint(
            point.updates(),
            loss.of(trainer.weights(), new HiddenStatePolicy.Zero()),
            point.ownState())
        : point;
  }

  private List<String> samples() {
    Sampler sampler = new Sampler(trainer.weights().shape(), data.corpus().firstLetterCounts());
    SamplingSettings how = Samples.settings(data.corpus());
    Vocabulary vocabulary = data.corpus().vocabulary();
    List<String> samples = new ArrayList<>();
    for (int number = 0; number < Samples.COUNT && goesOn.getAsBoolean(); number++) {
      int[] ids = sampler.draw(trainer.weights(), trainer.firstStates(), how, number);
      samples.add(vocabulary.decode(ids, ids.length));
    }
    return samples;
  }
}
