package dev.backstep.trace;

import static dev.backstep.model.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Agreement;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screen's numbers against the golden numbers, within 1e-12. */
class GoldenTraceTest {
  private static final String ALL_CASES = "dev.backstep.model.ReferenceCase#all";
  private static final String PLAIN_CELLS = "dev.backstep.model.ReferenceCase#plain";

  @ParameterizedTest
  @MethodSource(PLAIN_CELLS)
  void everyQuantityOfEveryTimestepIsRight(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);

    for (Vector quantity : trace.net().vectors()) {
      MatrixView values = trace.values(quantity);
      assertThat(values.rows()).as(quantity.symbol()).isEqualTo(golden.length());
      for (int t = 0; t < golden.length(); t++) {
        assertAgrees(Agreement.row(values, t), golden, at(t, nameInFile(quantity)));
      }
    }
  }

  private static String nameInFile(Vector quantity) {
    return quantity.phase() == Phase.FORWARD
        ? quantity.symbol().toLowerCase(Locale.ROOT)
        : quantity.name();
  }

  @ParameterizedTest
  @MethodSource(PLAIN_CELLS)
  void statesLossesAndCharactersAreRight(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);

    assertThat(trace.length()).isEqualTo(golden.length());
    assertThat(trace.previous(Cell.H).rows()).isEqualTo(golden.length() + 1);
    for (int t = 0; t < golden.length(); t++) {
      assertAgrees(Agreement.row(trace.previous(Cell.H), t), golden, at(t, "h_prev"));
      assertAgrees(trace.loss(t), golden, at(t, "per_ts_loss"));
      assertAgrees(trace.input(t), golden, at(t, "x"));
      assertAgrees(trace.target(t), golden, at(t, "y"));
    }
    assertAgrees(trace.totalLoss(), golden, "/loss_total");
  }

  @ParameterizedTest
  @MethodSource(ALL_CASES)
  void theShareOfEveryCellIsRight(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);

    for (int t = 0; t < golden.length(); t++) {
      for (String name : Parameters.NAMES) {
        MatrixView share = trace.share(name, t);
        if (name.startsWith("W")) {
          assertAgrees(Agreement.norm(share), golden, at(t, "frobenius/d" + name));
        }
        if (golden.has(at(t, "d" + name))) {
          assertAgrees(Agreement.entries(share), golden, at(t, "d" + name));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PLAIN_CELLS)
  void theTotalGradientsAndTheirNormAreRight(ReferenceCase golden) {
    Trace trace = TraceFixture.of(golden);

    for (String name : Parameters.NAMES) {
      assertAgrees(Agreement.entries(trace.gradient(name)), golden, "/total_grads/d" + name);
      assertAgrees(Agreement.entries(trace.weights(name)), golden, "/params/" + name);
    }
    assertAgrees(trace.update().gradientNorm(), golden, "/grad_global_norm");
  }

  private static String at(int t, String quantity) {
    return "/timesteps/" + t + "/" + quantity;
  }
}
