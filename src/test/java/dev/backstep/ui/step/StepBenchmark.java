package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.shell.WindowTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The time that one step keeps the FX thread: the step itself, and the styling and layout of the
 * pulse after it, in which the heatmaps are painted. Not part of the tests: {@code mvn test
 * -Pbench}.
 */
@Tag("benchmark")
class StepBenchmark extends WindowTest {
  private static final int WARM_UP = 60;
  private static final int MEASURED = 60;

  private long layoutBegan;
  private long layoutTook;
  private volatile CountDownLatch pulse = new CountDownLatch(1);

  private final Runnable beforeLayout = () -> layoutBegan = System.nanoTime();
  private final Runnable afterLayout =
      () -> {
        layoutTook = Math.max(layoutTook, System.nanoTime() - layoutBegan);
        pulse.countDown();
      };

  @ParameterizedTest(name = "H = {0}, T = {1}, V = {2}, zoomed to fit: {3}")
  @CsvSource({
    "128, 100, 80, false, 16",
    "128, 100, 80, true, 16",
    "512, 500, 80, false, 50",
    "512, 500, 80, true, 50"
  })
  void step(int hidden, int length, int vocabulary, boolean isFitted, double limit)
      throws InterruptedException, TimeoutException {
    open(hidden, length, vocabulary);
    Scene scene = window.scene();
    interact(() -> scene.addPreLayoutPulseListener(beforeLayout));
    interact(() -> scene.addPostLayoutPulseListener(afterLayout));
    if (isFitted) {
      write("0");
    }
    StepViewModel step = window.viewModel().step();
    warmUp(length, step);
    report(hidden, length, isFitted, "forward", limit, 0, step::next);
    int backward = length + 1;
    report(hidden, length, isFitted, "backward", limit, backward, step::next);
    report(hidden, length, isFitted, "back again", limit, 2 * length - 1, step::previous);
  }

  private void open(int hidden, int length, int vocabulary) throws TimeoutException {
    String line =
        IntStream.range(0, length)
            .mapToObj(i -> String.valueOf((char) ('!' + i * 7 % (vocabulary - 1))))
            .collect(Collectors.joining());
    WaitForAsyncUtils.asyncFx(
        () ->
            window
                .viewModel()
                .session()
                .open(
                    () ->
                        CorpusReader.read(
                            "benchmark",
                            (line + "\n").repeat(3).getBytes(StandardCharsets.UTF_8),
                            new TextMode.Lines()),
                    List.of(RunSettings.defaults().withHidden(hidden).withHeldOutShare(0))));
    await(
        () ->
            window.viewModel().step().traceProperty().get() != null
                && window.viewModel().step().traceProperty().get().length() == length);
  }

  /** The compiler has seen every kind of step before any is measured. */
  private void warmUp(int length, StepViewModel step) throws InterruptedException {
    for (int from : new int[] {0, length + 1}) {
      interact(() -> step.goTo(from));
      for (int i = 0; i < WARM_UP; i++) {
        measure(step::next);
      }
      for (int i = 0; i < WARM_UP; i++) {
        measure(step::previous);
      }
    }
  }

  private void report(
      int hidden,
      int length,
      boolean isFitted,
      String direction,
      double limit,
      int from,
      Runnable oneStep)
      throws InterruptedException {
    interact(() -> window.viewModel().step().goTo(from));
    double[] took = new double[MEASURED];
    for (int i = 0; i < MEASURED; i++) {
      took[i] = measure(oneStep);
    }
    Arrays.sort(took);
    double median = took[MEASURED / 2];
    System.out.printf(
        Locale.ROOT,
        "H = %d, T = %d, %s, %s: median %.1f ms, 95 %% below %.1f ms%n",
        hidden,
        length,
        isFitted ? "all columns seen" : "as it opens",
        direction,
        median,
        took[MEASURED * 95 / 100]);
    assertThat(median).as("median of %s", direction).isLessThan(limit);
  }

  private double measure(Runnable oneStep) throws InterruptedException {
    pulse = new CountDownLatch(1);
    long[] took = new long[1];
    interact(
        () -> {
          // Only pulses after the step count; the slowest is the one that painted.
          pulse = new CountDownLatch(1);
          layoutTook = 0;
          long began = System.nanoTime();
          oneStep.run();
          took[0] = System.nanoTime() - began;
        });
    assertThat(pulse.await(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
    return (took[0] + layoutTook) / 1e6;
  }
}
