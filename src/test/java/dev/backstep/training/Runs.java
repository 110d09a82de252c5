package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.Truncation;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.charset.StandardCharsets;

/** Runs to test with. */
public final class Runs {
  private Runs() {}

  public static Corpus dinosaurs() {
    return Dataset.DINOSAURS.load(new TextMode.Lines());
  }

  public static Corpus lines(String... lines) {
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      return CorpusReader.read("test.txt", bytes, new TextMode.Lines());
    } catch (CorpusException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static RunSettings settings(OptimizerKind optimizer, HiddenStatePolicy policy) {
    return settings(16, optimizer, policy);
  }

  public static RunSettings settings(
      int hidden, OptimizerKind optimizer, HiddenStatePolicy policy) {
    return RunSettings.defaults()
        .withHidden(hidden)
        .withOptimizer(optimizer)
        .withLearningRate(optimizer.usualLearningRate())
        .withSeed(7)
        .withHiddenState(policy);
  }

  /** With one of the settings that can change on the way changed, or by chance none. */
  static RunSettings changed(RunSettings now, SeededRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> now.withLearningRate(0.001 * (1 + random.nextInt(3)));
      case 1 -> now.withOptimizer(OptimizerKind.values()[random.nextInt(4)]);
      case 2 -> now.withClipping(new Clipping.GlobalNorm(1 + random.nextInt(3)));
      case 3 ->
          now.withTruncation(
              random.nextInt(2) == 0
                  ? Truncation.chunks(1 + random.nextInt(4))
                  : Truncation.window(1 + random.nextInt(4)));
      default ->
          now.withHiddenState(
              random.nextInt(2) == 0
                  ? new HiddenStatePolicy.Zero()
                  : new HiddenStatePolicy.Carried(random.nextInt(2) == 0));
    };
  }

  public static Trainer trainer(Corpus corpus, RunSettings settings) {
    return new Trainer(
        TrainingData.split(corpus, settings.heldOutShare(), settings.seed()), settings);
  }

  /** A number that depends on every bit of every weight. */
  static long fingerprint(Parameters weights) {
    long hash = 0;
    for (int k = 0; k < weights.count(); k++) {
      for (double entry : weights.data(k)) {
        hash = new SeededRandom(hash ^ Double.doubleToRawLongBits(entry)).nextLong();
      }
    }
    return hash;
  }
}
