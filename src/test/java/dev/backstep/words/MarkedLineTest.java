package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

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
        "dW2 = x | dW2 += x | = | +=",
        "da = dh * (1 - n) | da = dh * (1 - z) * (1 - n) | '' | (1 - z) *",
        "da = i * g * (1 - g) | da = i * (1 - g**2) | g * (1 - g) | (1 - g**2)",
        "a = (b - c) * d | a = (c - b) * d | b - c | c - b"
      })
  void whatDiffersIsMarkedInWholeWords(String line, String other, String marked, String there) {
    assertThat(differing(line, other)).containsExactly(marked);
    assertThat(differing(other, line)).containsExactly(there);
  }

  @Test
  void whatDiffersInSeveralTermsIsMarkedInEachOfThem() {
    String wrong = "dh_prev = dh * z + da_r @ W2_r + da_z @ W2_z";
    String right = "dh_prev = dh * z + da_r @ W2_r.T + da_z @ W2_z.T";
    assertThat(differing(wrong, right)).containsExactly("W2_r", "W2_z");
    assertThat(differing(right, wrong)).containsExactly("W2_r.T", "W2_z.T");
  }

  @Test
  void ofSeveralLinesEachIsComparedWithItsOwn() {
    String wrong = "dh_later = 0\ndc_later = 0\nda = dh";
    String right = "dh_later = dh_prev\ndc_later = dc_prev\nda = dh";
    assertThat(differing(wrong, right)).containsExactly("0", "0");
    assertThat(differing(right, wrong)).containsExactly("dh_prev", "dc_prev");
  }

  @ParameterizedTest
  @FieldSource("dev.backstep.net.Nets#ALL")
  void everyFaultHasSomethingOrAGapMarkedInBothOfItsLines(Net net) {
    FaultTexts texts = FaultTexts.load();
    for (Fault fault : FaultCatalogue.of(net).ofRuns()) {
      for (Notation notation : Notation.KNOWN) {
        String wrong = texts.faultyLine(fault, net, notation);
        String right = texts.rightLine(fault, net, notation);
        assertThat(MarkedLine.of(wrong, right).text()).isEqualTo(wrong);
        assertThat(MarkedLine.of(right, wrong).text()).isEqualTo(right);
        List<String> ours = differing(wrong, right);
        List<String> theirs = differing(right, wrong);
        assertThat(ours).as(fault.id()).isNotEmpty().hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
          assertThat(ours.get(i) + theirs.get(i)).as(fault.id()).isNotBlank();
          assertThat(ours.get(i)).isNotEqualTo(theirs.get(i));
        }
      }
    }
  }

  @Test
  void whereSomethingIsMissingAGapIsShown() {
    assertThat(MarkedLine.of("dh = e @ W3", "dh = e @ W3 + dh_later").pieces())
        .filteredOn(MarkedLine.Piece::isDiffering)
        .singleElement()
        .satisfies(piece -> assertThat(piece.shown()).hasSize(3).isNotEqualTo(piece.words()));
  }

  private static List<String> differing(String line, String other) {
    return MarkedLine.of(line, other).pieces().stream()
        .filter(MarkedLine.Piece::isDiffering)
        .map(piece -> piece.words().strip())
        .toList();
  }
}
