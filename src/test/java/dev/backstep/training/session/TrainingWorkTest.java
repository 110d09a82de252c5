package dev.backstep.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.ShownRun;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The work of the training thread, on the thread of the test: where it stops depends on no clock.
 */
class TrainingWorkTest {
  private static final RunSettings SETTINGS =
      Runs.settings(OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true));

  private final SnapshotBox box = new SnapshotBox();
  private final TrainingWork work = new TrainingWork(box);
  private final ShownRun shown = new ShownRun();

  @BeforeEach
  void open() {
    work.begin(Runs::dinosaurs, List.of(SETTINGS));
  }

  @Test
  void stoppedOnTheWayTheSessionTrainsOnAsIfNothingHadBeenAsked() {
    work.start(Long.MAX_VALUE);
    while (shown.losses.size() < 5000) {
      work.train();
      work.publish();
      shown.accept(box.take().runs().get(0));
    }
    List<Snapshot> onTheWay = new ArrayList<>();
    BooleanSupplier untilThird =
        () -> {
          Snapshot snapshot = box.take();
          if (snapshot != null) {
            onTheWay.add(snapshot);
          }
          return onTheWay.size() < 3;
        };
    work.goTo(0, 4990, untilThird);
    assertThat(onTheWay).hasSize(3);
    assertThat(onTheWay.get(2).state()).isEqualTo(TrainingState.REPLAYING);
    assertThat(onTheWay.get(2).replay().update()).isEqualTo(4990);
    assertThat(onTheWay.get(2).replay().share())
        .isGreaterThan(onTheWay.get(1).replay().share())
        .isLessThan(1);
    assertThat(work.isRunning()).isTrue();
    work.train();
    work.publish();
    Snapshot after = box.take();
    assertThat(after.runs().get(0).progress().updates()).isEqualTo(5001);
    assertThat(after.runs().get(0).losses()).hasSize(1);
    assertThat(after.replay()).isNull();
  }

  @Test
  void whatTheScreenNeverLookedAtIsToldAgainEvenAcrossGoingBack() {
    updates(50);
    work.publish();
    shown.accept(box.take().runs().get(0));
    double[] first = shown.losses.since(0);
    work.goTo(0, 30, () -> true);
    work.publish();
    work.change(settings -> settings.withLearningRate(0.05));
    updates(10);
    work.publish();
    work.goTo(1, 35, () -> true);
    work.publish();
    RunSnapshot taken = box.take().runs().get(0);
    shown.accept(taken);
    assertThat(shown.losses.size()).isEqualTo(35);
    assertThat(shown.losses.between(0, 31)).isEqualTo(Arrays.copyOf(first, 31));
    assertThat(shown.losses.get(34))
        .isNotEqualTo(first[34])
        .isEqualTo(taken.branches().get(1).losses().get(4));
    assertThat(shown.heldOut).hasSize(1);
  }

  private void updates(int times) {
    for (int i = 0; i < times; i++) {
      work.update();
    }
  }
}
