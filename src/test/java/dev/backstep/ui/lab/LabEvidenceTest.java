package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.RandomNet;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.shell.Sessions;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabEvidenceTest {
  private final LabEvidence evidence = new LabEvidence();
  private final Trace trace =
      Trace.of(
          List.of("a", "b", "c"),
          RandomNet.of(1, 3, 2, 4).example(),
          (before, gradients) -> new Update(before, gradients.norm(), 1));

  @Test
  void whatIsFollowedAlreadyIsNotDrawnAgain() throws Exception {
    TrainingData data = TrainingData.split(Sessions.words(), 0, 1);
    assertThat(evidence.follow(trace, data, 1)).isTrue();
    assertThat(evidence.follow(trace, data, 1)).isFalse();
  }
}
