package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
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
  void whatIsNotNeededIsNoMatter() throws SubmissionException {
    Map<String, NdArray> arrays = without("junk");
    arrays.put("junk", NdArray.of(new double[] {1}, 1));
    assertThat(BestReading.verdict("mine.npz", arrays).agrees()).isTrue();
    assertThat(ReadableArrays.of(arrays).arrays()).containsKey("W2").doesNotContainKey("junk");
  }

  @Test
  void whatIsNeededIsRefused() {
    for (String needed : new String[] {"W2", "x", "bh", "h"}) {
      assertThatThrownBy(() -> BestReading.verdict("mine.npz", without(needed)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(needed + " holds Python objects");
    }
  }

  /** All weights may be in a dict that was pickled. */
  @Test
  void whatMayHoldWhatIsMissingIsToldFirst() {
    Map<String, NdArray> arrays = without("params");
    arrays.keySet().removeIf(name -> name.matches("d?[Wb].*"));
    arrays.put("params", NdArray.of(new double[] {1}, 1));
    assertThatThrownBy(() -> BestReading.verdict("mine.npz", arrays))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("params holds Python objects");
  }
}
