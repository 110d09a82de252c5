package dev.backstep.experiment;

import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Experiments to test with. */
final class Trials {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Trials() {}

  static Corpus dinosaurs() {
    return Dataset.DINOSAURS.load(new TextMode.Lines());
  }

  static Corpus text(TextMode mode, String... lines) {
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return CorpusReader.read("test.txt", bytes, mode);
    } catch (CorpusException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Corpus fewNames() {
    return text(
        new TextMode.Lines(), "anna", "otto", "hanna", "lotte", "tanno", "nolan", "alan", "thal");
  }

  /** Zero against carried, with a quarter held out. */
  static Plan plan(int hidden, int pairs, int epochs) {
    RunSettings zero =
        RunSettings.defaults()
            .withHidden(hidden)
            .withOptimizer(OptimizerKind.SGD)
            .withLearningRate(OptimizerKind.SGD.usualLearningRate())
            .withHeldOutShare(0.25);
    return new Plan(zero, zero.withHiddenState(new HiddenStatePolicy.Carried(true)), pairs, epochs);
  }

  /** The end of it, waited for. */
  static Progress end(Experiment experiment) {
    try (experiment) {
      if (!experiment.await(LONGEST)) {
        throw new IllegalStateException("it did not end");
      }
      return experiment.progress();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Result result(Corpus corpus, Plan plan) {
    return end(new Experiment(corpus, plan, 2)).result();
  }
}
