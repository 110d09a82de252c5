package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadableArraysTest {
  /** A file in which one array cannot be read. */
  private static Map<String, NdArray> without(String unreadable) {
    return new HashMap<>(Programs.ours(Fault.NONE)) {
      private static final long serialVersionUID = 1L;

      @Override
      public NdArray get(Object name) {
        if (name.equals(unreadable)) {
          throw new UncheckedIOException(
              new IOException("mine.npz: " + unreadable + " holds Python objects."));
        }
        return super.get(name);
      }
    };
  }

  @Test
  void rowsThatCannotBeReadAreLeftOutAndThatIsSaid() throws SubmissionException {
    Verdict verdict = BestReading.verdict("mine.npz", without("h"));
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks()).contains("Left out: h holds Python objects.");
  }

  @Test
  void whatNothingCanBeCheckedWithoutIsRefused() {
    for (String needed : new String[] {"W2", "x", "bh"}) {
      assertThatThrownBy(() -> BestReading.verdict("mine.npz", without(needed)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(needed + " holds Python objects");
    }
  }
}
