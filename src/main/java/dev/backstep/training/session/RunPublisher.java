package dev.backstep.training.session;

import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.trace.Trace;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.PositionLoss;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.Branch;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.SavedRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run, and what the screen has not been told of it yet. Only the training thread touches it.
 */
public final class RunPublisher {
  private static final int SAMPLES = 10;

  private final RunHistory history;
  private final MeanLoss heldOutLoss;
  private final Sampler sampler;
  private final PositionLoss positionLoss = new PositionLoss();
  private int publishedUpdates;
  private int publishedHeldOut;

  /**
   * @param budget the bytes that checkpoints may take
   * @param limit the bytes that they may not take
   */
  public RunPublisher(TrainingData data, RunSettings settings, long budget, long limit) {
    this(new RunHistory(data, settings, budget, limit));
    judge();
  }

  /** A run that was saved, with the same budget and limit. */
  public RunPublisher(SavedRun saved, long budget, long limit) {
    this(new RunHistory(saved, budget, limit));
  }

  private RunPublisher(RunHistory history) {
    this.history = history;
    TrainingData data = trainer().data();
    heldOutLoss = new MeanLoss(data.heldOut(), trainer().weights().shape());
    sampler = new Sampler(trainer().weights().shape(), data.corpus().firstLetterCounts());
  }

  /** The run and its past. */
  public RunHistory history() {
    return history;
  }

  public Trainer trainer() {
    return history.trainer();
  }

  public void update() {
    long before = trainer().updates();
    boolean isNew = history.update();
    if (trainer().updates() > before) {
      positionLoss.add(trainer());
    }
    if (isNew && trainer().placeInEpoch() == 0) {
      judge();
    }
  }

  private void judge() {
    HeldOutPoint point = heldOutLoss.under(trainer());
    if (!Double.isNaN(point.loss())) {
      history.record(point);
    }
  }

  public Optional<Trainer> at(int branch, long update, ReplayWatch watch) {
    return history.at(branch, update, watch);
  }

  /** Goes there; of what the screen was told, that stays which is on the path before it. */
  public void goTo(int branch, Trainer there) {
    Branch left = history.current();
    positionLoss.clear();
    history.goTo(branch, there);
    long common = Math.min(there.updates(), left.commonWith(history.current()));
    publishedUpdates = (int) Math.min(publishedUpdates, common);
    publishedHeldOut = Math.min(publishedHeldOut, history.current().heldOutUntil(common));
  }

  List<String> samples(SamplingSettings settings) {
    double[] firstStates = trainer().firstStates();
    return IntStream.range(0, SAMPLES)
        .mapToObj(number -> sampler.draw(trainer().weights(), firstStates, settings, number))
        .map(ids -> trainer().data().corpus().vocabulary().decode(ids, ids.length))
        .toList();
  }

  /** The news since the last call; the screen is told of it with this. */
  public RunSnapshot take(@Nullable Trace trace, List<String> samples) {
    Trainer trainer = trainer();
    int updates = (int) trainer.updates();
    List<HeldOutPoint> heldOut = history.current().heldOut(publishedHeldOut, updates);
    RunSnapshot snapshot =
        new RunSnapshot(
            trainer.settings(),
            new RunSnapshot.Progress(
                updates, trainer.epoch(), trainer.placeInEpoch(), trainer.epochLength()),
            publishedUpdates,
            history.current().losses(publishedUpdates, updates),
            positionLoss.means(),
            publishedHeldOut,
            heldOut,
            samples,
            trace,
            trainer.divergence().orElse(null),
            history.branches(),
            history.current().number());
    publishedUpdates = updates;
    publishedHeldOut += heldOut.size();
    return snapshot;
  }

  /** Takes back what the screen never looked at, so that the next snapshot tells it again. */
  void reclaim(RunSnapshot untaken) {
    publishedUpdates = Math.min(publishedUpdates, untaken.firstUpdate());
    publishedHeldOut = Math.min(publishedHeldOut, untaken.firstHeldOut());
  }
}
