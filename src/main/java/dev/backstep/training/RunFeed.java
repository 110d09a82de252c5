package dev.backstep.training;

import dev.backstep.math.Series;
import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSnapshot.HeldOutPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One run, and what the screen has not been told of it yet. Only the training thread touches it.
 */
final class RunFeed {
  private static final int SAMPLES = 10;

  private final Trainer trainer;
  private final HeldOutLoss heldOutLoss;
  private final Sampler sampler;
  private final Series losses = new Series();
  private final List<HeldOutPoint> heldOut = new ArrayList<>();
  private int publishedUpdates;
  private int publishedHeldOut;

  RunFeed(TrainingData data, RunSettings settings) {
    trainer = new Trainer(data, settings);
    heldOutLoss = new HeldOutLoss(data, trainer.weights().shape());
    sampler = new Sampler(trainer.weights().shape(), data.corpus().firstLetterCounts());
    judge();
  }

  Trainer trainer() {
    return trainer;
  }

  void update() {
    trainer.update();
    if (trainer.divergence().isPresent()) {
      return;
    }
    losses.add(trainer.lossPerCharacter());
    if (trainer.placeInEpoch() == 0) {
      judge();
    }
  }

  private void judge() {
    double loss = heldOutLoss.of(trainer.weights());
    if (!Double.isNaN(loss)) {
      heldOut.add(new HeldOutPoint(trainer.updates(), loss));
    }
  }

  List<String> samples(SamplingSettings settings) {
    return IntStream.range(0, SAMPLES)
        .mapToObj(number -> sampler.draw(trainer.weights(), settings, number))
        .map(ids -> trainer.data().corpus().vocabulary().decode(ids, ids.length))
        .toList();
  }

  /** What is new since the last call; the screen is told of it with this. */
  RunSnapshot take(Trace trace, List<String> samples) {
    RunSnapshot snapshot =
        new RunSnapshot(
            trainer.settings(),
            new RunSnapshot.Progress(
                trainer.updates(), trainer.epoch(), trainer.placeInEpoch(), trainer.epochLength()),
            publishedUpdates,
            losses.since(publishedUpdates),
            List.copyOf(heldOut.subList(publishedHeldOut, heldOut.size())),
            samples,
            trace,
            trainer.divergence().orElse(null));
    publishedUpdates = losses.size();
    publishedHeldOut = heldOut.size();
    return snapshot;
  }

  /** Takes back what the screen never looked at, so that the next snapshot tells it again. */
  void reclaim(RunSnapshot untaken) {
    publishedUpdates = untaken.firstUpdate();
    publishedHeldOut -= untaken.heldOut().size();
  }
}
