package dev.backstep.training;

import static dev.backstep.model.Agreement.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Truncation;
import dev.backstep.net.Lstm;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs whose gradients go back only so far. */
class TruncatedRunTest {
  private static Stream<RunSettings> truncated() {
    return Stream.of(Truncation.chunks(2), Truncation.window(3))
        .map(cut -> settings().withTruncation(cut))
        .flatMap(each -> Stream.of(each, each.withCell(Lstm.NET)));
  }

  private static RunSettings settings() {
    return Runs.settings(5, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(false));
  }

  private static Trainer trainer(RunSettings settings) {
    return Runs.trainer(Runs.lines("abcab", "cabbabc", "bca", "acb", "ccabacba"), settings);
  }

  private static void train(Trainer trainer, int updates) {
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
  }

  @ParameterizedTest
  @MethodSource("truncated")
  void whatIsTracedIsWhatTrainsAndIsTheTruncatedGradient(RunSettings settings) {
    Trainer trainer = trainer(settings);
    for (int i = 0; i < 6; i++) {
      Trace trace = trainer.trace(trainer.next());
      BatchPass pass =
          BatchPass.of(Batch.of(trace.example()).with(settings.truncation()), BackwardRules.RIGHT);
      trainer.update();

      assertThat(trace.truncation()).isEqualTo(settings.truncation());
      for (String name : trace.shape().net().names()) {
        assertSameBits(trace.gradient(name), pass.gradients().view(name), name);
        assertSameBits(trainer.weights().view(name), trace.weightsAfter(name), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("truncated")
  void goingOnFromACheckpointGivesTheSameBits(RunSettings settings) {
    Trainer trainer = trainer(settings);
    train(trainer, 5);
    Trainer other = new Trainer(trainer.data(), trainer.checkpoint());
    train(trainer, 5);
    train(other, 5);

    assertThat(Runs.fingerprint(other.weights())).isEqualTo(Runs.fingerprint(trainer.weights()));
  }

  @ParameterizedTest
  @MethodSource("truncated")
  void itTrainsOtherwiseThanTheWholeGradient(RunSettings settings) {
    Trainer cut = trainer(settings);
    Trainer whole = trainer(settings.withTruncation(Truncation.NONE));
    train(cut, 1);
    train(whole, 1);

    assertThat(cut.lossPerCharacter()).isEqualTo(whole.lossPerCharacter());
    assertThat(Runs.fingerprint(cut.weights())).isNotEqualTo(Runs.fingerprint(whole.weights()));
  }

  /** As long as the sequences are nothing is cut, and every bit is that of the whole gradient. */
  @Test
  void aTruncationThatReachesEveryCellCutsNothing() {
    Trainer whole = trainer(settings());
    train(whole, 12);
    for (Truncation long9 : new Truncation[] {Truncation.chunks(9), Truncation.window(9)}) {
      Trainer trainer = trainer(settings().withTruncation(long9));
      train(trainer, 12);
      assertThat(Runs.fingerprint(trainer.weights())).isEqualTo(Runs.fingerprint(whole.weights()));
    }
  }

  @Test
  void aChangeOnTheWayAppliesFromTheNextUpdate() {
    Trainer changed = trainer(settings());
    train(changed, 3);
    Trainer kept = new Trainer(changed.data(), changed.checkpoint());
    changed.change(settings().withTruncation(Truncation.window(2)));
    Trainer resumed = new Trainer(changed.data(), changed.checkpoint());
    for (Trainer each : new Trainer[] {changed, kept, resumed}) {
      train(each, 4);
    }

    long cut = Runs.fingerprint(changed.weights());
    assertThat(cut).isEqualTo(Runs.fingerprint(resumed.weights()));
    assertThat(cut).isNotEqualTo(Runs.fingerprint(kept.weights()));
  }
}
