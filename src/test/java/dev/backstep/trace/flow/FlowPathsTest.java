package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a gradient is added up of, by the equations of the net. */
class FlowPathsTest {
  private static final int LENGTH = 9;
  private static final int HIDDEN = 5;

  private static Stream<Net> nets() {
    return Nets.ALL.stream();
  }

  private static Trace trace(Net net) {
    return TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(net, 12, HIDDEN), LENGTH));
  }

  private static List<String> names(Net net, Vector state) {
    return FlowPaths.of(net, state).stream().map(path -> path.written(net, Notation.OURS)).toList();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void thePartsAddUpToTheWhole(Net net) {
    Trace trace = trace(net);
    StatePropagation cells = new StatePropagation(trace.example());
    for (Vector state : net.states()) {
      FlowPaths paths = FlowPaths.of(trace, cells, 7, state);
      assertThat(paths.loss()).isEqualTo(7);
      for (int t = 0; t < 7; t++) {
        double sum = 0;
        for (int path = 0; path < paths.paths().size(); path++) {
          sum += paths.share(path, t);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
      }
    }
  }

  @Test
  void whatTheyAreFollowsFromTheEquations() {
    assertThat(names(Vanilla.NET, Cell.H)).hasSize(1);
    assertThat(names(Lstm.NET, Cell.H))
        .containsExactly("da_i·W2_iᵀ", "da_f·W2_fᵀ", "da_g·W2_gᵀ", "da_o·W2_oᵀ");
    assertThat(names(Lstm.NET, Lstm.C)).containsExactly("dh ⊙ gate_o ⊙ (1 − tanh(c)²)", "dc ⊙ f");
    assertThat(names(Gru.NET, Cell.H))
        .containsExactly("dh ⊙ z", "da_r·W2_rᵀ", "da_z·W2_zᵀ", "dhn·W2_nᵀ");
    assertThat(names(GruResetBefore.NET, Cell.H)).hasSize(4).contains("drh ⊙ r");
  }

  @Test
  void aShareIsThePartAlongTheWhole() {
    Trace trace = OneLoss.of(trace(Gru.NET), 6);
    FlowPaths paths = FlowPaths.of(trace, new StatePropagation(trace.example()), 6, Cell.H);
    double along = 0;
    double square = 0;
    for (int i = 0; i < HIDDEN; i++) {
      double dh = trace.values(Cell.DH).get(3, i);
      along += trace.values(Cell.DH).get(4, i) * trace.values(Gru.Z).get(4, i) * dh;
      square += dh * dh;
    }
    assertThat(paths.share(0, 3)).isCloseTo(along / square, within(1e-13));
  }
}
