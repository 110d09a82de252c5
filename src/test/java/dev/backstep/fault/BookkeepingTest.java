package dev.backstep.fault;

import static dev.backstep.fault.FaultSignatureTest.wrongTotals;
import static dev.backstep.model.Agreement.assertSameBits;
import static dev.backstep.model.Agreement.entries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.trace.Accumulator;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that no cell shows: what is right is added up or kept wrongly. */
class BookkeepingTest {
  private static final List<RandomNet> NETS = List.of(FaultTraces.FRESH, FaultTraces.CARRIED);

  @ParameterizedTest
  @CsvSource({"ASSIGN_W1, W1", "ASSIGN_W2, W2", "ASSIGN_W3, W3", "ASSIGN_BH, bh"})
  void ofWhatIsAssignedTheShareOfTheFirstTimestepIsLeft(
      @ConvertWith(Faults.Named.class) Fault fault, String name) {
    for (RandomNet net : NETS) {
      Trace trace = FaultTraces.of(fault, net);
      Signature signature = Signature.between(FaultTraces.right(net), trace);

      assertThat(wrongTotals(signature)).containsExactly("d" + name);
      assertEqual(trace.gradient(name), trace.share(name, 0));
      assertEqual(trace.accumulator(name, 5).after(), trace.share(name, 5));
    }
  }

  /** In every digit; the sign of a zero does not count. */
  private static void assertEqual(MatrixView actual, MatrixView expected) {
    assertThat(Difference.between(expected, actual).isExact()).isTrue();
  }

  @Test
  void withH0ZeroNothingIsLeftOfAnAssignedDW2() {
    Signature signature = FaultSignatureTest.of(Fault.ASSIGN_W2, FaultTraces.FRESH);

    assertThat(signature.totals().get("dW2").error()).isEqualTo(1);
  }

  @Test
  void aSumThatIsThrownAwayStaysZeroThoughEachShareIsRight() {
    for (RandomNet net : NETS) {
      Trace trace = FaultTraces.of(Fault.LOST_ACCUMULATION, net);

      assertThat(wrongTotals(Signature.between(FaultTraces.right(net), trace)))
          .containsExactly("dbh");
      assertThat(entries(trace.gradient("bh"))).containsOnly(0);
      assertSameBits(trace.share("bh", 3), FaultTraces.right(net).share("bh", 3), "share");
    }
  }

  @Test
  void gradientsThatAreNotClearedAreRightOnceAndThenWrongInNoCell() {
    RandomNet before = RandomNet.gaussian(8, 0.4, new Shape(27, 32), 6);
    Trace first = FaultTraces.of(Fault.NO_RESET, before);
    assertThat(wrongTotals(Signature.between(FaultTraces.right(before), first))).isEmpty();

    Parameters left = FaultTraces.leftBehind(first);
    Backward backward = new Backward(Fault.NO_RESET.rules(), left, notation -> "");
    Trace second = FaultTraces.of(FaultTraces.CARRIED, backward, FaultTraces.LONGEST);
    Signature signature = Signature.between(FaultTraces.right(FaultTraces.CARRIED), second);

    assertThat(wrongTotals(signature)).containsExactlyInAnyOrder("dW1", "dW2", "dW3", "dbh", "dbo");
    assertThat(signature.firstWrong()).isEmpty();
    assertThat(entries(second.accumulator("W2", 7).before())).containsExactly(left.get("W2").data);
  }

  @Test
  void theGradientOfTheMeanIsTheRightOneOverTInEveryEntry() {
    Trace right = FaultTraces.right(FaultTraces.CARRIED);
    Trace wrong = FaultTraces.of(Fault.AVERAGED_BY_T, FaultTraces.CARRIED);

    for (String name : Parameters.NAMES) {
      // T = 8 is a power of two, so dividing by it rounds nothing.
      double[] times8 = Arrays.stream(entries(wrong.gradient(name))).map(g -> 8 * g).toArray();
      assertThat(times8).containsExactly(entries(right.gradient(name)));
    }
  }

  @Test
  void clippingTouchesOnlyTheEntriesBeyondFive() {
    RandomNet large = RandomNet.gaussian(3, 0.9, new Shape(27, 32), 8);
    Trace wrong = FaultTraces.of(Fault.CLIPPED_BEFORE_CHECK, large);
    double[] right = entries(FaultTraces.right(large).gradient("W2"));

    assertThat(Arrays.stream(right).anyMatch(g -> g > 5)).isTrue();
    assertThat(Arrays.stream(right).anyMatch(g -> g < -5)).isTrue();
    assertThat(entries(wrong.gradient("W2")))
        .containsExactly(Arrays.stream(right).map(g -> Math.max(-5, Math.min(5, g))).toArray());
  }

  @Test
  void ofAnUntouchedHThereIsNothingToAddToDW2AndDW3() {
    Trace trace = FaultTraces.of(Fault.STALE_H, FaultTraces.FRESH);

    assertThat(entries(trace.gradient("W2"))).containsOnly(0);
    assertThat(entries(trace.gradient("W3"))).containsOnly(0);
    assertThat(trace.totalLoss()).isEqualTo(FaultTraces.right(FaultTraces.FRESH).totalLoss());
  }

  @Test
  void paddedStepsLeaveTheSharesOfDW3AndDboOfRealOnesRight() {
    Signature signature = FaultSignatureTest.of(Fault.PADDING_UNMASKED, FaultTraces.CARRIED);

    assertThat(signature.length()).isEqualTo(8);
    for (int t = 0; t < 8; t++) {
      assertThat(signature.at(CheckedQuantity.DW3, t).isExact()).isTrue();
      assertThat(signature.at(CheckedQuantity.DBO, t).isExact()).isTrue();
      assertThat(signature.at(CheckedQuantity.DH, t).isExact()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void theAccumulatorsLeadToTheGradientThatTrains(Fault fault) {
    Trace trace = FaultTraces.of(fault, FaultTraces.FRESH);

    for (String name : Parameters.NAMES) {
      Accumulator first = trace.accumulator(name, 0);
      for (int t = trace.length() - 1; t > 0; t--) {
        assertSameBits(
            trace.accumulator(name, t).after(), trace.accumulator(name, t - 1).before(), name);
      }
      if (fault != Fault.CLIPPED_BEFORE_CHECK) {
        assertSameBits(first.after(), trace.gradient(name), name);
      }
    }
  }

  @Test
  void twoFaultsAtOnceSpoilWhatEachOfThemSpoils() {
    Trace right = FaultTraces.right(FaultTraces.CARRIED);
    Trace both =
        FaultTraces.by(Fault.W3_FROM_PREVIOUS_STATE.with(Fault.DBH_FROM_DH), FaultTraces.CARRIED);

    assertThat(wrongTotals(Signature.between(right, both))).containsExactlyInAnyOrder("dW3", "dbh");
  }
}
