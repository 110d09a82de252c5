package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.backstep.math.SeededRandom;
import dev.backstep.training.history.Checkpoints;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.optimizer.OptimizerKind;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cost of checkpoints and of going back, on names of about twelve letters and 27 characters
 * with H = 64: {@code mvn test -Pbench -Dtest=GoingBackBenchmark}.
 */
@Tag("benchmark")
class GoingBackBenchmark {
  private static final int UPDATES = 100_000;
  private static final int ROUNDS = 10;
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void anyOfAHundredThousandUpdatesIsGoneToInASecond(OptimizerKind optimizer) {
    RunSettings settings = Runs.settings(64, optimizer, new HiddenStatePolicy.Carried(true));
    TrainingData data = TrainingData.split(Runs.dinosaurs(), 0.1, settings.seed());
    RunHistory history =
        new RunHistory(data, settings, RunHistory.USUAL_BUDGET, RunHistory.USUAL_BUDGET);
    Trainer alone = new Trainer(data, settings);
    // In turns, and of the processor's time, which counts collecting garbage and nobody else's
    // work.
    long with = 0;
    long without = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long alones = cost(alone::update);
      long histories = cost(history::update);
      boolean isWarm = round > 0;
      without += isWarm ? alones : 0;
      with += isWarm ? histories : 0;
    }
    assertThat(Runs.fingerprint(history.trainer().weights()))
        .isEqualTo(Runs.fingerprint(alone.weights()));
    long slowest = slowest(history);
    Checkpoints checkpoints = history.current().checkpoints();
    System.out.printf(
        "%-8s %.1f µs an update, %+.1f %% with checkpoints; %d of them in %d MB; slowest way back"
            + " %.1f ms%n",
        optimizer.title(),
        without / 1e3 / UPDATES * ROUNDS / (ROUNDS - 1),
        100.0 * (with - without) / without,
        checkpoints.count(),
        checkpoints.bytes() >> 20,
        slowest / 1e6);
    assertThat(slowest).isLessThan(SECOND);
  }

  /** The processor's nanoseconds of one round. */
  private static long cost(Runnable update) {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = machine.getProcessCpuTime();
    for (int i = 0; i < UPDATES / ROUNDS; i++) {
      update.run();
    }
    return machine.getProcessCpuTime() - before;
  }

  /** Of 200 random updates and of those at the end of every gap between checkpoints. */
  private static long slowest(RunHistory history) {
    SeededRandom random = new SeededRandom(1);
    long slowest = 0;
    for (int i = 0; i < 200; i++) {
      slowest = Math.max(slowest, nanos(history, random.nextInt(UPDATES)));
    }
    Checkpoints checkpoints = history.current().checkpoints();
    long next = UPDATES;
    while (next > 0) {
      slowest = Math.max(slowest, nanos(history, next - 1));
      next = checkpoints.atOrBefore(next - 1).updates();
    }
    return slowest;
  }

  private static long nanos(RunHistory history, long update) {
    long began = System.nanoTime();
    Trainer there = history.at(0, update, ReplayWatch.NEVER_STOPPED).orElseThrow();
    long took = System.nanoTime() - began;
    assertThat(there.updates()).isEqualTo(update);
    return took;
  }
}
