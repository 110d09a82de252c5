package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.backstep.model.Truncation;
import dev.backstep.net.Lstm;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.optimizer.OptimizerKind;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
  private static final int UPDATES = 2000;

  /** The vanilla net with every optimiser, every other net with one, and truncation of a kind. */
  private static Stream<RunSettings> runs() {
    HiddenStatePolicy carried = new HiddenStatePolicy.Carried(true);
    Stream<RunSettings> optimizers =
        Stream.of(OptimizerKind.values()).map(kind -> Runs.settings(kind, carried));
    Stream<RunSettings> cells =
        Nets.ALL.stream()
            .filter(net -> net != Vanilla.NET)
            .map(net -> Runs.settings(OptimizerKind.ADAM, carried).withCell(net));
    Stream<RunSettings> truncated =
        Stream.of(Truncation.chunks(3), Truncation.window(3))
            .map(cut -> Runs.settings(OptimizerKind.ADAM, carried).withTruncation(cut))
            .flatMap(settings -> Stream.of(settings, settings.withCell(Lstm.NET)));
    BatchSettings batch = new BatchSettings(4, BatchSettings.Order.BY_LENGTH);
    Stream<RunSettings> batches =
        Stream.of(PaddingSettings.Mask.values())
            .map(PaddingSettings.USUAL::with)
            .map(padding -> padding.with(PaddingSettings.LossMean.PER_CHARACTER))
            .map(
                padding ->
                    Runs.settings(OptimizerKind.SGD, carried)
                        .withBatch(batch)
                        .withPadding(padding));
    HiddenStatePolicy learns = new HiddenStatePolicy.Learned();
    Stream<RunSettings> learned =
        Stream.of(
            Runs.settings(OptimizerKind.ADAGRAD, learns),
            Runs.settings(OptimizerKind.ADAM, learns).withCell(Lstm.NET).withBatch(batch));
    return Stream.of(optimizers, cells, truncated, batches, learned).flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anUpdateAllocatesNothing(RunSettings settings) {
    Trainer trainer = Runs.trainer(Runs.dinosaurs(), settings);
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
