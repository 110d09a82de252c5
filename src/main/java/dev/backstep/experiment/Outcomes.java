package dev.backstep.experiment;

import dev.backstep.text.Corpus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The outcomes of an experiment's runs, gathered from several threads. */
final class Outcomes {
  /** Before this share is done it cannot be said how long the rest takes. */
  private static final double ENOUGH_TO_TELL = 0.005;

  private final Corpus corpus;
  private final Plan plan;
  private final RunOutcome[][] outcomes;
  private final AtomicLong updates = new AtomicLong();
  private final long begun = System.nanoTime();
  private @Nullable CommonEnding ending;
  private int missing;
  private volatile long updatesOfRun;
  private volatile Result result;

  Outcomes(Corpus corpus, Plan plan) {
    this.corpus = corpus;
    this.plan = plan;
    outcomes = new RunOutcome[plan.pairs()][2];
    missing = 2 * plan.pairs();
    result = new Result(plan, corpus.name(), CommonEnding.NONE, List.of());
  }

  /** Found by the thread that asks first: it can take a moment. */
  synchronized CommonEnding ending() {
    CommonEnding known = ending == null ? CommonEnding.of(corpus) : ending;
    ending = known;
    return known;
  }

  /** Tells how many updates each run has. */
  void expect(long updatesOfEachRun) {
    updatesOfRun = updatesOfEachRun;
  }

  void countUpdate() {
    updates.incrementAndGet();
  }

  /**
   * Takes what a run came to.
   *
   * @param side 0 for the first of the pair, 1 for the second
   * @return whether it was the last that was missing
   */
  synchronized boolean add(int pair, int side, RunOutcome outcome) {
    outcomes[pair][side] = outcome;
    if (outcome.divergence() != null) {
      updates.addAndGet(updatesOfRun - outcome.divergence().update());
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      if (outcomes[i][0] != null && outcomes[i][1] != null) {
        pairs.add(new Pair(i, outcomes[i][0], outcomes[i][1]));
      }
    }
    result = new Result(plan, corpus.name(), ending(), pairs);
    missing--;
    return missing == 0;
  }

  Result result() {
    return result;
  }

  /** The share of all updates done, 0 to 1. */
  double share() {
    long perRun = updatesOfRun;
    return perRun == 0 ? 0 : updates.get() / (2.0 * plan.pairs() * perRun);
  }

  /** The time for the rest if it goes on as it went. */
  Optional<Duration> left() {
    double share = share();
    if (share < ENOUGH_TO_TELL) {
      return Optional.empty();
    }
    double elapsed = System.nanoTime() - begun;
    return Optional.of(Duration.ofNanos((long) (elapsed / share * (1 - share))));
  }
}
