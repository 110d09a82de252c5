package dev.backstep.check.diagnosis;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import org.jspecify.annotations.Nullable;

/** Rules by which each timestep's error counts so many times: not at all, once or twice. */
public final class WeightedLosses extends ChangedRules {
  private final double[] weights;

  public WeightedLosses(BackwardRules rules, double[] weights) {
    super(rules);
    this.weights = weights;
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net net) {
    return vector.equals(Head.E) ? afterwards(vector, net, this::weigh) : super.after(vector, net);
  }

  private void weigh(SequenceBuffers buffers, int t, double[] e) {
    for (int v = 0; v < e.length; v++) {
      e[v] *= weights[t];
    }
  }
}
