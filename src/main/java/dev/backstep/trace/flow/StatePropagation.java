package dev.backstep.trace.flow;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Expr;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.HashMap;
import java.util.Map;

/**
 * The cells of one sequence, through which a gradient of h is sent back from any timestep, by the
 * engine and the equations of the net. For one thread at a time.
 */
public final class StatePropagation {
  private final Net net;
  private final Parameters weights;
  private final Rnn rnn;
  private final SequenceBuffers buffers;

  /**
   * The cells of an example, whatever its head.
   *
   * @param example not modified
   */
  public StatePropagation(Example example) {
    Shape of = example.shape();
    net = Nets.of(of.net().input(), of.net().cell(), Head.NONE, false);
    Shape shape = new Shape(net, of.vocabulary(), of.inputs(), of.hidden(), of.hidden());
    weights = Parameters.zeros(shape);
    for (String name : weights.names()) {
      weights.get(name).setTo(example.weights().get(name));
    }
    rnn = new Rnn(shape);
    rnn.use(weights);
    buffers = new SequenceBuffers(shape);
    buffers.load(new Example(weights, withoutHead(example.sequence()), example.states()));
    rnn.forward(buffers);
  }

  private SequenceData withoutHead(SequenceData sequence) {
    Map<Vector, double[][]> given = new HashMap<>();
    sequence
        .given()
        .forEach(
            (vector, rows) -> {
              if (vector.phase() == Phase.FORWARD && net.given().contains(vector)) {
                given.put(vector, rows);
              }
            });
    given.put(Head.UPSTREAM, new double[sequence.length()][weights.shape().hidden()]);
    return new SequenceData(sequence.inputs(), sequence.targets(), given, new double[0], Map.of());
  }

  /** The net of these cells, without a head. */
  public Net net() {
    return net;
  }

  /** The weights of these cells. */
  Parameters weights() {
    return weights;
  }

  /** T. */
  public int length() {
    return buffers.length();
  }

  /**
   * Sends a gradient back: the rows of the timesteps {@code last … first} are then those of a
   * function of {@code h_last} alone.
   *
   * @param dh ∂f/∂h_last (H), not modified
   */
  public void send(double[] dh, int last, int first) {
    rnn.backward(buffers, last, first, dh);
  }

  /** A row of a vector that was computed by the last {@link #send}; not to be modified. */
  public double[] row(Vector vector, int t) {
    return buffers.row(vector, t);
  }

  /** What {@link #value} computes. */
  RowKernel kernel(Expr part) {
    return rnn.kernel(part);
  }

  /** The value of a part of an equation of a timestep, after {@link #send}. */
  void value(RowKernel part, int t, double[] row) {
    part.run(buffers, t, row);
  }

  /** The gradient of a state that the sequence begins with, after {@link #send} down to 0. */
  public double[] initialGradient(Vector state) {
    return rnn.initialGradient(buffers, state);
  }

  /** The states before a timestep, one after another, as an example begins with them. */
  public double[] statesBefore(int t) {
    double[] states = new double[weights.shape().stateSize()];
    int hidden = weights.shape().hidden();
    for (int i = 0; i < states.length; i++) {
      states[i] = buffers.previous(net.states().get(i / hidden)).get(t, i % hidden);
    }
    return states;
  }

  /** √Σx² of all rows together, scaled so that nothing overflows or vanishes on the way. */
  static double norm(double[]... rows) {
    double largest = 0;
    for (double[] row : rows) {
      for (double entry : row) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double[] row : rows) {
      for (double entry : row) {
        sum += entry / largest * (entry / largest);
      }
    }
    return largest * Math.sqrt(sum);
  }

  /** A unit vector of the hidden state, (H). */
  double[] unit(int i) {
    double[] unit = new double[weights.shape().hidden()];
    unit[i] = 1;
    return unit;
  }
}
