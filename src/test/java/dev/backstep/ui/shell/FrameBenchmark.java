package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.CorpusSource;
import dev.backstep.training.session.Snapshot;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.run.SessionViewModel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whether the screen keeps up with training at full speed, and what it takes from it: the same run
 * trains in turn while it is shown and in a session of its own that nobody looks at. My code, which
 * shows nothing of a run but its progress, is there to compare with. Not part of the tests: {@code
 * mvn test -Pbench -Dtest=FrameBenchmark}.
 */
@Tag("benchmark")
class FrameBenchmark extends WindowTest {
  private static final int ROUNDS = Integer.getInteger("backstep.bench.rounds", 4);
  private static final long WARM_UP_MILLIS = 4000;
  private static final long TURN_MILLIS = 2500;

  /**
   * Processor time that nearly every frame stays below on each of the two threads. How long a frame
   * takes depends on what else the machine does, this less; a frame has 17 ms.
   */
  private static final double MOST_MILLIS = 30;

  private static final CorpusSource NAMES = () -> Dataset.DINOSAURS.load(new TextMode.Lines());

  @Override
  public void start(Stage primary) {
    window = new MainWindow(1440, 900);
    show(1440, 900);
  }

  @ParameterizedTest(name = "{0}, H = {1}")
  @CsvSource({
    "STEP,64",
    "TRAIN,64",
    "COMPARE,64",
    "STEP,128",
    "TRAIN,128",
    "COMPARE,128",
    "MY_CODE,64"
  })
  void train(Screen screen, int hidden) throws InterruptedException, TimeoutException {
    SessionViewModel shown = open(screen, hidden);
    FrameMeter frames = new FrameMeter(shown.run().traceProperty());
    double seen = 0;
    double unseen = 0;
    try (TrainingSession alone = new TrainingSession("alone")) {
      alone.open(NAMES, settings(shown));
      waitFor(WARM_UP_MILLIS, shown);
      measure(alone, WARM_UP_MILLIS / 2);
      for (int i = 0; i < ROUNDS; i++) {
        seen += measure(shown, frames);
        unseen += measure(alone, TURN_MILLIS);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, H = %d: %s; %.0f updates/s, %.0f with nobody looking (%.1f %% lost); load %.1f%n",
        screen,
        hidden,
        frames,
        seen / ROUNDS,
        unseen / ROUNDS,
        100 * (1 - seen / unseen),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    assertThat(frames.cost()).as("milliseconds that a frame costs").isBetween(0.1, MOST_MILLIS);
  }

  private SessionViewModel open(Screen screen, int hidden) throws TimeoutException {
    RunSettings settings = RunSettings.defaults().withHidden(hidden).withHeldOutShare(0);
    SessionViewModel session = window.viewModel().session();
    interact(() -> session.open(NAMES, List.of(settings)));
    await(() -> session.run().traceProperty().get() != null);
    interact(() -> window.viewModel().screenProperty().set(screen));
    SessionViewModel shown =
        screen == CompareScreen.ID ? window.viewModel().compare().session() : session;
    await(() -> shown.run().traceProperty().get() != null);
    return shown;
  }

  private static List<RunSettings> settings(SessionViewModel session) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> session.runs().stream().map(run -> run.settingsProperty().get()).toList());
  }

  private void waitFor(long millis, SessionViewModel shown) throws InterruptedException {
    interact(shown::toggle);
    pass(millis);
    interact(shown::pause);
  }

  /** Updates per second of what is shown. */
  private double measure(SessionViewModel shown, FrameMeter frames) throws InterruptedException {
    interact(shown::toggle);
    // What starting and the first pulse cost is not of the steady run.
    pass(TURN_MILLIS / 10);
    long[] updates = new long[2];
    long[] times = new long[2];
    interact(() -> begin(shown, frames, updates, times));
    pass(TURN_MILLIS);
    interact(
        () -> {
          frames.stop();
          updates[1] = shown.run().progressProperty().get().updates();
          times[1] = System.nanoTime();
        });
    interact(shown::pause);
    return (updates[1] - updates[0]) * 1e9 / (times[1] - times[0]);
  }

  private static void begin(
      SessionViewModel shown, FrameMeter frames, long[] updates, long[] times) {
    updates[0] = shown.run().progressProperty().get().updates();
    times[0] = System.nanoTime();
    frames.start();
  }

  /** Updates per second of a session that nobody takes a snapshot of on the way. */
  private static double measure(TrainingSession alone, long millis) throws InterruptedException {
    alone.start();
    pass(millis / 10);
    long before = updates(alone);
    long began = System.nanoTime();
    pass(millis);
    long after = updates(alone);
    double perSecond = (after - before) * 1e9 / (System.nanoTime() - began);
    alone.pause();
    return perSecond;
  }

  private static long updates(TrainingSession session) {
    session.take();
    Snapshot newest = null;
    while (newest == null) {
      Thread.onSpinWait();
      newest = session.take();
    }
    return newest.runs().get(0).progress().updates();
  }

  private static void pass(long millis) throws InterruptedException {
    // Nothing is waited for: this is how long is measured.
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }
}
