package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.MatrixView;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Lstm;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateOpennessTest {
  /** Weights so large that gates are shut, open and between. */
  private final Trace trace =
      TraceFixture.of(RandomNet.gaussian(4, 3, new Shape(Lstm.NET, 7, 12), 5));

  @Test
  void meanAndSharesAreThoseOfTheUnitsOfTheCell() {
    MatrixView f = trace.values(Lstm.F);
    boolean anyOpen = false;
    for (int t = 0; t < trace.length(); t++) {
      int at = t;
      double[] units = IntStream.range(0, 12).mapToDouble(unit -> f.get(at, unit)).toArray();
      GateOpenness openness = GateOpenness.of(trace, Lstm.F, t);
      assertThat(openness.mean())
          .isCloseTo(IntStream.range(0, 12).mapToDouble(u -> units[u]).sum() / 12, within(1e-12));
      long open = IntStream.range(0, 12).filter(u -> units[u] > 0.9).count();
      long shut = IntStream.range(0, 12).filter(u -> units[u] < 0.1).count();
      assertThat(openness.open()).isEqualTo(open / 12.0);
      assertThat(openness.shut()).isEqualTo(shut / 12.0);
      anyOpen |= open > 0 && shut > 0;
    }
    assertThat(anyOpen).as("there are open and shut units in one cell").isTrue();
  }
}
