package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.Screenshot;
import java.lang.management.ManagementFactory;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The time to draw a long curve. */
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class LossChartBenchmark {
  private static final int RUNS = 60;
  private LossChart chart;

  @Start
  private void start(Stage stage) {
    chart = new LossChart();
    Screenshot.of(stage, chart, 900, 400, false);
  }

  @Test
  void aHundredThousandPointsAreDrawnWithinAPulse(FxRobot robot) {
    double[] losses = ChartSamples.losses(100_000, 1);
    robot.interact(
        () -> chart.getLines().setAll(ChartSamples.line("", ChartLine.Role.RUN, losses, 0)));
    long[] best = {Long.MAX_VALUE};
    robot.interact(
        () -> {
          for (int i = 0; i < RUNS; i++) {
            best[0] = Math.min(best[0], nanosToDraw());
          }
        });
    System.out.printf("100000 points: at best %.2f ms%n", best[0] / 1e6);
    assertThat(best[0]).as("nanoseconds").isLessThan(10_000_000L);
  }

  /** Of this thread, so that nothing else that the machine does is counted. */
  private long nanosToDraw() {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    chart.refresh();
    chart.layout();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
