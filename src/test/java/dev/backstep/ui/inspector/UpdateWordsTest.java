package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.text.CorpusException;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.trace.arithmetic.Arithmetic;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.shell.Traces;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UpdateWordsTest {
  private final Texts texts = Texts.load();

  private static Trace trace(OptimizerKind optimizer, double learningRate, Clipping clipping)
      throws CorpusException {
    RunSettings settings =
        RunSettings.defaults()
            .withHidden(3)
            .withOptimizer(optimizer)
            .withLearningRate(learningRate)
            .withClipping(clipping)
            .withHeldOutShare(0);
    Trainer trainer = new Trainer(TrainingData.split(Sessions.words(), 0, 1), settings);
    trainer.update();
    return trainer.trace(trainer.next());
  }

  private String words(Trace trace) {
    return UpdateWords.of(texts, trace.update(), Parameters.W2);
  }

  @Test
  void adagradSaysItsFormulaItsNumbersAndWhatWasClipped() throws CorpusException {
    Trace trace = trace(OptimizerKind.ADAGRAD, 0.1, new Clipping.GlobalNorm(0.5));
    double norm = trace.update().gradientNorm();
    assertThat(norm).isGreaterThan(0.5);
    assertThat(words(trace))
        .isEqualTo(
            """
            Adagrad: W2 ← W2 − lr·g / √(m + ε)
            m ← m + g²
            lr\u00a0=\u00a00.1, ε\u00a0=\u00a01e−8
            ‖g‖ = %s, clip limit 0.5 (norm of all gradients), scale %s.\
            """
                .formatted(Numbers.six(norm), Numbers.six(0.5 / norm)));
  }

  @Test
  void gradientDescentRemembersNothing() throws CorpusException {
    Trace trace = trace(OptimizerKind.SGD, 2, new Clipping.None());
    assertThat(words(trace))
        .isEqualTo(
            "SGD: W2 ← W2 − lr·g\nlr\u00a0=\u00a02\n‖g‖ = "
                + Numbers.six(trace.update().gradientNorm())
                + "; nothing is clipped.");
  }

  @Test
  void whatIsCutOffEntryByEntryIsToldWithItsLimit() throws CorpusException {
    assertThat(words(trace(OptimizerKind.RMSPROP, 0.002, new Clipping.Elementwise(0.25))))
        .contains("RMSprop: W2 ← W2 − lr·g / (√v + ε)\nv ← α·v + (1 − α)·g²")
        .endsWith(" before each entry was cut off at ±0.25.");
  }

  @Test
  void anUpdateThatNothingIsKnownOfSaysTheNorm() {
    Update given = new Update(Traces.of("abca").update().after(), 2, 1);
    assertThat(UpdateWords.of(texts, given, Parameters.W2))
        .isEqualTo("The gradient norm is 2.00000.");
  }

  @Test
  void theArithmeticOfAWeightHasTheOptimisersNumbersInIt() throws CorpusException {
    Trace trace = trace(OptimizerKind.ADAGRAD, 0.1, new Clipping.None());
    Entry entry = new Entry.OfUpdate(Parameters.W2, 1, 2);
    Arithmetic arithmetic = new Arithmetic(new Derivations(trace).of(entry));
    double before = trace.weights(Parameters.W2).get(1, 2);
    double g = trace.gradient(Parameters.W2).get(1, 2);
    double m = trace.memory("m", Parameters.W2).get(1, 2);
    assertThat(text(arithmetic.numbers(texts)))
        .isEqualTo(
            "= %s − 0.1 · (%s) / %s"
                .formatted(Numbers.six(before), Numbers.six(g), Numbers.six(Math.sqrt(m + 1e-8))));
    assertThat(text(arithmetic.where(texts)))
        .isEqualTo(
            "with g[1,2] = %s, m[1,2] = %s, lr = 0.1, ε = 1e−8"
                .formatted(Numbers.six(g), Numbers.six(m)));
    assertThat(arithmetic.copy())
        .startsWith("W2[1,2] = W2[1,2] − lr·g[1,2] / √(m[1,2] + ε) = " + before + " + -0.1 * " + g)
        .contains("; m[1,2] = " + m);
  }

  private static String text(List<Arithmetic.Piece> pieces) {
    return pieces.stream().map(Arithmetic.Piece::text).collect(Collectors.joining());
  }
}
