package dev.backstep.ui.shell;

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
  private final long[] processor = new long[MOST];
  private final long[] rendering = new long[MOST];
  private final ObservableValue<?> shown;
  private int frames;
  private int pictures;
  private final ChangeListener<Object> counting = (property, before, now) -> pictures++;
  private long renderer;
  private long last;
  private long lastProcessor;
  private long lastRendering;

  /** Meters what shows this, anew with every change of it, which most frames do not have. */
  FrameMeter(ObservableValue<?> shown) {
    this.shown = shown;
  }

  @Override
  public void handle(long now) {
    long time = System.nanoTime();
    long processorTime = THREADS.getCurrentThreadCpuTime();
    long renderingTime = THREADS.getThreadCpuTime(renderer);
    if (last != 0 && frames < MOST) {
      intervals[frames] = time - last;
      processor[frames] = processorTime - lastProcessor;
      rendering[frames] = renderingTime - lastRendering;
      frames++;
    }
    last = time;
    lastProcessor = processorTime;
    lastRendering = renderingTime;
  }

  @Override
  public void start() {
    last = 0;
    renderer = renderer();
    shown.addListener(counting);
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    shown.removeListener(counting);
  }

  /** Milliseconds of processor time that 99 of 100 frames stay below, on the busier thread. */
  double cost() {
    return Math.max(percentile(processor, 99), percentile(rendering, 99));
  }

  private double percentile(long[] nanos, int percent) {
    long[] sorted = Arrays.copyOf(nanos, frames);
    Arrays.sort(sorted);
    return sorted[Math.min(frames - 1, frames * percent / 100)] / 1e6;
  }

  private double sum(long[] nanos) {
    return LongStream.of(nanos).limit(frames).sum() / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f frames/s, p50 %.1f ms, p99 %.1f ms; processor time of a frame p99 %.1f ms + rendering"
            + " %.1f ms; %.1f new pictures/s of %.1f ms + rendering %.1f ms",
        frames * 1e3 / sum(intervals),
        percentile(intervals, 50),
        percentile(intervals, 99),
        percentile(processor, 99),
        percentile(rendering, 99),
        pictures * 1e3 / sum(intervals),
        sum(processor) / pictures,
        sum(rendering) / pictures);
  }

  private static long renderer() {
    return LongStream.of(THREADS.getAllThreadIds())
        .filter(FrameMeter::isRenderer)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isRenderer(long id) {
    var thread = THREADS.getThreadInfo(id);
    return thread != null && thread.getThreadName().startsWith("QuantumRenderer");
  }
}
