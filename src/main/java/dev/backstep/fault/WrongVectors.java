package dev.backstep.fault;

import dev.backstep.math.Kernels;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Share;
import dev.backstep.model.Weights;
import java.util.Arrays;

/** Rules in which another vector or matrix stands than should. */
final class WrongVectors {
  private WrongVectors() {}

  /** {@code dh_prev = dtanh·W2}. */
  static final class MissingTranspose extends ChangedRules {
    MissingTranspose(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
      double[] dhPrev = buffers.dhPrev(t);
      Arrays.fill(dhPrev, 0);
      Kernels.addProduct(buffers.dtanh(t), weights.w2(), dhPrev);
    }
  }

  /** {@code dW2 += dh_prevᵀ·dtanh}. */
  static final class DhPrevForHPrev extends ChangedRules {
    DhPrevForHPrev(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.W2) ? buffers.dhPrev(t) : super.left(share, buffers, t);
    }
  }

  /** {@code dW2 += h_tᵀ·dtanh}. */
  static final class HForHPrev extends ChangedRules {
    HForHPrev(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.W2) ? buffers.h(t) : super.left(share, buffers, t);
    }
  }

  /** {@code dW2 += dtanhᵀ·h_{t−1}}. */
  static final class OuterProductTransposed extends ChangedRules {
    OuterProductTransposed(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.W2)
          ? super.right(share, buffers, t)
          : super.left(share, buffers, t);
    }

    @Override
    public double[] right(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.W2)
          ? super.left(share, buffers, t)
          : super.right(share, buffers, t);
    }
  }

  /** {@code dbh += dh}. */
  static final class DbhFromDh extends ChangedRules {
    DbhFromDh(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] right(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.BH) ? buffers.dh(t) : super.right(share, buffers, t);
    }
  }

  /** {@code dW3 += eᵀ·h_{t−1}}. */
  static final class W3FromPreviousState extends ChangedRules {
    W3FromPreviousState(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] right(Share share, SequenceBuffers buffers, int t) {
      return share.isOf(Parameters.W3) ? buffers.hPrev(t) : super.right(share, buffers, t);
    }
  }

  /** {@code e = o_t − y_{t−1}}, which is the character that was just read; x_0 for the first. */
  static final class TargetOffByOne extends ChangedRules {
    TargetOffByOne(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void outputError(SequenceBuffers buffers, int t) {
      subtractAt(t == 0 ? buffers.input(0) : buffers.target(t - 1), buffers, t);
    }
  }

  /** {@code e = o_t − y_{t−1}}; y[−1] is the last target, as Python counts. */
  static final class TargetWrapsAround extends ChangedRules {
    TargetWrapsAround(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void outputError(SequenceBuffers buffers, int t) {
      int before = t == 0 ? buffers.length() - 1 : t - 1;
      subtractAt(buffers.target(before), buffers, t);
    }
  }

  private static void subtractAt(int target, SequenceBuffers buffers, int t) {
    double[] o = buffers.o(t);
    System.arraycopy(o, 0, buffers.e(t), 0, o.length);
    buffers.e(t)[target] -= 1;
  }
}
