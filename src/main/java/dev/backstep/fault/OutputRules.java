package dev.backstep.fault;

import dev.backstep.math.Elementary;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Function;
import dev.backstep.net.Head;
import dev.backstep.net.Loss;
import java.util.Arrays;

/** Rules by which e is another, and with some of them the loss that it is the gradient of. */
final class OutputRules {
  private OutputRules() {}

  /** e at the target only, zeros elsewhere. */
  static final class OneIndexE extends ChangedRow {
    OneIndexE(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      int target = target(buffers, t);
      double kept = e[target];
      Arrays.fill(e, 0);
      e[target] = kept;
    }
  }

  /**
   * {@code −ln softmax(o)[y]}, where o is a softmax already: {@code q = softmax(o)}, {@code g = q −
   * y}, {@code e = o ⊙ (g − g·o)}.
   */
  static final class SoftmaxBeforeCrossEntropy extends ChangedRow {
    SoftmaxBeforeCrossEntropy(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    public double loss(SequenceBuffers buffers, int t, double nats) {
      return -StrictMath.log(softmax(buffers.o(t))[target(buffers, t)]);
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      double[] o = buffers.o(t);
      double[] g = softmax(o);
      g[target(buffers, t)] -= 1;
      double dot = 0;
      for (int k = 0; k < o.length; k++) {
        dot += g[k] * o[k];
      }
      for (int k = 0; k < o.length; k++) {
        e[k] = buffers.lossWeight(t) * o[k] * (g[k] - dot);
      }
    }

    /** Of probabilities, which do not overflow. */
    private static double[] softmax(double[] o) {
      double[] q = Arrays.stream(o).map(Elementary::exp).toArray();
      double sum = Arrays.stream(q).sum();
      return Arrays.stream(q).map(each -> each / sum).toArray();
    }
  }

  /** {@code −o[y]}, where a logarithm should stand: {@code e = o[y]·(o − y)}. */
  static final class SoftmaxBeforeLogLikelihood extends ChangedRow {
    SoftmaxBeforeLogLikelihood(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    public double loss(SequenceBuffers buffers, int t, double nats) {
      return -buffers.o(t)[target(buffers, t)];
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      double ofTarget = buffers.o(t)[target(buffers, t)];
      for (int k = 0; k < e.length; k++) {
        e[k] *= ofTarget;
      }
    }
  }

  /** The cross-entropy of {@code σ(o)}, where o is a σ already; e is an equation. */
  static final class SigmoidBeforeCrossEntropy extends ChangedRules {
    SigmoidBeforeCrossEntropy(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double loss(SequenceBuffers buffers, int t, double nats) {
      double[] squashed = Arrays.stream(buffers.o(t)).map(Function::sigmoid).toArray();
      return Loss.BINARY_CROSS_ENTROPY.of(squashed, buffers.row(Head.Y, t), 0);
    }
  }

  /** The mean of what the outputs of a timestep lose, and not the sum. */
  static final class MeanOverOutputs extends ChangedRow {
    MeanOverOutputs(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    public double loss(SequenceBuffers buffers, int t, double nats) {
      return super.loss(buffers, t, nats) / buffers.outputs().cols();
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      for (int k = 0; k < e.length; k++) {
        e[k] /= e.length;
      }
    }
  }
}
