package dev.backstep.training.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.EpochOrder;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CheckpointsTest {
  private static final int EPOCH = 1000;

  private final SeededRandom random = new SeededRandom(3);
  private final Checkpoint beginning =
      Checkpoint.beginning(
          TrainingData.split(Runs.lines("ab", "bc", "cd"), 0, 1),
          Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Zero()));
  private final long size = beginning.bytes();
  private int[] order = new int[EPOCH];

  /** One that takes the memory of any other, for what a run is there does not matter here. */
  private Checkpoint at(long update) {
    if (update % EPOCH == 0) {
      order = new int[EPOCH];
    }
    return new Checkpoint(
        update,
        beginning.settings(),
        beginning.weights(),
        beginning.optimizer(),
        beginning.gradients(),
        beginning.nextStates(),
        null,
        new EpochOrder.State(order, 0, 0, 0),
        0,
        0);
  }

  private void train(Checkpoints checkpoints, long from, long until) {
    for (long update = from; update <= until; update++) {
      if (checkpoints.isDue(update)) {
        checkpoints.add(at(update));
      }
    }
  }

  /** All that are kept, the newest first. */
  private static List<Checkpoint> all(Checkpoints checkpoints) {
    List<Checkpoint> all = new ArrayList<>();
    for (long update = Long.MAX_VALUE; update >= 0; ) {
      Checkpoint checkpoint = checkpoints.atOrBefore(update);
      all.add(checkpoint);
      update = checkpoint.updates() - 1;
    }
    return all;
  }

  private static long memory(List<Checkpoint> all) {
    Set<Integer> orders = new LinkedHashSet<>();
    long bytes = 0;
    for (Checkpoint each : all) {
      boolean isFirst = orders.add(System.identityHashCode(each.order().order()));
      bytes += each.bytes() + (isFirst ? each.orderBytes() : 0);
    }
    return bytes;
  }

  @Test
  void theBudgetIsKeptAndThereAreNeverFewerThanSixtyFour() {
    for (int run = 0; run < 40; run++) {
      long budget = (long) (size * (1 + random.nextDouble() * 300));
      Checkpoints checkpoints = new Checkpoints(1 + random.nextInt(300));
      checkpoints.allow(budget, Long.MAX_VALUE);
      int length = 1 + random.nextInt(40_000);
      int step = 1 + random.nextInt(100);
      for (int update = 0; update < length; update += step) {
        train(checkpoints, update, Math.min(length, update + step) - 1);
        assertThat(checkpoints.count()).isGreaterThanOrEqualTo(Math.min(64, update + 1));
        assertThat(checkpoints.bytes() <= budget || checkpoints.count() <= 64)
            .as("%d bytes of %d in %d", checkpoints.bytes(), budget, checkpoints.count())
            .isTrue();
      }
      List<Checkpoint> all = all(checkpoints);
      assertThat(all).hasSize(checkpoints.count());
      assertThat(memory(all)).isEqualTo(checkpoints.bytes());
      assertThat(all.get(all.size() - 1).updates()).isZero();
    }
  }

  @Test
  void theLimitIsKeptEvenIfThenThereAreFew() {
    Checkpoints checkpoints = new Checkpoints(64);
    checkpoints.allow(10 * size, 30 * size);
    train(checkpoints, 0, 50_000);
    assertThat(checkpoints.bytes()).isLessThanOrEqualTo(30 * size);
    assertThat(checkpoints.count()).isGreaterThan(15);
    checkpoints.allow(1, 1);
    assertThat(all(checkpoints)).hasSize(3);
    assertThat(checkpoints.atOrBefore(0).updates()).isZero();
    assertThat(checkpoints.atOrBefore(Long.MAX_VALUE).updates()).isGreaterThan(49_900);
  }

  @Test
  void theLastBeforeAnUpdateIsFound() {
    Checkpoints checkpoints = new Checkpoints(64);
    checkpoints.allow(100 * size, Long.MAX_VALUE);
    train(checkpoints, 0, 30_000);
    List<Checkpoint> all = all(checkpoints);
    for (int i = 0; i < 2000; i++) {
      long update = random.nextInt(30_000);
      long expected =
          all.stream()
              .mapToLong(Checkpoint::updates)
              .filter(each -> each <= update)
              .max()
              .orElseThrow();
      assertThat(checkpoints.atOrBefore(update).updates()).isEqualTo(expected);
    }
  }

  @Test
  void gapsGrowWithTheAgeAndTheLargestIsAFewTimesWhatEqualOnesWouldBe() {
    for (int capacity : new int[] {64, 100, 400, 1500}) {
      Checkpoints checkpoints = new Checkpoints(64);
      checkpoints.allow(capacity * (size + 100), Long.MAX_VALUE);
      int length = 400_000 + random.nextInt(400_000);
      train(checkpoints, 0, length);
      long[] gaps = gaps(all(checkpoints));
      double equal = (double) length / checkpoints.count();
      assertThat(LongStream.of(gaps).max().orElseThrow()).isLessThan((long) (5 * equal));
      double recent = mean(gaps, 0, gaps.length / 4);
      double old = mean(gaps, 3 * gaps.length / 4, gaps.length);
      assertThat(recent).as("%d checkpoints", checkpoints.count()).isLessThan(old / 2);
    }
  }

  /** The newest first. */
  private static long[] gaps(List<Checkpoint> all) {
    long[] gaps = new long[all.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = all.get(i).updates() - all.get(i + 1).updates();
    }
    return gaps;
  }

  private static double mean(long[] gaps, int from, int until) {
    return LongStream.of(gaps).skip(from).limit(until - from).average().orElseThrow();
  }

  @Test
  void theLongerSequencesAreTheOftenerACheckpointIsTaken() {
    TrainingData names = TrainingData.split(Runs.dinosaurs(), 0, 1);
    TrainingData lines = TrainingData.split(Runs.lines("abcdefgh ".repeat(100)), 0, 1);
    assertThat(spacing(names, 64, OptimizerKind.SGD)).isBetween(200L, 300L);
    assertThat(spacing(names, 64, OptimizerKind.ADAM)).isBetween(600L, 900L);
    assertThat(spacing(lines, 64, OptimizerKind.ADAM)).isBetween(2L, 12L);
  }

  @Test
  void aLargeNetIsCopiedOftenerForItsUpdatesTakeLongToMakeAgain() {
    TrainingData names = TrainingData.split(Runs.dinosaurs(), 0, 1);
    assertThat(spacing(names, 512, OptimizerKind.SGD)).isBetween(60L, 130L);
    assertThat(spacing(names, 1024, OptimizerKind.ADAM)).isBetween(150L, 230L);
  }

  private static long spacing(TrainingData data, int hidden, OptimizerKind optimizer) {
    RunSettings settings = Runs.settings(hidden, optimizer, new HiddenStatePolicy.Zero());
    return CheckpointSpacing.widest(data, Checkpoint.beginning(data, settings));
  }
}
