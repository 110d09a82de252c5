package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.net.Cell;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that keeps all states in one buffer may have saved h before it was spoiled. */
class FitTest {
  private static final Fault SPOILS_H = Fault.STATES_SHARE_ONE_BUFFER;

  private final Map<String, NdArray> right = Programs.ours(Fault.NONE);
  private final Map<String, NdArray> spoiled = Programs.ours(SPOILS_H);

  private static boolean reproduces(Map<String, NdArray> arrays, String name)
      throws SubmissionException {
    Submission submission = Programs.verdict(arrays).submission();
    Computed right = Computed.of(submission.given(), BackwardRules.RIGHT);
    Computed candidate = Computed.of(submission.given(), SPOILS_H.rules());
    return !new Fit(submission, right).misses(candidate).contains(name);
  }

  @Test
  void itReproducesTheStatesThatItSpoils() throws SubmissionException {
    assertThat(spoiled.get("H").values()).isNotEqualTo(right.get("H").values());
    assertThat(reproduces(spoiled, Cell.H.symbol())).isTrue();
  }

  @Test
  void itReproducesTheRightStatesOfBeforeItSpoiledThem() throws SubmissionException {
    assertThat(reproduces(Programs.with(spoiled, "H", right.get("H")), Cell.H.symbol())).isTrue();
  }

  @Test
  void whatIsComputedOnTheWayBackIsNotRightWithIt() throws SubmissionException {
    assertThat(spoiled.get("dtanh").values()).isNotEqualTo(right.get("dtanh").values());
    assertThat(reproduces(Programs.with(spoiled, "dtanh", right.get("dtanh")), "dtanh")).isFalse();
  }

  @Test
  void otherStatesAreNotReproduced() throws SubmissionException {
    NdArray other = Programs.times(right.get("H"), 0.5);
    assertThat(reproduces(Programs.with(spoiled, "H", other), Cell.H.symbol())).isFalse();
  }
}
