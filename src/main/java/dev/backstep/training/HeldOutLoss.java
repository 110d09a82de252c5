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
   * The cross-entropy in nats per character over the held-out sequences in their order, up to
   * {@value #MOST_CHARACTERS} characters of them; NaN if none is held out.
   *
   * @param policy what each begins with; the first begins with zeros
   */
  double of(Parameters weights, HiddenStatePolicy policy) {
    rnn.use(weights);
    double[] nextH0 = rnn.zeroState().clone();
    double nats = 0;
    long characters = 0;
    for (Sequence sequence : sequences) {
      buffers.load(sequence.inputs(), sequence.targets(), nextH0);
      rnn.forward(buffers);
      policy.afterSequence(buffers, nextH0);
      nats += buffers.totalLoss();
      characters += sequence.length();
    }
    return nats / characters;
  }
}
