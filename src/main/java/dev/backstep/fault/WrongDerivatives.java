package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rules in which a function is derived wrongly, where no equation can say it. */
final class WrongDerivatives {
  private WrongDerivatives() {}

  /** e at the target only, zeros elsewhere. */
  static final class OneIndexE extends ChangedRules {
    OneIndexE(BackwardRules rules) {
      super(rules);
    }

    @Override
    public @Nullable RowKernel after(Vector vector, Net net) {
      return vector.equals(Head.E)
          ? afterwards(vector, net, this::keepTarget)
          : super.after(vector, net);
    }

    private void keepTarget(SequenceBuffers buffers, int t, double[] e) {
      int target = target(buffers, t);
      double kept = e[target];
      Arrays.fill(e, 0);
      e[target] = kept;
    }
  }
}
