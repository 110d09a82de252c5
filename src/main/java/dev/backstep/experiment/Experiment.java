package dev.backstep.experiment;

import dev.backstep.experiment.Progress.State;
import dev.backstep.text.Corpus;
import dev.backstep.text.Heap;
import dev.backstep.training.RunSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link Plan} in the background, on all processors but one. Each run is trained by one
 * thread from its beginning to its end, so the bits of the result do not depend on how many threads
 * there are.
 *
 * <p>Every method but {@link #await} returns at once and may be called from any thread.
 */
public final class Experiment implements AutoCloseable {
  private static final int RUNS_OF_A_PAIR = 2;

  private final Corpus corpus;
  private final Plan plan;
  private final Outcomes outcomes;
  private final AtomicInteger nextRun = new AtomicInteger();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final CountDownLatch working;
  private volatile @Nullable String failure;

  /**
   * Begins.
   *
   * @throws IllegalArgumentException if the plan does not go with the text
   */
  public Experiment(Corpus corpus, Plan plan) {
    this(corpus, plan, Runtime.getRuntime().availableProcessors() - 1);
  }

  // A low priority leaves the processor to whoever works at the screen; nothing depends on it.
  @SuppressWarnings("ThreadPriorityCheck")
  Experiment(Corpus corpus, Plan plan, int threads) {
    plan.requireCorpus(corpus);
    this.corpus = corpus;
    this.plan = plan;
    outcomes = new Outcomes(corpus, plan);
    int count = Math.max(1, Math.min(threads, RUNS_OF_A_PAIR * plan.pairs()));
    working = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::work, "experiment-" + i);
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  /** The progress, with what came out so far. */
  public Progress progress() {
    State now = Objects.requireNonNull(state.get());
    double share = now == State.DONE ? 1 : outcomes.share();
    Optional<Duration> left = now == State.RUNNING ? outcomes.left() : Optional.empty();
    return new Progress(now, share, left, outcomes.result(), Optional.ofNullable(failure));
  }

  /** Ends it within an update; what came out so far stays. */
  public void cancel() {
    state.compareAndSet(State.RUNNING, State.CANCELLED);
  }

  /** {@link #cancel}. */
  @Override
  public void close() {
    cancel();
  }

  /**
   * Waits until its threads have ended.
   *
   * @return false if they had not after so long
   */
  public boolean await(Duration longest) throws InterruptedException {
    return working.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  private boolean isRunning() {
    return state.get() == State.RUNNING;
  }

  private void work() {
    try {
      int run = nextRun.getAndIncrement();
      while (isRunning() && run < RUNS_OF_A_PAIR * plan.pairs()) {
        train(run / RUNS_OF_A_PAIR, run % RUNS_OF_A_PAIR);
        run = nextRun.getAndIncrement();
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      working.countDown();
    }
  }

  private void train(int pair, int side) {
    RunSettings settings = side == 0 ? plan.a(pair) : plan.b(pair);
    TrainedRun run =
        new TrainedRun(plan.data(corpus, pair), settings, plan.epochs(), this::isRunning);
    outcomes.expect(run.updates());
    Optional<RunOutcome> outcome = run.run(outcomes.ending(), outcomes::countUpdate);
    if (outcome.isPresent() && outcomes.add(pair, side, outcome.get())) {
      state.compareAndSet(State.RUNNING, State.DONE);
    }
  }

  private void fail(Throwable cause) {
    boolean isTooLarge = cause instanceof OutOfMemoryError;
    failure = isTooLarge ? Heap.exceeded() : cause.toString();
    state.compareAndSet(State.RUNNING, State.FAILED);
    if (isTooLarge) {
      return;
    }
    System.getLogger(Experiment.class.getName())
        .log(System.Logger.Level.ERROR, "an experiment failed", cause);
  }
}
