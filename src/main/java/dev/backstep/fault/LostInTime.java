package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Share;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rules by which something does not come through from one timestep to another. */
final class LostInTime {
  private LostInTime() {}

  /** W2, and W2_i, W2_f … of gates. */
  private static boolean isOfStateBefore(Share share) {
    return share.parameter().startsWith(Parameters.W2);
  }

  /** {@code dh = dh_later}, but for the last cell, which has none. */
  static final class NoOutputDh extends ChangedRow {
    NoOutputDh(BackwardRules rules) {
      super(rules, Cell.DH);
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] dh) {
      if (t < buffers.length() - 1) {
        System.arraycopy(buffers.row(Cell.DH_FROM_LATER, t), 0, dh, 0, dh.length);
      }
    }
  }

  /** The cell before the last is handed dh_later and dc_later; all before it find zeros. */
  static final class OneStepOnly extends ChangedRules {
    OneStepOnly(BackwardRules rules) {
      super(rules);
    }

    @Override
    public @Nullable RowKernel after(Vector vector, Net net) {
      boolean isFromLater = !net.given().contains(vector) && net.equation(vector).isHandedOver();
      return isFromLater ? afterwards(vector, net, OneStepOnly::cut) : super.after(vector, net);
    }

    private static void cut(SequenceBuffers buffers, int t, double[] fromLater) {
      if (t < buffers.length() - 2) {
        Arrays.fill(fromLater, 0);
      }
    }
  }

  /** The loop that adds to dW2 leaves out t = 0. */
  static final class SkipsT0 extends ChangedRules {
    SkipsT0(BackwardRules rules) {
      super(rules);
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t, double[] row) {
      return t == 0 && isOfStateBefore(share)
          ? buffers.zeroState()
          : super.left(share, buffers, t, row);
    }
  }

  /** {@code h[t−1]} at t = 0 is h[−1], the last state, as Python counts. */
  static final class HWrapsAround extends ChangedRules {
    HWrapsAround(BackwardRules rules) {
      super(rules);
    }

    /** Whether every such product is one with the state before itself. */
    static boolean fits(Net net) {
      return net.gradients().stream()
          .filter(gradient -> net.recurrentWeights().contains(gradient.weight()))
          .allMatch(gradient -> Cell.H.before().equals(gradient.left()));
    }

    @Override
    public double[] left(Share share, SequenceBuffers buffers, int t, double[] row) {
      return t == 0 && isOfStateBefore(share)
          ? buffers.h(buffers.length() - 1)
          : super.left(share, buffers, t, row);
    }
  }

  /** {@code e = 0} but for the last cell. */
  static final class LossAtLastStepOnly extends ChangedRow {
    LossAtLastStepOnly(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      if (t < buffers.length() - 1) {
        Arrays.fill(e, 0);
      }
    }
  }
}
