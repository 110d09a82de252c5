package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import org.jspecify.annotations.Nullable;

/** Rules by which another character stands in the place of the target. */
final class WrongVectors {
  private WrongVectors() {}

  /**
   * {@code e = o_t − y_{t−1}}, which is the character that was just read; x_0 for the first, or its
   * own target where that is none of the classes.
   */
  static final class TargetOffByOne extends ChangedRules {
    TargetOffByOne(BackwardRules rules) {
      super(rules);
    }

    @Override
    public int target(SequenceBuffers buffers, int t) {
      if (t > 0) {
        return buffers.target(t - 1);
      }
      int read = buffers.input(0);
      return read >= 0 && read < buffers.outputs().cols() ? read : buffers.target(0);
    }
  }

  /** {@code e = o_t − y_{t−1}}, and of the first timestep either the last target or its own. */
  static final class TargetOfOneBefore extends ChangedRules {
    private final boolean wraps;

    /**
     * @param wraps whether y[−1] is the last target, as Python counts; if not the first timestep
     *     has its own
     */
    TargetOfOneBefore(BackwardRules rules, boolean wraps) {
      super(rules);
      this.wraps = wraps;
    }

    @Override
    public int target(SequenceBuffers buffers, int t) {
      return buffers.target(before(buffers, t));
    }

    private int before(SequenceBuffers buffers, int t) {
      if (t > 0) {
        return t - 1;
      }
      return wraps ? buffers.length() - 1 : 0;
    }

    @Override
    public @Nullable RowKernel after(Vector vector, Net net) {
      return vector.equals(Head.E) && net.given().contains(Head.Y)
          ? afterwards(vector, net, this::exchange)
          : super.after(vector, net);
    }

    /** Of targets that are numbers. */
    private void exchange(SequenceBuffers buffers, int t, double[] e) {
      double[] own = buffers.row(Head.Y, t);
      double[] before = buffers.row(Head.Y, before(buffers, t));
      for (int k = 0; k < e.length; k++) {
        e[k] += buffers.lossWeight(t) * (own[k] - before[k]);
      }
    }
  }
}
