package dev.backstep.training;

import static dev.backstep.model.Agreement.entries;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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
  void theTermsOfEveryNumberOfTheUpdateAddUpToWhatTrainingMakesOfItBitForBit(
      OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    Trace trace = trainer.trace(trainer.next());
    trainer.update();
    UpdateRule next = trainer.trace(trainer.next()).update().rule();
    for (String name : Parameters.NAMES) {
      MatrixView before = trace.weights(name);
      MatrixView after = trainer.weights().view(name);
      MatrixView change = trace.change(name);
      forEveryEntry(
          before,
          (row, col) -> {
            double weight = after.get(row, col);
            assertThat(before.get(row, col) + change.get(row, col)).isEqualTo(weight);
            assertAddsUp(trace, new Entry.OfUpdate(name, row, col), weight);
            assertAddsUp(trace, new Entry.OfChange(name, row, col), change.get(row, col));
            assertAddsUp(
                trace,
                new Entry.OfClipped(name, row, col),
                trace.clippedGradient(name).get(row, col));
            next.memoryBefore()
                .forEach(
                    (memory, values) ->
                        assertAddsUp(
                            trace,
                            new Entry.OfMemory(memory, name, row, col),
                            values.view(name).get(row, col)));
          });
    }
  }

  private static void assertAddsUp(Trace trace, Entry entry, double trained) {
    Derivation derivation = new Derivations(trace).of(entry);
    assertThat(derivation.result()).isEqualTo(trained);
    assertThat(derivation.outer().apply(derivation.sum()))
        .as("%s = %s", derivation.name(), derivation.formula())
        .isEqualTo(trained);
  }

  private static void forEveryEntry(MatrixView matrix, BiConsumer<Integer, Integer> test) {
    for (int row = 0; row < matrix.rows(); row++) {
      for (int col = 0; col < matrix.cols(); col++) {
        test.accept(row, col);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserWithEveryClipping")
  void everyLinkLeadsToTheNumberThatItShows(OptimizerKind kind, Clipping clipping) {
    Trace trace = traced(kind, clipping);
    for (String name : Parameters.NAMES) {
      forEveryEntry(
          trace.weights(name),
          (row, col) -> {
            Set<Entry> reached = new HashSet<>();
            follow(trace, new Entry.OfUpdate(name, row, col), reached);
            follow(trace, new Entry.OfChange(name, row, col), reached);
            assertThat(reached)
                .contains(new Entry.OfAccumulator(name, 0, row, col))
                .contains(new Entry.OfClipped(name, row, col));
            trace
                .update()
                .rule()
                .memoryBefore()
                .keySet()
                .forEach(m -> assertThat(reached).contains(new Entry.OfMemory(m, name, row, col)));
          });
    }
  }

  /** Follows every link of the update, until it leads to a cell of the backward pass. */
  private static void follow(Trace trace, Entry entry, Set<Entry> reached) {
    if (!reached.add(entry) || !(entry instanceof Entry.AtUpdate)) {
      return;
    }
    Derivation derivation = new Derivations(trace).of(entry);
    Stream<Factor> ofTerms = derivation.terms().stream().flatMap(t -> t.factors().stream());
    Stream.concat(ofTerms, derivation.where().stream())
        .filter(factor -> factor.source() != null)
        .forEach(
            factor -> {
              assertThat(shown(trace, factor.source()))
                  .as("%s in %s", factor.symbol(), derivation.name())
                  .isEqualTo(factor.value());
              follow(trace, factor.source(), reached);
            });
  }

  private static double shown(Trace trace, Entry entry) {
    return entry instanceof Entry.OfWeights weight
        ? trace.weights(weight.parameter()).get(weight.row(), weight.col())
        : new Derivations(trace).of(entry).result();
  }

  @ParameterizedTest
  @MethodSource("everyOptimiserWithEveryClipping")
  void whatItRemembersIsWhatTrainingRemembers(OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    Trace told = trainer.trace(trainer.next());
    trainer.update();
    UpdateRule next = trainer.trace(trainer.next()).update().rule();
    assertThat(next.memoryBefore())
        .hasSize(kind.ordinal() == 0 ? 0 : kind == OptimizerKind.ADAM ? 2 : 1);
    next.memoryBefore()
        .forEach(
            (name, memory) -> {
              assertThat(entries(told.memory(name, Parameters.W2)))
                  .containsExactly(memory.get(Parameters.W2).data);
              assertThat(told.update().rule().memoryBefore().get(name).get(Parameters.W2).data)
                  .isNotEqualTo(memory.get(Parameters.W2).data);
            });
  }

  @Test
  void adagradRemembersTheSumOfTheSquaresOfTheClippedGradients() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    Derivation derivation = new Derivations(trace).of(new Entry.OfMemory("m", Parameters.W2, 1, 2));
    double before = trace.update().rule().memoryBefore().get("m").get(Parameters.W2).get(1, 2);
    double g = trace.clippedGradient(Parameters.W2).get(1, 2);
    assertThat(derivation.name()).isEqualTo("m[1,2]");
    assertThat(derivation.formula()).isEqualTo("m_before[1,2] + g[1,2]²");
    assertThat(derivation.terms().get(0).value()).isEqualTo(before).isPositive();
    assertThat(derivation.result()).isEqualTo(before + g * g);
  }

  @Test
  void theOtherMemoriesAreMeansOfWhatWasBeforeAndWhatIsNew() {
    assertThat(formula(OptimizerKind.RMSPROP, new Entry.OfMemory("v", Parameters.W2, 1, 2)))
        .isEqualTo("v[1,2] = α·v_before[1,2] + (1 − α)·g[1,2]²");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("m", Parameters.W2, 1, 2)))
        .isEqualTo("m[1,2] = β₁·m_before[1,2] + (1 − β₁)·g[1,2]");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("v", Parameters.W2, 1, 2)))
        .isEqualTo("v[1,2] = β₂·v_before[1,2] + (1 − β₂)·g[1,2]²");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("v_hat", Parameters.W2, 1, 2)))
        .isEqualTo("v_hat[1,2] = v[1,2] / (1 − β₂ⁿ)");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfChange(Parameters.W2, 1, 2)))
        .isEqualTo("ΔW2[1,2] = −lr·m_hat[1,2] / (√v_hat[1,2] + ε)");
    assertThat(formula(OptimizerKind.SGD, new Entry.OfChange(Parameters.W2, 1, 2)))
        .isEqualTo("ΔW2[1,2] = −lr·g[1,2]");
  }

  private static String formula(OptimizerKind kind, Entry entry) {
    Derivation derivation = new Derivations(traced(kind, new Clipping.None())).of(entry);
    return derivation.name() + " = " + derivation.formula();
  }

  @Test
  void clippingTellsItsScaleAndHowThatCameAbout() {
    Trace trace = traced(OptimizerKind.SGD, new Clipping.GlobalNorm(0.7));
    double norm = trace.update().gradientNorm();
    assertThat(norm).isGreaterThan(0.7);
    Derivation derivation = new Derivations(trace).of(new Entry.OfClipped(Parameters.W2, 1, 2));
    assertThat(derivation.name()).isEqualTo("clip(g)[1,2]");
    assertThat(derivation.formula()).isEqualTo("scale·dW2[1,2]");
    assertThat(derivation.where())
        .containsExactly(
            new Factor("scale = limit / ‖g‖", 0.7 / norm, null),
            new Factor("limit", 0.7, null),
            new Factor("‖g‖", norm, null));
    Trace whole = traced(OptimizerKind.SGD, new Clipping.GlobalNorm(1e9));
    assertThat(new Derivations(whole).of(new Entry.OfClipped(Parameters.W2, 1, 2)).where().get(0))
        .isEqualTo(new Factor("scale (as ‖g‖ ≤ limit)", 1, null));
  }

  @Test
  void anEntryThatIsCutOffTellsTheLimit() {
    Trace trace = traced(OptimizerKind.SGD, new Clipping.Elementwise(0.05));
    MatrixView gradient = trace.gradient(Parameters.BO);
    int cut = 0;
    for (int col = 0; col < gradient.cols(); col++) {
      Derivation derivation = new Derivations(trace).of(new Entry.OfClipped(Parameters.BO, 0, col));
      assertThat(derivation.formula()).isEqualTo("clip(dbo[" + col + "], ±limit)");
      assertThat(derivation.outer()).isEqualTo(new Derivation.Outer.Clamp(0.05));
      cut += Math.abs(derivation.result()) == 0.05 ? 1 : 0;
    }
    assertThat(cut).isPositive();
  }

  @Test
  void theGradientInItLeadsToHowItWasClippedAndFromThereToWhereItWasAddedUp() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    assertThat(trace.update().clipScale()).isLessThan(1);
    Derivation derivation = new Derivations(trace).of(new Entry.OfUpdate(Parameters.W2, 1, 2));
    assertThat(derivation.formula()).isEqualTo("W2[1,2] − lr·g[1,2] / √(m[1,2] + ε)");
    Factor gradient = derivation.terms().get(1).factors().get(1);
    assertThat(gradient.source()).isEqualTo(new Entry.OfClipped(Parameters.W2, 1, 2));
    assertThat(gradient.value())
        .isEqualTo(trace.gradient(Parameters.W2).get(1, 2) * trace.update().clipScale())
        .isNotZero();
    assertThat(
            new Derivations(trace).of(gradient.source()).terms().get(0).factors().get(1).source())
        .isEqualTo(new Entry.OfAccumulator(Parameters.W2, 0, 1, 2));
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
    assertThat(value(derivation, "n")).isEqualTo(4);
    double m = value(derivation, "m[3]");
    Factor corrected = derivation.terms().get(1).factors().get(1);
    assertThat(corrected.value())
        .isEqualTo(m / value(derivation, "1 − β₁ⁿ"))
        .isEqualTo(value(derivation, "m_hat[3] = m[3] / (1 − β₁ⁿ)"));
    assertThat(corrected.source()).isEqualTo(new Entry.OfMemory("m_hat", Parameters.BH, 0, 3));
  }

  private static double value(Derivation derivation, String symbol) {
    return derivation.where().stream()
        .filter(factor -> factor.symbol().equals(symbol))
        .mapToDouble(Factor::value)
        .findFirst()
        .orElseThrow();
  }
}
