package dev.backstep.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Gru;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What truncation leaves of the triangle, against the engine that truncates. */
class FlowCutTest {
  private static final int LENGTH = 9;

  private static Stream<Truncation> truncations() {
    return Stream.of(
        Truncation.NONE,
        Truncation.chunks(1),
        Truncation.chunks(4),
        Truncation.window(1),
        Truncation.window(3),
        Truncation.window(20));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void aSquareIsKeptWhereTheGradientOfItsLossComes(Truncation truncation) {
    Trace trace = TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(Gru.NET, 12, 4), LENGTH));
    for (int s = 0; s < LENGTH; s++) {
      Example one = OneLoss.of(trace, s).example();
      BatchPass pass = BatchPass.of(Batch.of(one).with(truncation), BackwardRules.RIGHT);
      for (int t = 0; t <= s; t++) {
        boolean comes = Arrays.stream(pass.row(Cell.DH, 0, t)).anyMatch(entry -> entry != 0);
        assertThat(TruncationError.keeps(truncation, s, t))
            .as("%s, loss %d, state %d", truncation, s, t)
            .isEqualTo(comes);
      }
    }
  }
}
