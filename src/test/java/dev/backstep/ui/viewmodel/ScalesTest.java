package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.viewmodel.Scales.Choice;
import dev.backstep.ui.viewmodel.Scales.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {
  private final Trace trace = Traces.of("abcab");
  private final Scales scales = new Scales();

  private void choose(Quantity quantity, Choice choice) {
    scales.choiceProperty(quantity).set(choice);
  }

  @ParameterizedTest
  @EnumSource(Quantity.class)
  void theOwnLimitIsTheLargestMagnitudeOfTheHeatmap(Quantity quantity) {
    choose(quantity, new Choice(false, Limit.OWN, 1));

    assertThat(scales.limit(trace, quantity)).isEqualTo(trace.values(quantity).maxAbs());
  }

  @Test
  void theGradientsAtTheHiddenStateShareTheLargestOfAllToBeginWith() {
    double largest =
        Math.max(
            trace.limit(Quantity.DH),
            Math.max(trace.limit(Quantity.DH_FROM_OUTPUT), trace.limit(Quantity.DH_FROM_LATER)));

    for (Quantity quantity : Scales.sharing(Quantity.DH)) {
      assertThat(scales.limit(trace, quantity)).as(quantity.symbol()).isEqualTo(largest);
    }
    assertThat(scales.limit(trace, Quantity.E)).isEqualTo(trace.limit(Quantity.E));
  }

  @Test
  void aFixedLimitIsTheSameForEverySequence() {
    choose(Quantity.DTANH, scales.choiceProperty(Quantity.DTANH).get().withFixed(0.25));

    assertThat(scales.limit(trace, Quantity.DTANH)).isEqualTo(0.25);
    assertThat(scales.limit(Traces.of("ab"), Quantity.DTANH)).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLimitThatIsNoneIsRefused(double limit) {
    Choice now = scales.choiceProperty(Quantity.H).get();

    assertThatThrownBy(() -> now.withFixed(limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit is " + limit + "; it must be above 0");
  }

  @Test
  void probabilitiesStayLinear() {
    scales.setLogarithmic(true);
    assertThat(scales.choiceProperty(Quantity.O).get().logarithmic()).isFalse();
    assertThat(scales.choiceProperty(Quantity.DXT).get().logarithmic()).isTrue();

    scales.useForAll(new Choice(true, Limit.FIXED, 2));
    assertThat(scales.choiceProperty(Quantity.O).get())
        .isEqualTo(new Choice(false, Limit.FIXED, 2));
    assertThat(scales.choiceProperty(Quantity.H).get()).isEqualTo(new Choice(true, Limit.FIXED, 2));
  }

  @Test
  void whereNothingIsSharedASharedScaleForAllIsTheOwnOne() {
    scales.useForAll(scales.choiceProperty(Quantity.DH).get());

    assertThat(scales.choiceProperty(Quantity.H).get().limit()).isEqualTo(Limit.OWN);
    assertThat(scales.choiceProperty(Quantity.E).get().limit()).isEqualTo(Limit.SHARED);
  }
}
