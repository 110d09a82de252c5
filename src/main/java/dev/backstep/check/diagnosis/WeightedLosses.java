package dev.backstep.check.diagnosis;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.SequenceBuffers;

/** Rules by which each timestep's error counts so many times: not at all, once or twice. */
public final class WeightedLosses extends ChangedRules {
  private final double[] weights;

  public WeightedLosses(BackwardRules rules, double[] weights) {
    super(rules);
    this.weights = weights;
  }

  @Override
  public void outputError(SequenceBuffers buffers, int t) {
    super.outputError(buffers, t);
    double[] e = buffers.e(t);
    for (int v = 0; v < e.length; v++) {
      e[v] *= weights[t];
    }
  }
}
