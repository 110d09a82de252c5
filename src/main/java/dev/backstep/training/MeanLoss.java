package dev.backstep.training;

import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/** The loss of some sequences under given weights; nothing is trained. */
public final class MeanLoss {
  /** More than these would hold up training at the end of an epoch for no better a figure. */
  private static final int MOST_CHARACTERS = 50_000;

  private final List<Sequence> sequences;
  private final Rnn rnn;
  private final SequenceBuffers buffers;
  private final BooleanSupplier goesOn;

  public MeanLoss(List<Sequence> sequences, Shape shape) {
    this(sequences, shape, () -> true);
  }

  /**
   * @param goesOn asked after each sequence; where it does not, the loss is NaN
   */
  public MeanLoss(List<Sequence> sequences, Shape shape, BooleanSupplier goesOn) {
    this.goesOn = goesOn;
    this.sequences = sequences.subList(0, count(sequences));
    rnn = new Rnn(shape);
    buffers = new SequenceBuffers(shape);
  }

  private static int count(List<Sequence> sequences) {
    int characters = 0;
    int count = 0;
    while (count < sequences.size() && characters < MOST_CHARACTERS) {
      characters += sequences.get(count++).length();
    }
    return count;
  }

  /**
   * The cross-entropy in nats per character over the sequences in their order, up to {@value
   * #MOST_CHARACTERS} characters of them; NaN if there is none.
   *
   * @param policy what each begins with; the first begins with zeros
   */
  public double of(Parameters weights, HiddenStatePolicy policy) {
    return of(weights, policy, rnn.zeroState());
  }

  /**
   * The same.
   *
   * @param firstStates what the first begins with, one state after another; not modified
   */
  public double of(Parameters weights, HiddenStatePolicy policy, double[] firstStates) {
    return mean(weights, policy, firstStates, buffers::totalLoss, buffers::length);
  }

  /**
   * The cross-entropy in nats of the last character of each sequence, from h0 = 0; an end mark is
   * none. NaN if no sequence has one to predict.
   */
  public double ofLastCharacter(Parameters weights) {
    return mean(
        weights,
        new HiddenStatePolicy.Zero(),
        rnn.zeroState(),
        () -> hasLastCharacter() ? buffers.loss(lastCharacter()) : 0,
        () -> hasLastCharacter() ? 1 : 0);
  }

  private boolean hasLastCharacter() {
    return lastCharacter() >= 0;
  }

  /** The timestep that predicts the last character of the sequence; −1 if there is none. */
  private int lastCharacter() {
    int last = buffers.length() - 1;
    return buffers.target(last) == Vocabulary.END ? last - 1 : last;
  }

  private double mean(
      Parameters weights,
      HiddenStatePolicy policy,
      double[] firstStates,
      DoubleSupplier loss,
      IntSupplier count) {
    rnn.use(weights);
    double[] nextStates = firstStates.clone();
    double nats = 0;
    long counted = 0;
    for (Sequence sequence : sequences) {
      buffers.load(sequence.inputs(), sequence.targets(), nextStates);
      rnn.forward(buffers);
      policy.afterSequence(buffers, buffers.length(), nextStates);
      nats += loss.getAsDouble();
      counted += count.getAsInt();
      if (!goesOn.getAsBoolean()) {
        return Double.NaN;
      }
    }
    return nats / counted;
  }

  /**
   * The loss under the weights of a trainer: from h0 = 0 or the h0 that is learned, and as that one
   * begins sequences.
   */
  public HeldOutPoint under(Trainer trainer) {
    HiddenStatePolicy zero = new HiddenStatePolicy.Zero();
    HiddenStatePolicy own = trainer.settings().hiddenState();
    double loss = of(trainer.weights(), zero, trainer.firstStates());
    boolean isSame = own.equals(zero) || own.isLearned();
    double ownState = isSame ? loss : of(trainer.weights(), own);
    return new HeldOutPoint(trainer.updates(), loss, ownState);
  }
}
