package dev.backstep.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Corpus;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import org.junit.jupiter.api.Test;

class UnattendedRunTest {
  private final Corpus corpus = Runs.lines("abcab", "ab", "a", "bcbc", "cabba", "bbb", "acca");

  /** The number of characters of the first updates, in the order of the training. */
  private long characters(RunSettings settings, long updates) {
    TrainingData data = TrainingData.split(corpus, settings.heldOutShare(), settings.seed());
    Trainer trainer = new Trainer(data, settings);
    long characters = 0;
    while (trainer.updates() < updates) {
      characters += trainer.next().length();
      trainer.update();
    }
    return characters;
  }

  @Test
  void charactersAreThoseOfTheUpdatesThatWereMadeAlsoWhereItEndsWithinAnEpoch() {
    RunSettings settings = Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Zero());
    UnattendedRun run = new UnattendedRun(corpus, settings);
    assertThat(run.characters()).isZero();
    for (int updates = 1; updates <= 3 * run.trainer().epochLength() / 2; updates++) {
      run.update();
      assertThat(run.characters()).isEqualTo(characters(settings, updates));
    }
  }

  @Test
  void theSequenceThatDivergedIsNotCountedHoweverOftenItIsTried() {
    RunSettings settings =
        Runs.settings(OptimizerKind.SGD, new HiddenStatePolicy.Zero())
            .withLearningRate(1000)
            .withClipping(new Clipping.None());
    UnattendedRun run = new UnattendedRun(corpus, settings);
    while (run.trainer().divergence().isEmpty()) {
      run.update();
    }
    long made = run.trainer().updates();
    assertThat(made).isPositive();
    assertThat(run.characters()).isEqualTo(characters(settings, made));
    run.update();
    assertThat(run.characters()).isEqualTo(characters(settings, made));
  }
}
