package dev.backstep.training;

import static dev.backstep.model.Agreement.entries;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.net.Notation;
import dev.backstep.net.Notation.Standing;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateDerivationTest extends UpdateTest {
  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
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

  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
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

  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
  void itIsWrittenInTheNamesAndTheIndicesOfAFile(OptimizerKind kind, Clipping clipping) {
    Trace trace = traced(kind, clipping);
    Notation file =
        Notation.of(
            true, Map.of("W2", new Standing("Waa", true)), Map.of("dW2", "rnn.grads['Waa']"));
    Derivations there = new Derivations(trace, file);
    Derivation clipped = there.of(new Entry.OfClipped("W2", 1, 2));
    assertThat(clipped.name()).endsWith("[2,1]");
    assertThat(clipped.formula()).contains("rnn.grads['Waa'][2,1]").doesNotContain("W2");
    Derivation after = there.of(new Entry.OfUpdate("W2", 1, 2));
    assertThat(after.name()).isEqualTo("Waa[2,1]");
    assertThat(after.formula()).startsWith("Waa[2,1] − lr·");
    assertThat(there.of(new Entry.OfChange("W2", 1, 2)).name()).isEqualTo("ΔWaa[2,1]");
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
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
}
