package dev.backstep.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import dev.backstep.trace.flow.FlowTriangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCsvTest {
  @Test
  void aLineIsOneSquareWithItsBalanceAndItsPaths() {
    Trace trace = TraceFixture.of(RandomNet.gaussian(3, 0.6, new Shape(Lstm.NET, 9, 4), 5));
    FlowTriangle triangle = new FlowTriangle(trace);
    triangle.compute(() -> 4, () -> false, row -> {});
    List<String> lines = FlowCsv.of(triangle, Cell.H).lines().toList();
    assertThat(lines).hasSize(1 + 15);
    assertThat(lines.get(0))
        .isEqualTo(
            "s,t,input,state,norm,log10_in_cell,log10_between,"
                + "da_i·W2_iᵀ,da_f·W2_fᵀ,da_g·W2_gᵀ,da_o·W2_oᵀ");
    String[] before = lines.get(1 + 10 + 2).split(",", -1);
    assertThat(before).startsWith("4", "2", trace.label(trace.input(2)), "h");
    assertThat(Double.parseDouble(before[4]))
        .isEqualTo(triangle.row(4).orElseThrow().norm(Cell.H, 2));
    double shares = 0;
    for (int i = 7; i < 11; i++) {
      shares += Double.parseDouble(before[i]);
    }
    assertThat(shares).isCloseTo(1, within(1e-12));
    assertThat(lines.get(15)).endsWith(",,,,,,");
  }
}
