package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
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

  @Test
  void theLastCharacterIsTheOneBeforeTheEndMark() {
    List<Sequence> heldOut = trainer.data().heldOut();
    assertThat(ofLast(heldOut)).isCloseTo(lastByHand(heldOut, 2), within(1e-12));
  }

  @Test
  void whereNoEndMarkStandsTheLastCharacterIsTheLast() {
    List<Sequence> windows =
        List.of(
            new Sequence("ab", new int[] {1, 2}, new int[] {2, 3}),
            new Sequence("c", new int[] {3}, new int[] {1}));
    assertThat(ofLast(windows)).isCloseTo(lastByHand(windows, 1), within(1e-12));
  }

  @Test
  void aSequenceWithNothingButItsEndToPredictCountsForNothing() {
    Sequence one = new Sequence("a", new int[] {1}, new int[] {Vocabulary.END});
    Sequence two = new Sequence("ab", new int[] {1, 2}, new int[] {2, Vocabulary.END});
    assertThat(ofLast(List.of(one, two))).isCloseTo(lastByHand(List.of(two), 2), within(1e-12));
    assertThat(ofLast(List.of(one))).isNaN();
  }

  private double ofLast(List<Sequence> sequences) {
    return new MeanLoss(sequences, trainer.weights().shape()).ofLastCharacter(trainer.weights());
  }

  /** The mean loss so many steps from the end. */
  private double lastByHand(List<Sequence> sequences, int fromEnd) {
    Rnn rnn = new Rnn(trainer.weights().shape());
    rnn.use(trainer.weights());
    double nats = 0;
    for (Sequence sequence : sequences) {
      SequenceBuffers buffers = new SequenceBuffers(trainer.weights().shape());
      buffers.load(sequence.inputs(), sequence.targets(), rnn.zeroState());
      rnn.forward(buffers);
      int t = sequence.length() - fromEnd;
      nats += -StrictMath.log(buffers.o(t)[sequence.targets()[t]]);
    }
    return nats / sequences.size();
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
