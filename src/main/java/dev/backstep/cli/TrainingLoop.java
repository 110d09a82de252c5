package dev.backstep.cli;

import dev.backstep.cli.console.ProgressBar;
import dev.backstep.cli.console.Sentence;
import dev.backstep.training.Trainer;
import dev.backstep.training.session.UnattendedRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains a run up to a number of updates, or until it diverges or is stopped; one update at least.
 */
final class TrainingLoop {
  private static final long BETWEEN_LINES_NANOS = 200_000_000L;

  /** Before so many nanoseconds it cannot be said how long the rest takes. */
  private static final long ENOUGH_TO_TELL_NANOS = 1_000_000_000L;

  private final UnattendedRun run;
  private final Optional<CheckpointFile> checkpoint;
  private final long target;
  private final BooleanSupplier isStopped;
  private long took;

  /**
   * @param checkpoint where the run is kept on its way
   * @param target the number of updates
   * @param isStopped asked after each update
   */
  TrainingLoop(
      UnattendedRun run,
      Optional<CheckpointFile> checkpoint,
      long target,
      BooleanSupplier isStopped) {
    this.run = run;
    this.checkpoint = checkpoint;
    this.target = target;
    this.isStopped = isStopped;
  }

  /**
   * @param err where it is said what becomes of the checkpoint
   */
  void train(Optional<ProgressBar> bar, PrintWriter err) {
    Trainer trainer = run.trainer();
    long begun = System.nanoTime();
    long shown = begun;
    while (goesOn(trainer)) {
      run.update();
      long now = System.nanoTime();
      keep(bar, err, now);
      if (bar.isPresent() && now - shown > BETWEEN_LINES_NANOS) {
        shown = now;
        show(bar.get(), now - begun);
      }
    }
    took = Math.max(1, System.nanoTime() - begun);
    bar.ifPresent(ProgressBar::clear);
  }

  private boolean goesOn(Trainer trainer) {
    boolean isBegun = run.updatesMade() > 0;
    return trainer.updates() < target
        && trainer.divergence().isEmpty()
        && !(isBegun && isStopped.getAsBoolean());
  }

  private void keep(Optional<ProgressBar> bar, PrintWriter err, long now) {
    Optional<String> said = checkpoint.flatMap(file -> file.keepIfDue(run, now));
    if (said.isPresent()) {
      bar.ifPresent(ProgressBar::clear);
      err.println(said.get());
    }
  }

  private void show(ProgressBar bar, long elapsed) {
    long updates = run.trainer().updates();
    double share = (double) run.updatesMade() / (target - updates + run.updatesMade());
    Optional<Duration> left =
        elapsed < ENOUGH_TO_TELL_NANOS
            ? Optional.empty()
            : Optional.of(Duration.ofNanos((long) (elapsed / share * (1 - share))));
    bar.show(
        share,
        String.format(Locale.ROOT, "%d of %s", updates, Sentence.count(target, "update")),
        left);
  }

  /** The duration of the training, in seconds. */
  double seconds() {
    return took / 1e9;
  }
}
