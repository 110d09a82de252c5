package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of a net, and the nets that do what their names say. */
class CopyChangeTest {
  private static Trace trace(Net net, int length) {
    return TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(net, 120, 5), length));
  }

  private static CopyChange of(PresetNet preset) {
    return new CopyChange(preset, 1, null);
  }

  private static LossFlow last(Trace trace) {
    return LossFlow.of(trace, new StatePropagation(trace.example()), trace.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 11, 100})
  void aGradientVanishesStaysAndExplodesAsTheNamesOfThePresetsSay(int length) {
    for (PresetNet preset : PresetNet.values()) {
      LossFlow flow = last(of(preset).of(trace(Lstm.NET, length)));
      double growth = flow.norm(Cell.H, 0) / flow.norm(Cell.H, length - 1);
      assertThat(growth / StrictMath.pow(preset.factor(), length - 1)).isCloseTo(1, within(1e-4));
      if (preset == PresetNet.VANISHES && length > 10) {
        // 0.6^9 = 0.0101 and 0.6^10 = 0.0060
        assertThat(flow.reach(Cell.H)).hasValue(10);
      } else {
        assertThat(flow.reach(Cell.H)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRecurrentWeightsOfAPresetAreOrthogonalTimesItsFactor(PresetNet preset) {
    DMatrixRMaj w2 = of(preset).of(trace(Vanilla.NET, 4)).example().weights().get(Parameters.W2);
    DMatrixRMaj product = new DMatrixRMaj(PresetNet.HIDDEN, PresetNet.HIDDEN);
    CommonOps_DDRM.multTransB(w2, w2, product);
    DMatrixRMaj expected = CommonOps_DDRM.identity(PresetNet.HIDDEN);
    CommonOps_DDRM.scale(preset.factor() * preset.factor(), expected);
    assertThat(product.data).containsExactly(expected.data, within(1e-14));
  }

  @Test
  void aCopyIsChangedAndTheNetIsNot() {
    Trace trace = trace(Lstm.NET, 4);
    Weight bias = Lstm.NET.gateBias().orElseThrow().weight();
    Parameters before = trace.example().weights().copy();
    Parameters copy = new CopyChange(null, 2, -1.5).of(trace).example().weights();
    for (Weight weight : Lstm.NET.weights()) {
      double times = Lstm.NET.recurrentWeights().contains(weight) ? 2 : 1;
      double[] old = before.get(weight.name()).data;
      assertThat(trace.example().weights().get(weight.name()).data).isEqualTo(old);
      for (int i = 0; i < old.length; i++) {
        assertThat(copy.get(weight.name()).data[i])
            .isEqualTo(weight.equals(bias) ? -1.5 : times * old[i]);
      }
    }
  }

  @Test
  void nothingIsCopiedWhereNothingChanges() {
    Trace trace = trace(Vanilla.NET, 4);
    assertThat(CopyChange.NOTHING.of(trace)).isSameAs(trace);
  }
}
