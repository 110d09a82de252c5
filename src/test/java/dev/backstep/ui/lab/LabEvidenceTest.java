package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.model.RandomNet;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Sequence;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.shell.Sessions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabEvidenceTest {
  private final LabEvidence evidence = new LabEvidence();
  private final Trace trace = trace(4);

  private static Trace trace(int length) {
    return Trace.of(
        List.of("a", "b", "c"),
        RandomNet.of(1, 3, 2, length).fromZeros().example(),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  @Test
  void whatIsFollowedAlreadyIsNotDrawnAgain() throws Exception {
    TrainingData data = TrainingData.split(Sessions.words(), 0, 1);
    assertThat(evidence.follow(trace, data, 1)).isTrue();
    assertThat(evidence.follow(trace, data, 1)).isFalse();
  }

  private Set<BetterEvidence> offered(String words, boolean isKnownUnseen) throws Exception {
    byte[] text = words.getBytes(StandardCharsets.UTF_8);
    Corpus corpus = CorpusReader.read("words.txt", text, new TextMode.Lines());
    TrainingData data = TrainingData.split(corpus, 0, 1);
    Sequence first = data.train().get(0);
    Trace run = trace(first.length());
    evidence.follow(run, data, 1);
    Specimen specimen = Specimen.of(run, corpus.longest());
    return evidence.offered(FaultEffect.of(Fault.MISSING_TRANSPOSE, specimen), isKnownUnseen);
  }

  @Test
  void anotherSequenceIsOfferedOnlyWhereItIsLonger() throws Exception {
    assertThat(offered("ab\nba\nabba\n", false)).contains(BetterEvidence.LONGER_SEQUENCE);
    assertThat(evidence.usualLength()).isEqualTo(trace(4).length());
    assertThat(offered("ab\nba\n", false))
        .isNotEmpty()
        .doesNotContain(BetterEvidence.LONGER_SEQUENCE);
    assertThat(offered("abbaabbaabbaabba\nba\n", true))
        .containsExactlyInAnyOrder(BetterEvidence.RANDOM_H0, BetterEvidence.RANDOM_WEIGHTS);
  }
}
