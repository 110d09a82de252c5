package dev.backstep.cli;

import java.util.Locale;
import dev.backstep.training.Trainer;
import dev.backstep.training.UnattendedRun;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains a run up to a number of updates, or until it diverges or is stopped; one update at least.
 */
final class TrainingLoop {
  private static final long BETWEEN_LINES_NANOS = 200_000_000L;

  /** Before so many nanoseconds nobody can say how long the rest takes. */
  private static final long ENOUGH_TO_TELL_NANOS = 1_000_000_000L;

  private final UnattendedRun run;
  private final long target;
  private final BooleanSupplier isStopped;
  private long took;

  /**
   * @param target the number of updates
   * @param isStopped asked after each update
   */
  TrainingLoop(UnattendedRun run, long target, BooleanSupplier isStopped) {
    this.run = run;
    this.target = target;
    this.isStopped = isStopped;
  }

  void train(Optional<ProgressBar> bar) {
    Trainer trainer = run.trainer();
    long begun = System.nanoTime();
    long shown = begun;
    do {
      run.update();
      long now = System.nanoTime();
      if (bar.isPresent() && now - shown > BETWEEN_LINES_NANOS) {
        shown = now;
        show(bar.get(), now - begun);
      }
    } while (trainer.updates() < target
        && trainer.divergence().isEmpty()
        && !isStopped.getAsBoolean());
    took = System.nanoTime() - begun;
    bar.ifPresent(ProgressBar::clear);
  }

  private void show(ProgressBar bar, long elapsed) {
    long updates = run.trainer().updates();
    double share = (double) updates / target;
    Optional<Duration> left =
        elapsed < ENOUGH_TO_TELL_NANOS
            ? Optional.empty()
            : Optional.of(Duration.ofNanos((long) (elapsed / share * (1 - share))));
    bar.show(share, String.format(Locale.ROOT, "%d of %s", updates, Sentence.count(target, "update")), left);
  }

  /** How long the training took, in seconds. */
  double seconds() {
    return took / 1e9;
  }
}
