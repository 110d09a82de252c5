package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.check.submission.SubmissionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidNamesTest {
  private static final List<String> ARRAYS = List.of("P", "Q", "seq", "Wf");

  private static Map<String, String> said(String... said) throws SubmissionException {
    return SaidNames.ofOurs("mine.npz", ARRAYS, List.of(said));
  }

  private static void assertRefused(String sentence, String... said) {
    assertThatThrownBy(() -> said(said))
        .isInstanceOf(SubmissionException.class)
        .hasMessageStartingWith("mine.npz: --map " + sentence);
  }

  @Test
  void theNameOfTheFileComesFirstOrWhereOnlyThatCanBeMeantOurs() throws SubmissionException {
    assertThat(said("Q=W2", "P=Wxh", "seq=inputs"))
        .isEqualTo(Map.of("W2", "Q", "Wxh", "P", "x", "seq"));
    assertThat(said("Whh=Q", "dW2=P")).isEqualTo(Map.of("Whh", "Q", "dW2", "P"));
    assertThat(said("Wf=W2_f", "Q=dh_prev")).isEqualTo(Map.of("W2_f", "Wf", "dh_prev", "Q"));
    assertThat(said("Q=-")).isEqualTo(Map.of("-Q", "Q"));
  }

  @Test
  void whatCannotBeIsRefusedWithWhatCan() {
    assertRefused("R=W2: the file has no array R; it has P, Q, Wf, seq.", "R=W2");
    assertRefused(
        "Q=foo: foo is nothing that an array can be said to be; it must be W1, W2, W3, bh",
        "Q=foo");
    assertRefused("P=W2: Q is said to be W2 already; only one can be.", "Q=W2", "P=W2");
    assertRefused("Q=W1: something else is said of Q already.", "Q=W2", "Q=W1");
  }

  @Test
  void bothSidesAreNeeded() {
    assertThat(SaidNames.isOne("Whh=W2")).isTrue();
    assertThat(List.of("Whh", "Whh=", "=W2", "", "a=b=c")).noneMatch(SaidNames::isOne);
  }
}
