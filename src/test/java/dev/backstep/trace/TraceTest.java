package dev.backstep.trace;

import static dev.backstep.model.Agreement.assertSameBits;
import static dev.backstep.model.Agreement.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TraceTest {
  static final List<String> NAMES = Parameters.NAMES;

  private static final int LENGTH = 11;

  private final RandomNet net = RandomNet.of(1, 6, 5, LENGTH);
  private final Trace trace = TraceFixture.of(net);

  @ParameterizedTest
  @FieldSource("NAMES")
  void theLastCellFindsAnEmptyAccumulator(String name) {
    assertThat(entries(trace.accumulator(name, LENGTH - 1).before())).containsOnly(0);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyCellFindsWhatTheLaterOneLeftBitForBit(String name) {
    for (int t = LENGTH - 1; t > 0; t--) {
      assertSameBits(
          trace.accumulator(name, t - 1).before(), trace.accumulator(name, t).after(), name + t);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void theFirstCellLeavesTheTotalGradientBitForBit(String name) {
    assertSameBits(trace.accumulator(name, 0).after(), trace.gradient(name), name);
    assertSameBits(trace.gradient(name), net.gradients().view(name), name + " of the engine");
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 1", "27, 16, 30", "3, 9, 6"})
  void accumulatorsChainBitForBitForOtherShapes(int vocabulary, int hidden, int length) {
    Trace other = TraceFixture.of(RandomNet.of(2, vocabulary, hidden, length));
    for (String name : NAMES) {
      for (int t = length - 1; t > 0; t--) {
        assertSameBits(
            other.accumulator(name, t - 1).before(), other.accumulator(name, t).after(), name + t);
      }
      assertSameBits(other.accumulator(name, 0).after(), other.gradient(name), name);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void beforeAndTheShareOfTheCellAddUpToAfter(String name) {
    for (int t = 0; t < LENGTH; t++) {
      Accumulator accumulator = trace.accumulator(name, t);
      double[] before = entries(accumulator.before());
      double[] cell = entries(accumulator.cell());
      double[] after = entries(accumulator.after());
      for (int i = 0; i < after.length; i++) {
        assertThat(Math.abs(before[i] + cell[i] - after[i]))
            .as("d%s[%d] at t = %d", name, i, t)
            .isLessThanOrEqualTo(Math.ulp(after[i]));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void theShareOfEveryCellHasTheShapeOfTheParameter(String name) {
    for (int t = 0; t < LENGTH; t++) {
      assertThat(trace.share(name, t).rows()).isEqualTo(trace.weights(name).rows());
      assertThat(trace.share(name, t).cols()).isEqualTo(trace.weights(name).cols());
      assertThat(Arrays.stream(entries(trace.share(name, t))).anyMatch(entry -> entry != 0))
          .isTrue();
    }
  }

  @Test
  void theTwoSummandsOfDhAddUpToItBitForBit() {
    MatrixView output = trace.values(Head.DH_FROM_OUTPUT);
    MatrixView later = trace.values(Cell.DH_FROM_LATER);
    MatrixView dh = trace.values(Cell.DH);
    for (int t = 0; t < LENGTH; t++) {
      for (int j = 0; j < 5; j++) {
        assertThat(output.get(t, j) + later.get(t, j)).isEqualTo(dh.get(t, j));
      }
    }
  }

  @Test
  void aTraceKeepsItsNumbersWhateverTheCallerDoesNext() {
    List<String> labels = new ArrayList<>(TraceFixture.labels(6));
    int[] inputs = net.inputs().clone();
    int[] targets = net.targets().clone();
    double[] h0 = net.h0().clone();
    Trace kept =
        Trace.of(labels, new Example(net.parameters(), inputs, targets, h0), TraceFixture::descend);

    Arrays.fill(inputs, 0);
    Arrays.fill(targets, 0);
    Arrays.fill(h0, 9);
    labels.set(net.inputs()[0], "?");
    TraceFixture.of(RandomNet.of(9, 6, 5, 40));
    net.run(Parameters.zeros(net.parameters().shape()));

    for (Vector quantity : Vanilla.NET.vectors()) {
      assertSameBits(kept.values(quantity), trace.values(quantity), quantity.symbol());
    }
    for (String name : NAMES) {
      assertSameBits(kept.accumulator(name, 3).after(), trace.accumulator(name, 3).after(), name);
    }
    assertThat(kept.input(4)).isEqualTo(net.inputs()[4]);
    assertThat(kept.target(4)).isEqualTo(net.targets()[4]);
    assertThat(kept.label(kept.input(0))).isEqualTo(Character.toString('a' + net.inputs()[0]));
    assertThat(kept.totalLoss()).isEqualTo(trace.totalLoss());
  }

  @Test
  void theUpdateIsShownBesideTheWeightsItStartedFrom() {
    for (String name : NAMES) {
      double[] before = entries(trace.weights(name));
      double[] gradient = entries(trace.gradient(name));
      double[] after = entries(trace.weightsAfter(name));
      for (int i = 0; i < after.length; i++) {
        assertThat(after[i]).isEqualTo(before[i] - gradient[i]);
      }
      assertThat(before).containsExactly(net.parameters().get(name).data);
    }
    assertThat(trace.update().clipScale()).isEqualTo(1);
  }

  @Test
  void aParameterThatDoesNotExistIsRefusedByName() {
    assertThatThrownBy(() -> trace.share("W4", 0)).hasMessage("no parameter is called 'W4'");
    assertThatThrownBy(() -> trace.accumulator("W4", 0)).hasMessageContaining("'W4'");
  }

  @Test
  void theTimelineBelongsToTheLengthOfTheSequence() {
    assertThat(trace.timeline()).isEqualTo(new Timeline(LENGTH));
    assertThat(trace.shape()).isEqualTo(net.parameters().shape());
  }
}
