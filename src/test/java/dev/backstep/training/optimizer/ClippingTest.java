package dev.backstep.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -5, Double.NaN, Double.POSITIVE_INFINITY})
  void aLimitThatIsNotAboveZeroIsRefusedInASentence(double limit) {
    assertThatThrownBy(() -> new Clipping.GlobalNorm(limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the clip limit is " + limit + "; it must be above 0");
  }

  @Test
  void anyLimitAboveZeroIsTaken() {
    assertThat(new Clipping.GlobalNorm(Double.MIN_VALUE).limit()).isPositive();
    assertThat(new Clipping.GlobalNorm(Double.MAX_VALUE).limit()).isFinite();
  }
}
