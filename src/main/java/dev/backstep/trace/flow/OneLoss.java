package dev.backstep.trace.flow;

import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.SequenceData;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.HashMap;
import java.util.Map;

/**
 * A sequence of which one loss alone counts: every cell, all its arithmetic and all gradients as
 * they would be then.
 */
public final class OneLoss {
  private OneLoss() {}

  /**
   * The trace of a copy whose losses have the weight 0, but that of one timestep, which keeps its
   * own: e is then 0 at every other. Where gradients are given in the place of an output layer,
   * those of every other timestep are 0. It goes back by the right rules.
   *
   * @param loss s, the timestep of the loss
   */
  public static Trace of(Trace trace, int loss) {
    return Untrained.of(trace, example(trace, loss)).begunAs(trace);
  }

  private static Example example(Trace trace, int loss) {
    Example example = trace.example();
    SequenceData all = example.sequence();
    double[] weights = new double[all.length()];
    weights[loss] = trace.lossWeight(loss);
    boolean hasOutput = example.net().head().output().isPresent();
    // What comes from after the last cell is of other losses.
    SequenceData one =
        new SequenceData(
            all.inputs(),
            all.targets(),
            hasOutput ? all.given() : upstream(all, loss),
            hasOutput ? weights : all.lossWeights(),
            Map.of());
    return Batch.of(example).weighted().sequences().get(0).on(one);
  }

  private static Map<Vector, double[][]> upstream(SequenceData all, int loss) {
    Map<Vector, double[][]> given = new HashMap<>(all.given());
    given.computeIfPresent(
        Head.UPSTREAM,
        (vector, rows) -> {
          double[][] one = new double[rows.length][rows[loss].length];
          one[loss] = rows[loss].clone();
          return one;
        });
    return given;
  }
}
