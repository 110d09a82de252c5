package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import java.util.List;

/** The loss of sequences that training has not seen. */
final class HeldOutLoss {
  /** More than these would hold up training at the end of an epoch for no better a figure. */
  private static final int MOST = 2000;

  private final List<Sequence> sequences;
  private final Rnn rnn;
  private final SequenceBuffers buffers;

  HeldOutLoss(TrainingData data, Shape shape) {
    sequences = data.heldOut().subList(0, Math.min(MOST, data.heldOut().size()));
    rnn = new Rnn(shape);
    buffers = new SequenceBuffers(shape);
  }

  /**
   * The cross-entropy in nats per character over at most {@value #MOST} held-out sequences, each
   * from a hidden state of zeros; NaN if none is held out.
   */
  double of(Parameters weights) {
    rnn.use(weights);
    double nats = 0;
    long characters = 0;
    for (Sequence sequence : sequences) {
      buffers.load(sequence.inputs(), sequence.targets(), rnn.zeroState());
      rnn.forward(buffers);
      nats += buffers.totalLoss();
      characters += sequence.length();
    }
    return nats / characters;
  }
}
