package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.model.Parameters;
import dev.backstep.net.GateBias;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start of the forget bias of an LSTM and of the update bias of a GRU. */
class GateBiasTest {
  private static Stream<Net> gated() {
    return Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET);
  }

  private static RunSettings settings(Net cell) {
    return RunSettings.defaults().withHidden(6).withCell(cell);
  }

  private static Parameters beginning(RunSettings settings) {
    return Checkpoint.beginning(SavedRuns.data(), settings).weights();
  }

  @Test
  void whatIsUsualIsThatOfTheCell() {
    assertThat(settings(Lstm.NET).gateBias()).isEqualTo(1);
    assertThat(settings(Gru.NET).gateBias()).isZero();
    assertThat(settings(GruResetBefore.NET).gateBias()).isZero();
    assertThat(Lstm.NET.gateBias().map(GateBias::weight)).contains(Lstm.OF_F.bias());
    assertThat(Gru.NET.gateBias().map(GateBias::weight)).contains(Gru.OF_Z.bias());
    assertThat(Vanilla.NET.gateBias()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("gated")
  void aRunBeginsWithItAndElseWithTheSameWeights(Net cell) {
    String name = cell.gateBias().orElseThrow().weight().name();
    Parameters set = beginning(settings(cell).withGateBias(-2.5));
    Parameters usual = beginning(settings(cell));
    assertThat(set.get(name).data).containsOnly(-2.5).hasSize(6);
    assertThat(usual.get(name).data).containsOnly(settings(cell).gateBias());
    for (String other : cell.names()) {
      if (!other.equals(name)) {
        assertThat(set.get(other).data).as(other).containsExactly(usual.get(other).data);
      }
    }
  }

  @Test
  void anotherCellBeginsWithWhatIsUsualForIt() {
    RunSettings lstm = settings(Lstm.NET).withGateBias(3);
    assertThat(lstm.withHidden(9).withCell(Lstm.NET).gateBias()).isEqualTo(3);
    assertThat(lstm.withCell(Gru.NET).gateBias()).isZero();
    assertThat(lstm.withCell(Vanilla.NET)).isEqualTo(settings(Vanilla.NET));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-10.01, 11, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsOutOfRangeIsRefused(double start) {
    assertThatThrownBy(() -> settings(Lstm.NET).withGateBias(start))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the start value of b_f, the bias of the forget gate, is %s; it must be -10 to 10",
            start);
  }

  @Test
  void aCellWithoutGatesHasNone() {
    assertThatThrownBy(() -> settings(Vanilla.NET).withGateBias(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the start value of a gate's bias is 1.0; the cell vanilla has no gate, so it must be"
                + " left out");
  }

  @Test
  void itDecidesHowARunBeginsAndCannotChangeOnItsWay() {
    Trainer trainer = new Trainer(SavedRuns.data(), settings(Gru.NET));
    assertThatThrownBy(() -> trainer.change(settings(Gru.NET).withGateBias(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the start value of a gate's bias")
        .hasMessageEndingWith("decide how a run begins; on its way only the others can change");
  }

  @Test
  void minusZeroIsZero() {
    assertThat(settings(Gru.NET).withGateBias(-0.0)).isEqualTo(settings(Gru.NET));
  }
}
