package dev.backstep.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * The time from one pulse to the next, and what a pulse costs: processor time of the FX thread and
 * of the thread that renders. A pulse waits for the rendering of the one before, so that its
 * interval is that of the frames. Used on the FX thread.
 */
final class FrameMeter extends AnimationTimer {
  private static final int MOST = 100_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long[] intervals = new long[MOST];
  private final ObservableValue<?> shown;
  private int frames;
  private int pictures;
  private final ChangeListener<Object> counting = (property, before, now) -> pictures++;
  private long last;
  private long processor;
  private long renderer;

  /** Meters what shows this, anew with every change of it, which most frames do not have. */
  FrameMeter(ObservableValue<?> shown) {
    this.shown = shown;
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    if (last != 0 && frames < MOST) {
      intervals[frames++] = time - last;
    }
    last = time;
  }

  @Override
  public void start() {
    last = 0;
    processor -= THREADS.getCurrentThreadCpuTime();
    renderer -= renderTime();
    shown.addListener(counting);
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    shown.removeListener(counting);
    processor += THREADS.getCurrentThreadCpuTime();
    renderer += renderTime();
  }

  /** Milliseconds that so many of 100 frames stay below. */
  double percentile(int percent) {
    long[] sorted = Arrays.copyOf(intervals, frames);
    Arrays.sort(sorted);
    return sorted[Math.min(frames - 1, frames * percent / 100)] / 1e6;
  }

  /** Milliseconds of processor time that a frame takes on both threads. */
  double cost() {
    return (processor + renderer) / 1e6 / frames;
  }

  double perSecond() {
    return frames * 1e9 / LongStream.of(intervals).sum();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f frames/s, p50 %.1f ms, p99 %.1f ms; a frame costs %.2f ms + rendering %.2f ms,"
            + " of %.1f new pictures/s each %.2f ms + rendering %.2f ms",
        perSecond(),
        percentile(50),
        percentile(99),
        processor / 1e6 / frames,
        renderer / 1e6 / frames,
        perSecond() * pictures / frames,
        processor / 1e6 / pictures,
        renderer / 1e6 / pictures);
  }

  private static long renderTime() {
    return LongStream.of(THREADS.getAllThreadIds())
        .filter(FrameMeter::isRenderer)
        .map(THREADS::getThreadCpuTime)
        .sum();
  }

  private static boolean isRenderer(long id) {
    var thread = THREADS.getThreadInfo(id);
    return thread != null && thread.getThreadName().startsWith("QuantumRenderer");
  }
}
