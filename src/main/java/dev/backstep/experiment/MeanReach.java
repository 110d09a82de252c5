package dev.backstep.experiment;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vector;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.flow.NetReach;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How far the gradient of the last character reaches back, over some sequences. */
final class MeanReach {
  /** More sequences would take as long as training and make no better a figure. */
  private static final int MOST = 100;

  private MeanReach() {}

  /**
   * The mean in letters over the first sequences that have a letter before the one with the last
   * loss, each from h0 = 0; an end mark is no character. NaN if there is none.
   *
   * @param goesOn asked after each sequence; where it does not, the mean is NaN
   */
  static double of(List<Sequence> sequences, Parameters weights, BooleanSupplier goesOn) {
    long letters = 0;
    int counted = 0;
    for (Sequence sequence : sequences.subList(0, Math.min(MOST, sequences.size()))) {
      int[] targets = sequence.targets();
      int end = targets.length - 1;
      int loss = targets[end] == Vocabulary.END ? end - 1 : end;
      if (loss > 0) {
        letters += farthest(sequence, weights, loss);
        counted++;
      }
      if (!goesOn.getAsBoolean()) {
        return Double.NaN;
      }
    }
    return (double) letters / counted;
  }

  /** In the state that it reaches farthest in: of an LSTM mostly c. */
  private static int farthest(Sequence sequence, Parameters weights, int loss) {
    double[] zeros = new double[weights.shape().stateSize()];
    Example example = new Example(weights, sequence.inputs(), sequence.targets(), zeros);
    int farthest = 0;
    for (Vector state : weights.shape().net().states()) {
      farthest = Math.max(farthest, NetReach.of(example, loss, state).letters());
    }
    return farthest;
  }
}
