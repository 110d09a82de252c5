package dev.backstep.fault;

import dev.backstep.math.Kernels;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Share;
import java.util.Arrays;

/** Rules by which something does not come through from one timestep to another. */
final class LostInTime {
  private LostInTime() {}

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, from.length);
  }

  /** {@code dh = e·W3}. */
  static final class NoLaterDh extends ChangedRules {
    NoLaterDh(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void total(SequenceBuffers buffers, int t) {
      copy(buffers.dhFromOutput(t), buffers.dh(t));
    }
  }

  /** {@code dh = dh_later}, but for the last cell, which has none. */
  static final class NoOutputDh extends ChangedRules {
    NoOutputDh(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void total(SequenceBuffers buffers, int t) {
      boolean isLast = t == buffers.length() - 1;
      copy(isLast ? buffers.dhFromOutput(t) : buffers.dhFromLater(t), buffers.dh(t));
    }
  }

  /** The cell before the last is handed dh_later; all before it find zeros. */
  static final class OneStepOnly extends ChangedRules {
    OneStepOnly(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void fromLater(SequenceBuffers buffers, int t) {
      super.fromLater(buffers, t);
      if (t < buffers.length() - 2) {
        Arrays.fill(buffers.dhFromLater(t), 0);
      }
    }
  }

  /** {@code dh_later += dh_prev}. */
  static final class AccumulateDhLater extends ChangedRules {
    AccumulateDhLater(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void fromLater(SequenceBuffers buffers, int t) {
      super.fromLater(buffers, t);
      if (t < buffers.length() - 1) {
        Kernels.add(buffers.dhFromLater(t + 1), buffers.dhFromLater(t));
      }
    }
  }

  /** The loop that adds to dW2 leaves out t = 0. */
  static final class SkipsT0 extends ChangedRules {
    SkipsT0(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t) {
      return t == 0 && share.isOf(Parameters.W2)
          ? buffers.zeroState()
          : super.left(share, buffers, t);
    }
  }

  /** {@code h[t−1]} at t = 0 is h[−1], the last state, as Python counts. */
  static final class HWrapsAround extends ChangedRules {
    HWrapsAround(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t) {
      return t == 0 && share.isOf(Parameters.W2)
          ? buffers.h(buffers.length() - 1)
          : super.left(share, buffers, t);
    }
  }

  /** {@code e = 0} but for the last cell. */
  static final class LossAtLastStepOnly extends ChangedRules {
    LossAtLastStepOnly(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void outputError(SequenceBuffers buffers, int t) {
      super.outputError(buffers, t);
      if (t < buffers.length() - 1) {
        Arrays.fill(buffers.e(t), 0);
      }
    }
  }
}
