package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Traces of runs with each optimiser and each clipping. */
abstract class UpdateTest {
  static final int HIDDEN = 5;

  public static Trainer trained(OptimizerKind kind, Clipping clipping) {
    RunSettings settings =
        RunSettings.defaults()
            .withHidden(HIDDEN)
            .withOptimizer(kind)
            .withLearningRate(kind.usualLearningRate())
            .withClipping(clipping)
            .withSeed(3)
            .withHiddenState(new HiddenStatePolicy.Carried(true))
            .withHeldOutShare(0);
    Trainer trainer = Runs.trainer(Runs.lines("abcab", "cabba", "bca", "acb"), settings);
    for (int i = 0; i < 3; i++) {
      trainer.update();
    }
    return trainer;
  }

  public static Trace traced(OptimizerKind kind, Clipping clipping) {
    Trainer trainer = trained(kind, clipping);
    return trainer.trace(trainer.next());
  }

  public static void assertAddsUp(Trace trace, Entry entry, double trained) {
    Derivation derivation = new Derivations(trace).of(entry);
    assertThat(derivation.result()).isEqualTo(trained);
    assertThat(derivation.outer().apply(derivation.sum()))
        .as("%s = %s", derivation.name(), derivation.formula())
        .isEqualTo(trained);
  }

  public static void forEveryEntry(MatrixView matrix, BiConsumer<Integer, Integer> test) {
    for (int row = 0; row < matrix.rows(); row++) {
      for (int col = 0; col < matrix.cols(); col++) {
        test.accept(row, col);
      }
    }
  }

  /** Follows every link of the update, until it leads to a cell of the backward pass. */
  public static void follow(Trace trace, Entry entry, Set<Entry> reached) {
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

  public static double shown(Trace trace, Entry entry) {
    return entry instanceof Entry.OfWeights weight
        ? trace.weights(weight.parameter()).get(weight.row(), weight.col())
        : new Derivations(trace).of(entry).result();
  }

  public static String formula(OptimizerKind kind, Entry entry) {
    Derivation derivation = new Derivations(traced(kind, new Clipping.None())).of(entry);
    return derivation.name() + " = " + derivation.formula();
  }

  public static double value(Derivation derivation, String symbol) {
    return derivation.where().stream()
        .filter(factor -> factor.symbol().equals(symbol))
        .mapToDouble(Factor::value)
        .findFirst()
        .orElseThrow();
  }
}
