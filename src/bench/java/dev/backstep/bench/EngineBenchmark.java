package dev.backstep.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks that JMH measures (the classes called {@code …Speed}), with what they
 * allocate: all of them, or those that {@code -Djmh=REGEX} finds.
 */
@Tag("benchmark")
class EngineBenchmark {
  /**
   * Megabytes a second, some three times what JMH allocates while nothing is measured. The smallest
   * object there is, once in an update of 20 µs, would come to 0.8.
   */
  private static final double NOISE = 0.016;

  @Test
  void everyBenchmarkRunsAndNoUpdateAllocates() throws RunnerException {
    Collection<RunResult> results = new Runner(options().build()).run();

    assertThat(results).isNotEmpty();
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().startsWith(UpdateSpeed.class.getName())) {
        assertThat(result.getSecondaryResults().get("gc.alloc.rate").getScore())
            .as("megabytes that %s allocates in a second", result.getParams().id())
            .isLessThan(NOISE);
      }
    }
  }

  private static OptionsBuilder options() {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(System.getProperty("jmh", "Speed"))
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(2)
        .warmupIterations(2)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(3)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .jvmArgs("@" + Path.of("src", "main", "dist", "java.options").toAbsolutePath());
    return options;
  }
}
