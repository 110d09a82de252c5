package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Notation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault says what it is, in both notations. */
class FaultTextsTest {
  private final FaultTexts texts = FaultTexts.load();

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aFaultHasATitleTwoDifferentLinesAndWhatShowsAndHidesIt(Fault fault) {
    for (Notation notation : Notation.values()) {
      assertThat(texts.wrongLine(fault, notation))
          .isNotBlank()
          .isNotEqualTo(texts.rightLine(fault, notation));
      assertThat(texts.rightLine(fault, notation)).isNotBlank();
    }
    assertThat(texts.title(fault)).isNotBlank();
    assertThat(texts.lookFor(fault, Notation.OURS)).endsWith(".");
    assertThat(texts.hides(fault, Notation.OURS)).endsWith(".");
    assertThat(
            Stream.of(
                texts.title(fault, Notation.FIELD),
                texts.lookFor(fault, Notation.FIELD),
                texts.hides(fault, Notation.FIELD)))
        .noneMatch(words -> words.matches("(?s).*\\bd?(W[123]|bo)\\b.*"));
    assertThat(texts.title(fault.group())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void noLineCallsAWeightByTheNameOfTheOtherNotation(Fault fault) {
    Stream.of(texts.wrongLine(fault, Notation.OURS), texts.rightLine(fault, Notation.OURS))
        .forEach(line -> assertThat(line).doesNotContain("Wxh", "Whh", "Why", "dby"));
    Stream.of(texts.wrongLine(fault, Notation.FIELD), texts.rightLine(fault, Notation.FIELD))
        .forEach(line -> assertThat(line).doesNotContain("W1", "W2", "W3", "dbo", "outer"));
  }

  @Test
  void theLineOfTheMissingTransposeIsWrittenInRowsOrInColumns() {
    assertThat(texts.wrongLine(Fault.MISSING_TRANSPOSE, Notation.OURS))
        .isEqualTo("dh_prev = dtanh @ W2");
    assertThat(texts.rightLine(Fault.MISSING_TRANSPOSE, Notation.FIELD))
        .isEqualTo("dh_prev = Whh.T @ dtanh");
  }
}
