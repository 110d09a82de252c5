package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.text.Sequence;
import dev.backstep.training.optimizer.OptimizerKind;
import org.junit.jupiter.api.Test;

class MeanLossTest {
  private static final HiddenStatePolicy ZERO = new HiddenStatePolicy.Zero();
  private static final HiddenStatePolicy CARRIED = new HiddenStatePolicy.Carried(true);

  private final Trainer trainer =
      Runs.trainer(Runs.dinosaurs(), Runs.settings(OptimizerKind.SGD, CARRIED));
  private final MeanLoss heldOutLoss =
      new MeanLoss(trainer.data().heldOut(), trainer.weights().shape());

  @Test
  void fromZeroEverySequenceStandsForItself() {
    assertThat(of(ZERO)).isEqualTo(byHand(false));
  }

  @Test
  void carriedEverySequenceBeginsWithTheLastStateOfTheOneBefore() {
    assertThat(of(CARRIED)).isEqualTo(byHand(true)).isNotEqualTo(byHand(false));
  }

  @Test
  void askingChangesNothingForTheNextTime() {
    double first = of(CARRIED);
    assertThat(of(CARRIED)).isEqualTo(first);
  }

  @Test
  void stoppedOnTheWayItComesToNothing() {
    int[] asked = {0};
    MeanLoss stopped =
        new MeanLoss(trainer.data().heldOut(), trainer.weights().shape(), () -> ++asked[0] < 3);
    assertThat(stopped.of(trainer.weights(), ZERO)).isNaN();
    assertThat(asked[0]).isEqualTo(3);
  }

  private double of(HiddenStatePolicy policy) {
    return heldOutLoss.of(trainer.weights(), policy);
  }

  private double byHand(boolean carries) {
    Parameters weights = trainer.weights();
    Rnn rnn = new Rnn(weights.shape());
    rnn.use(weights);
    double[] h = new double[weights.shape().hidden()];
    double nats = 0;
    int characters = 0;
    for (Sequence sequence : trainer.data().heldOut()) {
      SequenceBuffers buffers = new SequenceBuffers(weights.shape());
      buffers.load(sequence.inputs(), sequence.targets(), h);
      rnn.forward(buffers);
      nats += buffers.totalLoss();
      characters += sequence.length();
      if (carries) {
        h = buffers.h(sequence.length() - 1).clone();
      }
    }
    return nats / characters;
  }
}
