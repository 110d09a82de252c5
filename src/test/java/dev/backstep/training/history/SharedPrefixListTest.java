package dev.backstep.training.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.optimizer.OptimizerKind;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedPrefixListTest {
  @Test
  void whatWasHandedOutNeverChangesWhateverIsAddedLater() {
    SharedPrefixList<Integer> growing = new SharedPrefixList<>(List.of(0, 1, 2));
    List<List<Integer>> handedOut = new ArrayList<>();
    for (int i = 3; i < 1000; i++) {
      handedOut.add(growing.asOfNow());
      growing.add(i);
    }
    for (int i = 0; i < handedOut.size(); i++) {
      assertThat(handedOut.get(i)).isEqualTo(IntStream.range(0, i + 3).boxed().toList());
    }
  }

  @Test
  void whatWasHandedOutEndsWhereItDidAndNobodyCanChangeIt() {
    SharedPrefixList<Integer> growing = new SharedPrefixList<>(List.of(7));
    List<Integer> now = growing.asOfNow();
    growing.add(8);
    assertThatThrownBy(() -> now.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> now.set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> now.add(9)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void toTellOfARunTakesNoMoreMemoryThoughItHasAHundredThousandHeldOutLosses() {
    RunSettings settings = Runs.settings(3, OptimizerKind.SGD, new HiddenStatePolicy.Zero());
    RunHistory history = new RunHistory(SavedRuns.data(), settings, 400_000, Long.MAX_VALUE);
    for (int i = 0; i < 100_000; i++) {
      history.record(new HeldOutPoint(i, 1, 1));
    }
    assertThat(history.branches().get(0).heldOut()).hasSize(100_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    List<BranchSummary> told = history.branches();
    long allocated = threads.getThreadAllocatedBytes(id) - before;
    history.record(new HeldOutPoint(100_000, 1, 1));
    assertThat(allocated).as("bytes").isLessThan(20_000);
    assertThat(told.get(0).heldOut()).hasSize(100_000);
  }
}
