package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.backstep.training.optimizer.OptimizerKind;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {
  private static final int UPDATES = 2000;

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void anUpdateAllocatesNothing(OptimizerKind optimizer) {
    Trainer trainer =
        Runs.trainer(
            Runs.dinosaurs(), Runs.settings(optimizer, new HiddenStatePolicy.Carried(true)));
    train(trainer);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    train(trainer);
    long allocated = threads.getThreadAllocatedBytes(id) - before;
    // The measurement itself and class loading may cost something once; an update may not.
    assertThat(allocated).as("bytes in %d updates", UPDATES).isLessThan(UPDATES);
  }

  private static void train(Trainer trainer) {
    for (int i = 0; i < UPDATES; i++) {
      trainer.update();
    }
  }
}
