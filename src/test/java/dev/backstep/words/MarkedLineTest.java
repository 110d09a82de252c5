package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Notation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkedLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dh_prev = dtanh @ W2 | dh_prev = dtanh @ W2.T | W2 | W2.T",
        "dW2 += np.outer(h, dtanh) | dW2 += np.outer(h_prev, dtanh) | h | h_prev",
        "dbh += dh | dbh += dtanh | dh | dtanh",
        "y = x[t] | y = x[t + 1] | '' | + 1",
        "dh = e @ W3 | dh = e @ W3 + dh_later | '' | + dh_later",
        "dh = dh_later | dh = e @ W3 + dh_later | '' | e @ W3 +",
        "dtanh = dh | dtanh = (1 - h**2) * dh | '' | (1 - h**2) *",
        "e = o | e = -o | '' | -",
        "dW2 = x | dW2 += x | = | +="
      })
  void whatDiffersIsMarkedInWholeWords(String line, String other, String marked, String there) {
    assertThat(MarkedLine.of(line, other).differing().strip()).isEqualTo(marked);
    assertThat(MarkedLine.of(other, line).differing().strip()).isEqualTo(there);
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#plain")
  void everyFaultHasSomethingOrAGapMarkedInBothOfItsLines(Fault fault) {
    FaultTexts texts = FaultTexts.load();
    for (Notation notation : Notation.KNOWN) {
      String wrong = texts.wrongLine(fault, notation);
      String right = texts.rightLine(fault, notation);
      assertThat(joined(MarkedLine.of(wrong, right))).isEqualTo(wrong);
      assertThat(joined(MarkedLine.of(right, wrong))).isEqualTo(right);
      String differing =
          MarkedLine.of(wrong, right).differing() + MarkedLine.of(right, wrong).differing();
      assertThat(differing).isNotBlank();
      assertThat(MarkedLine.of(wrong, right).marked()).isNotEmpty();
      assertThat(MarkedLine.of(right, wrong).marked()).isNotEmpty();
    }
  }

  private static String joined(MarkedLine line) {
    return line.before() + line.differing() + line.after();
  }
}
