package dev.backstep.check.submission;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The right rules, with every number that is kept moved by one unit in its last place, up or down
 * as a generator says. A program that rounds each of them keeps numbers that are as good.
 */
final class MovedRules extends BackwardRules {
  private final Net net;
  private final Precision precision;
  private final SeededRandom signs;

  /**
   * @param seed which numbers go up and which down
   */
  MovedRules(Net net, Precision precision, long seed) {
    this.net = net;
    this.precision = precision;
    signs = new SeededRandom(seed);
  }

  /** What is given, moved likewise. */
  Batch moved(Batch given) {
    Parameters parameters = given.weights().copy();
    parameters.names().forEach(name -> move(parameters.get(name).data));
    double[] states = given.states();
    move(states);
    return given.with(parameters).from(states);
  }

  private void move(double[] values) {
    for (int i = 0; i < values.length; i++) {
      // Below the least exponent a unit is more than the number; its sign stays.
      double unit = Math.min(precision.unit(values[i]), Math.abs(values[i]) / 2);
      values[i] += signs.nextDouble() < 0.5 ? unit : -unit;
    }
  }

  @Override
  public void keep(SequenceBuffers buffers) {
    for (Vector vector : net.vectors()) {
      for (int t = 0; vector.phase() == Phase.FORWARD && t < buffers.length(); t++) {
        move(buffers.row(vector, t));
      }
    }
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net right) {
    boolean isKept =
        !right.given().contains(vector)
            && vector.phase() == Phase.BACKWARD
            && !right.equation(vector).isHandedOver();
    return isKept ? (buffers, t, row) -> move(row) : null;
  }
}
