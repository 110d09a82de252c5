package dev.backstep.fault;

import dev.backstep.math.Elementary;
import dev.backstep.math.Kernels;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Weights;
import java.util.Arrays;

/** Rules in which a function is derived wrongly. */
final class WrongDerivatives {
  private WrongDerivatives() {}

  /** {@code dtanh = dh}. */
  static final class NoTanhDerivative extends ChangedRules {
    NoTanhDerivative(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      double[] dh = buffers.dh(t);
      System.arraycopy(dh, 0, buffers.dtanh(t), 0, dh.length);
    }
  }

  /** {@code dtanh = (1 − tanh(h)²) ⊙ dh}: h is a tanh already. */
  static final class TanhTwice extends ChangedRules {
    TanhTwice(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      for (int j = 0; j < buffers.h(t).length; j++) {
        double tanh = Elementary.tanh(buffers.h(t)[j]);
        buffers.dtanh(t)[j] = (1 - tanh * tanh) * buffers.dh(t)[j];
      }
    }
  }

  /** {@code dtanh = (1 − h_{t−1}²) ⊙ dh}. */
  static final class TanhOfPreviousStep extends ChangedRules {
    TanhOfPreviousStep(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      for (int j = 0; j < buffers.h(t).length; j++) {
        double previous = buffers.hPrev(t)[j];
        buffers.dtanh(t)[j] = (1 - previous * previous) * buffers.dh(t)[j];
      }
    }
  }

  /** {@code dtanh = h ⊙ (1 − h) ⊙ dh}. */
  static final class SigmoidDerivative extends ChangedRules {
    SigmoidDerivative(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      for (int j = 0; j < buffers.h(t).length; j++) {
        double h = buffers.h(t)[j];
        buffers.dtanh(t)[j] = h * (1 - h) * buffers.dh(t)[j];
      }
    }
  }

  /** {@code dtanh = (1 − h) ⊙ dh}. */
  static final class HNotSquared extends ChangedRules {
    HNotSquared(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      for (int j = 0; j < buffers.h(t).length; j++) {
        buffers.dtanh(t)[j] = (1 - buffers.h(t)[j]) * buffers.dh(t)[j];
      }
    }
  }

  /** {@code dtanh = (1 − h²) ⊙ e·W3 + dh_later}. */
  static final class TanhOnOutputPartOnly extends ChangedRules {
    TanhOnOutputPartOnly(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void throughTanh(SequenceBuffers buffers, int t) {
      for (int j = 0; j < buffers.h(t).length; j++) {
        double h = buffers.h(t)[j];
        buffers.dtanh(t)[j] = (1 - h * h) * buffers.dhFromOutput(t)[j] + buffers.dhFromLater(t)[j];
      }
    }
  }

  /** {@code dh_prev = dh·W2ᵀ}. */
  static final class DhPrevSkipsTanh extends ChangedRules {
    DhPrevSkipsTanh(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
      double[] dhPrev = buffers.dhPrev(t);
      Arrays.fill(dhPrev, 0);
      Kernels.addProduct(buffers.dh(t), weights.w2Transposed(), dhPrev);
    }
  }

  /** {@code dh_prev = dtanh}. */
  static final class DhPrevSkipsW2 extends ChangedRules {
    DhPrevSkipsW2(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
      double[] dtanh = buffers.dtanh(t);
      System.arraycopy(dtanh, 0, buffers.dhPrev(t), 0, dtanh.length);
    }
  }

  /** {@code e = (o − y) ⊙ o ⊙ (1 − o)}: softmax is derived once more. */
  static final class SoftmaxTwice extends ChangedRules {
    SoftmaxTwice(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void outputError(SequenceBuffers buffers, int t) {
      super.outputError(buffers, t);
      double[] e = buffers.e(t);
      for (int k = 0; k < e.length; k++) {
        double p = buffers.o(t)[k];
        e[k] *= p * (1 - p);
      }
    }
  }

  /** e at the target only, zeros elsewhere. */
  static final class OneIndexE extends ChangedRules {
    OneIndexE(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void outputError(SequenceBuffers buffers, int t) {
      double[] e = buffers.e(t);
      int target = buffers.target(t);
      Arrays.fill(e, 0);
      e[target] = buffers.o(t)[target] - 1;
    }
  }
}
