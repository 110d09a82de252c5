package dev.backstep.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "1.93456,1.935",
    "0.5,0.5000",
    "0.01234567,0.01235",
    "12.3456,12.35",
    "1234.56,1235",
    "0,0",
    "1e-5,1.000e−05",
    "NaN,NaN",
    "Infinity,∞",
    "-Infinity,−∞",
    "-2,−2.000",
    "3.2e7,3.200e+07"
  })
  void aMeasuredNumberHasFourSignificantDigits(double value, String written) {
    assertThat(ChartNumbers.measured(value)).isEqualTo(written);
  }
}
