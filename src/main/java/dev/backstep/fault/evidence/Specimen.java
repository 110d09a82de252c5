package dev.backstep.fault.evidence;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultLines;
import dev.backstep.math.Elementary;
import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers that right and wrong rules are tried on: one net and one sequence.
 *
 * @param labels how each character is written on the screen, by id
 * @param example not to be modified
 * @param longest T of the longest sequence of the data, which padding goes to
 */
public record Specimen(List<String> labels, Example example, int longest) {
  /** The standard deviation of weights on which every fault of the catalogue is well seen. */
  public static final double SIGMA = 0.4;

  /** Up to this many hidden units {@link #SIGMA} does not saturate tanh. */
  private static final int MOST_HIDDEN = 32;

  /** What a trace was made of, to go back by other rules. */
  public static Specimen of(Trace trace, int longest) {
    int vocabulary = trace.shape().vocabulary();
    return new Specimen(
        IntStream.range(0, vocabulary).mapToObj(trace::label).toList(), trace.example(), longest);
  }

  /** The same net on another sequence. */
  public Specimen withSequence(int[] otherInputs, int[] otherTargets) {
    return with(example.on(otherInputs, otherTargets));
  }

  /** The same with a hidden state to begin with as a sequence before could have left it. */
  public Specimen withRandomH0(long seed) {
    SeededRandom random = SeededRandom.forPurpose(seed, "evidence h0");
    double[] drawn = new double[shape().stateSize()];
    for (int j = 0; j < drawn.length; j++) {
      drawn[j] = Elementary.tanh(random.nextGaussian());
    }
    return with(example.from(drawn));
  }

  /** The same with weights {@code sigma()·randn} and biases of 0. */
  public Specimen withRandomWeights(long seed) {
    Parameters drawn =
        new Initialization.Gaussian(sigma())
            .initialize(shape(), SeededRandom.forPurpose(seed, "evidence weights"));
    return with(example.with(drawn));
  }

  private Specimen with(Example other) {
    return new Specimen(labels, other, longest);
  }

  /** {@link #SIGMA}, or less in a net so large that it would saturate: {@code SIGMA·√(32/H)}. */
  public double sigma() {
    return SIGMA * Math.min(1, Math.sqrt((double) MOST_HIDDEN / shape().hidden()));
  }

  private Shape shape() {
    return example.shape();
  }

  /** T. */
  public int length() {
    return example.length();
  }

  /** The trace by the right rules. */
  public Trace right() {
    return by(Fault.NONE);
  }

  /**
   * The trace by the rules with a fault. Where gradients are not cleared, the sequence before was
   * this same one.
   */
  public Trace by(Fault fault) {
    BackwardRules rules = fault.rules();
    Parameters found = Parameters.zeros(shape());
    if (rules.handsOnGradients()) {
      found = gradients(traced(fault, found));
    }
    return traced(fault, found);
  }

  private static Parameters gradients(Trace trace) {
    Parameters copied = Parameters.zeros(trace.shape());
    for (int i = 0; i < copied.count(); i++) {
      MatrixView matrix = trace.gradient(copied.names().get(i));
      double[] entries = copied.data(i);
      for (int k = 0; k < entries.length; k++) {
        entries[k] = matrix.get(k / matrix.cols(), k % matrix.cols());
      }
    }
    return copied;
  }

  private Trace traced(Fault fault, Parameters found) {
    BackwardRules rules = fault.rules();
    return Trace.of(
        labels,
        example.by(rules, longest),
        new Backward(rules, found, FaultLines.of(fault, shape().net())),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }
}
