package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.OptionalInt;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class NetReachTest {
  @Test
  void itIsThatOfTheRowOfTheTriangle() {
    for (double size : new double[] {0.1, 0.4, 0.8}) {
      Trace trace = TraceFixture.of(RandomNet.gaussian(3, size, new Shape(Vanilla.NET, 22, 6), 20));
      LossFlow row = LossFlow.of(trace, new StatePropagation(trace.example()), 18);
      OptionalInt reach = row.reach(Cell.H);
      assertThat(NetReach.of(trace.example(), 18, Cell.H))
          .isEqualTo(new NetReach(reach.orElse(18), reach.isEmpty()));
    }
  }

  @Test
  void aPresetThatStaysReachesTheFirstLetterAndOneThatVanishesDoesNot() {
    int[] ids = new int[16];
    Example stays = PresetNet.STAYS.on(ids, ids, 3);
    assertThat(NetReach.of(stays, 15, Cell.H)).isEqualTo(new NetReach(15, true));
    assertThat(NetReach.radius(stays.weights())).isCloseTo(1, within(1e-9));
    // 0.6 to the tenth is the first power below one percent.
    assertThat(NetReach.of(PresetNet.VANISHES.on(ids, ids, 3), 15, Cell.H))
        .isEqualTo(new NetReach(10, false));
  }

  @Test
  void theRadiusIsTheLargestOfAllRecurrentWeights() {
    Parameters weights = Parameters.zeros(new Shape(Lstm.NET, 5, 4));
    CommonOps_DDRM.setIdentity(weights.get("W2_f"));
    CommonOps_DDRM.scale(-0.7, weights.get("W2_f"));
    CommonOps_DDRM.setIdentity(weights.get("W2_o"));
    CommonOps_DDRM.scale(0.2, weights.get("W2_o"));
    assertThat(NetReach.radius(weights)).isCloseTo(0.7, within(1e-12));
  }
}
