package dev.backstep.trace.flow;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.OptionalInt;

/**
 * How far the gradient of one loss reaches back in a sequence, by the weights of a net.
 *
 * @param letters so many timesteps back less than {@link LossFlow#LITTLE} of it is left for the
 *     first time; where more is left down to the first cell, as many as there are
 * @param isWhole whether more is left down to the first cell
 */
public record NetReach(int letters, boolean isWhole) {
  /**
   * That of the gradient of the loss of a timestep in a state of the cells before.
   *
   * @param example whose net has an output
   */
  public static NetReach of(Example example, int loss, Vector state) {
    SequenceBuffers buffers = new SequenceBuffers(example.shape());
    buffers.load(example);
    Rnn rnn = new Rnn(example.shape());
    rnn.use(example.weights());
    rnn.forward(buffers);
    rnn.backward(buffers, Parameters.zeros(example.shape()));
    double[] dh = buffers.row(Head.DH_FROM_OUTPUT, loss).clone();
    OptionalInt reach = LossFlow.of(new StatePropagation(example), dh, loss).reach(state);
    return new NetReach(reach.orElse(loss), reach.isEmpty());
  }

  /** The largest ρ of the recurrent weights; NaN where there is none to be had. */
  public static double radius(Parameters weights) {
    double largest = Double.NaN;
    for (Weight weight : weights.shape().net().recurrentWeights()) {
      double radius =
          Spectrum.of(weights.get(weight.name())).map(Spectrum::radius).orElse(Double.NaN);
      largest = Double.isNaN(largest) ? radius : Math.max(largest, radius);
    }
    return largest;
  }
}
