package dev.backstep.ui.step;

import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;

/** A trace of 2000 timesteps of a net with 512 hidden units, looked at in every step. */
public final class LongTraceProbe {
  private static final int TIMESTEPS = 2000;
  private static final int HIDDEN = 512;

  private LongTraceProbe() {}

  /**
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Vocabulary vocabulary = Vocabulary.of("abcdefghijklmnopqrstuvwxyz");
    Sequence sequence = vocabulary.encode("backpropagate".repeat(200).substring(0, TIMESTEPS));
    Parameters weights =
        new Initialization.Uniform()
            .initialize(new Shape(vocabulary.size(), HIDDEN), new SeededRandom(1));
    long used = used();
    Trace trace =
        Trace.of(
            vocabulary.labels(),
            new Example(weights, sequence.inputs(), sequence.targets(), new double[HIDDEN]),
            (before, gradients) -> new Update(before, gradients.norm(), 1));
    System.out.println("kept bytes: " + (used() - used));
    double sum = 0;
    Timeline timeline = trace.timeline();
    for (int place = 0; place < timeline.size(); place++) {
      sum += seen(trace, timeline.at(place));
    }
    System.out.println(trace.length() + " timesteps were stepped through: " + sum);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** The numbers of a step: all quantities of its timestep, and its share in a gradient. */
  private static double seen(Trace trace, Moment moment) {
    int t = Math.min(moment.timestep(), trace.length() - 1);
    double sum = 0;
    for (Vector quantity : Vanilla.NET.vectors()) {
      MatrixView values = trace.values(quantity);
      for (int i = 0; i < values.cols(); i++) {
        sum += values.get(t, i);
      }
    }
    if (moment.phase() == Phase.BACKWARD) {
      MatrixView after = trace.accumulator(Parameters.W2, t).after();
      sum += after.get(t % after.rows(), t % after.cols());
    }
    return sum;
  }
}
