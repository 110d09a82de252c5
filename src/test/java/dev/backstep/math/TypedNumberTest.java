package dev.backstep.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "' 5 ', 5",
    "+1e-3, 0.001",
    ".5, 0.5",
    "5., 5",
    "-2E2, -200",
    "−1e−8, -1e-8"
  })
  void whatPeopleTypeIsRead(String typed, double value) {
    assertThat(TypedNumber.decimal(typed)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1d",
        "1f",
        "0x1p3",
        "0x10",
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "-1e999",
        "1e",
        "e5",
        ".",
        "+",
        "--1",
        "1 2",
        "1_000",
        "0.1x",
        "1,5",
        "٠.١",
        "١",
        "५"
      })
  void whatOnlyJavaTakesForANumberIsNone(String typed) {
    assertThatThrownBy(() -> TypedNumber.decimal(typed)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.0", "1e3", "0x10", "8L", "٣", "99999999999999999999", "1 2"})
  void whatIsNoWholeNumberIsNotReadAsOne(String typed) {
    assertThatThrownBy(() -> TypedNumber.whole(typed)).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> TypedNumber.smallWhole(typed))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void wholeNumbersHaveTheirWholeRange() {
    assertThat(TypedNumber.whole(" -9223372036854775808 ")).isEqualTo(Long.MIN_VALUE);
    assertThat(TypedNumber.whole("−3")).isEqualTo(-3);
    assertThat(TypedNumber.smallWhole("+2147483647")).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> TypedNumber.smallWhole("2147483648"))
        .isInstanceOf(NumberFormatException.class);
  }
}
