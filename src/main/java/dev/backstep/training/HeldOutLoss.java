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
  private static final int MOST_CHARACTERS = 50_000;

  private final List<Sequence> sequences;
  private final Rnn rnn;
  private final SequenceBuffers buffers;

  HeldOutLoss(TrainingData data, Shape shape) {
    sequences = data.heldOut().subList(0, count(data.heldOut()));
    rnn = new Rnn(shape);
    buffers = new SequenceBuffers(shape);
  }

  private static int count(List<Sequence> heldOut) {
    int characters = 0;
    int count = 0;
    while (count < heldOut.size() && characters < MOST_CHARACTERS) {
      characters += heldOut.get(count++).length();
    }
    return count;
  }

  /**
   * The cross-entropy in nats per character over the held-out sequences, up to {@value
   * #MOST_CHARACTERS} characters of them, each from a hidden state of zeros; NaN if none is held
   * out.
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
