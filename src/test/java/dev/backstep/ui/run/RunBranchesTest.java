package dev.backstep.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Series;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.RunSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunBranchesTest {
  private final RunBranches branches = new RunBranches();

  private static HeldOutPoint point(long updates, double loss) {
    return new HeldOutPoint(updates, loss, 9);
  }

  private static BranchSummary branch(int number, int parent, long start, HeldOutPoint... heldOut) {
    return new BranchSummary(
        number, parent, start, List.of(), new Series(), List.of(heldOut), null, null);
  }

  private void show(int current, BranchSummary... all) {
    branches.accept(
        new RunSnapshot(
            RunSettings.defaults(),
            new RunSnapshot.Progress(0, 0, 0, 100),
            0,
            new double[0],
            new double[0],
            0,
            List.of(),
            List.of(),
            null,
            null,
            List.of(all),
            current));
  }

  private long lowest() {
    HeldOutPoint lowest = branches.lowestHeldOut();
    return lowest == null ? -1 : lowest.updates();
  }

  @Test
  void theLowestIsTheEarliestOfEqualOnesWhereverTheRunIs() {
    assertThat(lowest()).isEqualTo(-1);
    show(0, branch(0, -1, 0, point(0, 3), point(100, 1.5), point(200, 1.5), point(300, 2)));
    assertThat(lowest()).isEqualTo(100);
  }

  @Test
  void whatWasMeasuredOnAnotherBranchOrBehindWhereItLeftDoesNotCount() {
    BranchSummary first = branch(0, -1, 0, point(0, 3), point(100, 2), point(200, 1));
    show(0, first, branch(1, 0, 150, point(200, 1.8)), branch(2, 0, 150, point(200, 2.5)));
    assertThat(lowest()).isEqualTo(200);
    assertThat(branches.lowestHeldOut().loss()).isEqualTo(1);
    show(1, first, branch(1, 0, 150, point(200, 1.8)));
    assertThat(branches.lowestHeldOut().loss()).isEqualTo(1.8);
    show(2, first, branch(1, 0, 150, point(200, 1.8)), branch(2, 0, 150, point(200, 2.5)));
    assertThat(lowest()).isEqualTo(100);
    show(
        2,
        first,
        branch(1, 0, 50, point(100, 2.8), point(200, 0.5)),
        branch(2, 1, 150, point(200, 2.9)));
    assertThat(lowest()).as("a branch of a branch").isEqualTo(100);
    assertThat(branches.lowestHeldOut().loss()).isEqualTo(2.8);
  }

  @Test
  void aLossThatIsNotFiniteIsNotTheLowest() {
    show(0, branch(0, -1, 0, point(0, Double.NaN), point(100, 2), point(200, Double.NaN)));
    assertThat(lowest()).isEqualTo(100);
    show(0, branch(0, -1, 0, point(0, Double.NaN), point(100, Double.POSITIVE_INFINITY)));
    assertThat(lowest()).isEqualTo(-1);
  }
}
