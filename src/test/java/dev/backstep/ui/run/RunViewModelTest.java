package dev.backstep.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Smoothing;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.RunSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunViewModelTest {
  private final RunViewModel run = new RunViewModel();

  private void tell(int firstUpdate, double[] losses, int firstHeldOut, HeldOutPoint... heldOut) {
    int updates = firstUpdate + losses.length;
    run.accept(
        new RunSnapshot(
            RunSettings.defaults(),
            new RunSnapshot.Progress(updates, 0, updates, 100),
            firstUpdate,
            losses,
            new double[0],
            firstHeldOut,
            List.of(heldOut),
            List.of(),
            null,
            null,
            List.of(),
            0));
  }

  @Test
  void whereTheRunWentBackTheCurvesAreCutAndGoOnFromThere() {
    tell(0, new double[] {4, 3}, 0, new HeldOutPoint(0, 5, 5));
    tell(2, new double[] {2, 1}, 1, new HeldOutPoint(3, 4.5, 4.4));
    tell(1, new double[] {7}, 1);

    assertThat(run.losses().since(0)).containsExactly(4, 7);
    Smoothing alone = new Smoothing(0.99);
    alone.addAll(new double[] {4, 7});
    assertThat(run.smoothedLosses().since(0)).isEqualTo(alone.series().since(0));
    assertThat(run.heldOutUpdates().since(0)).containsExactly(0);
    assertThat(run.heldOutLosses().since(0)).containsExactly(5);
  }
}
