package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.shell.KeyboardTest;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time the lens takes to follow. */
@Tag("benchmark")
class LensBenchmark extends KeyboardTest {
  @Test
  void aMoveCostsLessThanThreeMilliseconds() {
    control(KeyCode.I);
    tabTo("O");
    Lens lens = lookup(".lens").queryAs(Lens.class);
    Heatmap heatmap = heatmap("O");
    long[] nanos = new long[300];
    for (int i = 0; i < nanos.length; i++) {
      int move = i;
      interact(() -> nanos[move] = nanosToShow(lens, heatmap));
    }
    Arrays.sort(nanos);
    System.out.printf("a move of the lens: the median %.2f ms%n", nanos[nanos.length / 2] / 1e6);
    assertThat(nanos[nanos.length / 2]).as("nanoseconds").isLessThan(3_000_000);
  }

  /** Of this thread, so that nothing else that the machine does is counted. */
  private static long nanosToShow(Lens lens, Heatmap heatmap) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    lens.show(heatmap);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
