package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Sequence;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanLossTest {
  private static final HiddenStatePolicy ZERO = new HiddenStatePolicy.Zero();
  private static final HiddenStatePolicy CARRIED = new HiddenStatePolicy.Carried(true);

  private Trainer trainer = trainer(Vanilla.NET);
  private MeanLoss heldOutLoss = loss(trainer);

  private static Trainer trainer(Net cell) {
    return Runs.trainer(Runs.dinosaurs(), Runs.settings(OptimizerKind.SGD, CARRIED).withCell(cell));
  }

  private static MeanLoss loss(Trainer trainer) {
    return new MeanLoss(trainer.data().heldOut(), trainer.weights().shape());
  }

  private static List<Net> nets() {
    return Nets.ALL;
  }

  private void use(Net cell) {
    trainer = trainer(cell);
    heldOutLoss = loss(trainer);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void fromZeroEverySequenceStandsForItself(Net cell) {
    use(cell);
    assertThat(of(ZERO)).isEqualTo(byHand(false));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void carriedEverySequenceBeginsWithTheLastStatesOfTheOneBefore(Net cell) {
    use(cell);
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
    double[] states = new double[weights.shape().stateSize()];
    double nats = 0;
    int characters = 0;
    for (Sequence sequence : trainer.data().heldOut()) {
      SequenceBuffers buffers = new SequenceBuffers(weights.shape());
      buffers.load(sequence.inputs(), sequence.targets(), states);
      rnn.forward(buffers);
      nats += buffers.totalLoss();
      characters += sequence.length();
      if (carries) {
        buffers.copyStates(sequence.length() - 1, states);
      }
    }
    return nats / characters;
  }
}
