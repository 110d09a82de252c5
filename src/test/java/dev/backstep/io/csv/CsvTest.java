package dev.backstep.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static String line(String field) {
    return new Csv().line(List.of("a", field)).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "-x", "＝1+1"})
  void aTextThatWouldBeAFormulaIsOne(String text) {
    assertThat(line(text)).isEqualTo("a,'" + text + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r=1", "\n=1", "=1,2", "=\"x\""})
  void whatIsQuotedIsGuardedWithinItsQuotes(String text) {
    assertThat(line(text)).isEqualTo("a,\"'" + text.replace("\"", "\"\"") + "\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0.5",
        "-1.0E-8",
        "-Infinity",
        "NaN",
        "5",
        "=",
        "+",
        "-",
        "@",
        "a=1",
        "1+1",
        "dh[=]",
        ""
      })
  void numbersAndCharactersStayAsTheyAre(String field) {
    assertThat(line(field)).isEqualTo("a," + field + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0, -1e-300, -Double.MAX_VALUE, -4.9e-324, Double.NEGATIVE_INFINITY})
  void everyNumberReadsBack(double value) {
    String written = line(Csv.number(value)).strip().substring("a,".length());
    assertThat(Double.parseDouble(written)).isEqualTo(value);
  }
}
