package dev.backstep.training;

import static dev.backstep.model.Agreement.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Trace;
import dev.backstep.training.optimizer.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run with a fault: what is traced is what trains, and going on gives the same bits. */
class FaultyRunTest {
  private static final HiddenStatePolicy CARRIED = new HiddenStatePolicy.Carried(false);

  private static Trainer trainer(Fault fault) {
    RunSettings settings = Runs.settings(OptimizerKind.SGD, CARRIED).withFault(fault);
    return Runs.trainer(Runs.lines("abcab", "cabbabc", "bca", "acb", "ccabacba"), settings);
  }

  private static void train(Trainer trainer, int updates) {
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void theTraceOfTheNextSequenceShowsWhatTheNextUpdateDoes(Fault fault) {
    Trainer trainer = trainer(fault);
    for (int i = 0; i < 4; i++) {
      Trace trace = trainer.trace(trainer.next());
      trainer.update();

      assertThat(trainer.divergence()).isEmpty();
      for (String name : Parameters.NAMES) {
        assertSameBits(trainer.weights().view(name), trace.weightsAfter(name), name);
      }
      assertThat(trainer.gradientNorm()).isEqualTo(trace.update().gradientNorm());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#plain")
  void aRunWithAFaultComesToOtherWeights(Fault fault) {
    Trainer right = trainer(Fault.NONE);
    Trainer wrong = trainer(fault);
    train(right, 3);
    train(wrong, 3);

    // The gradients of these sequences are too small for the one to be clipped.
    boolean isAlike = fault == Fault.CLIPPED_BEFORE_CHECK;
    assertThat(Runs.fingerprint(wrong.weights()) == Runs.fingerprint(right.weights()))
        .isEqualTo(isAlike);
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void goingOnFromACheckpointGivesTheSameBits(Fault fault) {
    Trainer trainer = trainer(fault);
    train(trainer, 5);
    Trainer other = new Trainer(trainer.data(), trainer.checkpoint());
    train(trainer, 5);
    train(other, 5);

    assertThat(Runs.fingerprint(other.weights())).isEqualTo(Runs.fingerprint(trainer.weights()));
    assertThat(other.lossPerCharacter()).isEqualTo(trainer.lossPerCharacter());
  }

  @Test
  void gradientsThatAreNotClearedAreInTheCheckpointAndOthersAreNot() {
    Trainer uncleared = trainer(Fault.NO_RESET);
    Trainer cleared = trainer(Fault.MISSING_TRANSPOSE);
    train(uncleared, 2);
    train(cleared, 2);

    assertThat(uncleared.checkpoint().gradients().norm()).isPositive();
    assertThat(cleared.checkpoint().gradients()).isNull();
    assertThat(uncleared.checkpoint().bytes()).isGreaterThan(cleared.checkpoint().bytes());
  }

  @Test
  void gradientsThatAreNotClearedActFromTheSecondSequenceOn() {
    Trainer right = trainer(Fault.NONE);
    Trainer wrong = trainer(Fault.NO_RESET);
    train(right, 1);
    train(wrong, 1);
    assertThat(Runs.fingerprint(wrong.weights())).isEqualTo(Runs.fingerprint(right.weights()));

    train(right, 1);
    train(wrong, 1);
    assertThat(Runs.fingerprint(wrong.weights())).isNotEqualTo(Runs.fingerprint(right.weights()));
  }

  @Test
  void aFaultThatComesOnTheWayFindsGradientsOfZero() {
    Trainer trainer = trainer(Fault.NONE);
    train(trainer, 4);
    Checkpoint before = trainer.checkpoint();
    trainer.change(trainer.settings().withFault(Fault.NO_RESET));
    train(trainer, 3);

    Trainer replayed = new Trainer(trainer.data(), before);
    replayed.change(replayed.settings().withFault(Fault.NO_RESET));
    train(replayed, 3);
    assertThat(Runs.fingerprint(replayed.weights())).isEqualTo(Runs.fingerprint(trainer.weights()));
  }

  @Test
  void aFaultThatGoesOnTheWayLeavesARightRun() {
    Trainer trainer = trainer(Fault.MISSING_TRANSPOSE);
    train(trainer, 2);
    trainer.change(trainer.settings().withFault(Fault.NONE));
    Trace trace = trainer.trace(trainer.next());
    Checkpoint healed = trainer.checkpoint();
    train(trainer, 1);

    assertThat(healed.settings().fault()).isEqualTo(Fault.NONE);
    assertSameBits(trainer.weights().view("W2"), trace.weightsAfter("W2"), "W2");
  }

  @Test
  void paddingTrainsOnTheLengthOfTheLongestSequence() {
    Trainer trainer = trainer(Fault.PADDING_UNMASKED);
    train(trainer, 1);

    assertThat(trainer.lastLength()).isEqualTo(trainer.data().corpus().longest());
  }
}
