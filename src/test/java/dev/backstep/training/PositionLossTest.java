package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.text.Corpus;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.RunPublisher;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionLossTest {
  private static final RunSettings SETTINGS =
      Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Zero()).withHeldOutShare(0);

  private final PositionLoss positionLoss = new PositionLoss();

  @Test
  void aPositionCountsOnlyTheSequencesThatReachIt() {
    Trainer trainer = Runs.trainer(Runs.lines("a", "abc"), SETTINGS);
    double[] nats = new double[3];
    int[] counts = new int[3];
    double total = 0;
    for (int i = 0; i < 4; i++) {
      trainer.update();
      positionLoss.add(trainer);
      total += trainer.lossPerCharacter() * trainer.lastLength();
      for (int t = 0; t < trainer.lastLength(); t++) {
        nats[t] += trainer.lastLoss(t);
        counts[t]++;
      }
    }
    assertThat(counts).containsExactly(4, 2, 2);
    assertThat(nats[0] + nats[1] + nats[2]).isCloseTo(total, within(1e-12));
    assertThat(positionLoss.means()).containsExactly(nats[0] / 4, nats[1] / 2, nats[2] / 2);
  }

  @Test
  void aLongSequenceIsToldAsFarAsThereAreBars() {
    Corpus corpus = Runs.lines("ab".repeat(100));
    Trainer trainer = Runs.trainer(corpus, SETTINGS);
    trainer.update();
    positionLoss.add(trainer);
    assertThat(positionLoss.means()).hasSize(PositionLoss.MOST_POSITIONS);
  }

  @Test
  void aRunTellsItFromItsBeginningAndAnewWhereItWentBack() {
    Corpus corpus = Runs.lines("abc", "cab", "bca");
    TrainingData data = TrainingData.split(corpus, 0, 7);
    RunPublisher feed = new RunPublisher(data, SETTINGS, 1 << 20, 1 << 20);
    assertThat(means(feed)).isEmpty();
    for (int i = 0; i < 7; i++) {
      feed.update();
    }
    double[] ofSeven = means(feed);
    feed.goTo(0, feed.at(0, 6, ReplayWatch.NEVER_STOPPED).orElseThrow());
    assertThat(means(feed)).isEmpty();
    feed.update();
    assertThat(means(feed)).hasSize(3).isNotEqualTo(ofSeven);
    assertThat(means(feed)[2]).isEqualTo(feed.trainer().lastLoss(2));
  }

  private static double[] means(RunPublisher feed) {
    return feed.take(null, List.of()).positionLosses();
  }
}
