package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import org.jspecify.annotations.Nullable;

/** Rules with something done to every row of one vector after it was computed. */
abstract class ChangedRow extends ChangedRules {
  private final Vector changed;

  ChangedRow(BackwardRules rules, Vector changed) {
    super(rules);
    this.changed = changed;
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net net) {
    return vector.equals(changed)
        ? afterwards(vector, net, this::change)
        : super.after(vector, net);
  }

  /**
   * Does it.
   *
   * @param row of timestep t, modified
   */
  abstract void change(SequenceBuffers buffers, int t, double[] row);
}
