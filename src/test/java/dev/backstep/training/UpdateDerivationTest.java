package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Derivation;
import dev.backstep.trace.Derivations;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateDerivationTest {
  private static final int HIDDEN = 5;

  static Stream<Arguments> everyOptimiserWithEveryClipping() {
    List<Clipping> clippings =
        List.of(
            new Clipping.None(),
            new Clipping.GlobalNorm(1e9),
            new Clipping.GlobalNorm(0.7),
            new Clipping.Elementwise(0.05));
    return Stream.of(OptimizerKind.values())
        .flatMap(kind -> clippings.stream().map(clipping -> Arguments.of(kind, clipping)));
  }

  private static Trainer trained(OptimizerKind kind, Clipping clipping) {
    RunSettings settings =
        new RunSettings(
            HIDDEN,
            kind,
            kind.usualLearningRate(),
            clipping,
            new Initialization.Uniform(),
            3,
            new HiddenStatePolicy.Carried(true),
            0);
    Trainer trainer = Runs.trainer(Runs.lines("abcab", "cabba", "bca", "acb"), settings);
    for (int i = 0; i < 3; i++) {
      trainer.update();
    }
    return trainer;
  }

  private static Trace traced(OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    return trainer.trace(trainer.next());
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserWithEveryClipping")
  void theTermsOfEveryUpdatedWeightAddUpToWhatTrainingMakesOfItBitForBit(
      OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    Derivations derivations = new Derivations(trainer.trace(trainer.next()));
    trainer.update();
    for (String name : Parameters.NAMES) {
      MatrixView after = trainer.weights().view(name);
      for (int row = 0; row < after.rows(); row++) {
        for (int col = 0; col < after.cols(); col++) {
          Derivation derivation = derivations.of(new Entry.OfUpdate(name, row, col));
          assertThat(derivation.result()).isEqualTo(after.get(row, col));
          assertThat(derivation.outer().apply(derivation.sum()))
              .as("%s = %s", derivation.name(), derivation.formula())
              .isEqualTo(after.get(row, col));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserWithEveryClipping")
  void whatItRemembersIsWhatTrainingRemembers(OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    UpdateRule told = trainer.trace(trainer.next()).update().rule();
    trainer.update();
    UpdateRule next = trainer.trace(trainer.next()).update().rule();
    assertThat(told.memory().keySet()).isEqualTo(next.memory().keySet());
    assertThat(told.memory()).hasSize(kind.ordinal() == 0 ? 0 : kind == OptimizerKind.ADAM ? 2 : 1);
    told.memory()
        .forEach(
            (name, memory) ->
                assertThat(memory.get(Parameters.W2).data)
                    .isNotEqualTo(next.memory().get(name).get(Parameters.W2).data));
  }

  @Test
  void adagradRemembersTheSumOfTheSquaresOfTheClippedGradients() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    Trainer trainer = trained(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    trainer.update();
    UpdateRule next = trainer.trace(trainer.next()).update().rule();
    Trace nextTrace = trainer.trace(trainer.next());
    double before = trace.update().rule().memory().get("m").get(Parameters.W2).get(1, 2);
    double g = nextTrace.clippedGradient(Parameters.W2).get(1, 2);
    assertThat(next.memory().get("m").get(Parameters.W2).get(1, 2)).isEqualTo(before + g * g);
  }

  @Test
  void theGradientInItLeadsToWhereItWasAddedUp() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    assertThat(trace.update().clipScale()).isLessThan(1);
    Derivation derivation = new Derivations(trace).of(new Entry.OfUpdate(Parameters.W2, 1, 2));
    assertThat(derivation.formula()).isEqualTo("W2[1,2] − lr·g[1,2] / √(m[1,2] + ε)");
    Factor gradient = derivation.terms().get(1).factors().get(1);
    assertThat(gradient.source()).isEqualTo(new Entry.OfAccumulator(Parameters.W2, 0, 1, 2));
    assertThat(gradient.value())
        .isEqualTo(trace.gradient(Parameters.W2).get(1, 2) * trace.update().clipScale())
        .isNotZero();
    assertThat(derivation.terms().get(0).factors().get(0).source())
        .isEqualTo(new Entry.OfWeights(Parameters.W2, 1, 2));
    assertThat(derivation.where().stream().map(Factor::symbol))
        .containsExactly("g[1,2]", "m[1,2]", "lr", "ε");
  }

  @Test
  void adamTellsItsTwoCorrections() {
    Derivation derivation =
        new Derivations(traced(OptimizerKind.ADAM, new Clipping.None()))
            .of(new Entry.OfUpdate(Parameters.BH, 0, 3));
    assertThat(derivation.formula()).isEqualTo("bh[3] − lr·m_hat[3] / (√v_hat[3] + ε)");
    assertThat(value(derivation, "1 − β₁ⁿ")).isEqualTo(1 - 0.9 * 0.9 * 0.9 * 0.9);
    double m = value(derivation, "m[3]");
    assertThat(derivation.terms().get(1).factors().get(1).value())
        .isEqualTo(m / value(derivation, "1 − β₁ⁿ"));
  }

  private static double value(Derivation derivation, String symbol) {
    return derivation.where().stream()
        .filter(factor -> factor.symbol().equals(symbol))
        .mapToDouble(Factor::value)
        .findFirst()
        .orElseThrow();
  }
}
