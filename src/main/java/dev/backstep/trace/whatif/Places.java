package dev.backstep.trace.whatif;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.net.Net;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of a net that can be others: weights, biases, states before the first cell, inputs.
 */
public final class Places {
  /** The id of the zero vector. */
  static final int NO_INPUT = -1;

  private Places() {}

  /**
   * The place that is meant by a number: of a gradient or an update the weight that it is of.
   * Nothing for what the net computes.
   */
  public static Optional<Entry> of(Net net, Entry number) {
    if (number instanceof Entry.OfShare share) {
      return Optional.of(new Entry.OfWeights(share.parameter(), share.row(), share.col()));
    }
    if (number instanceof Entry.OfAccumulator sum) {
      return Optional.of(new Entry.OfWeights(sum.parameter(), sum.row(), sum.col()));
    }
    if (number instanceof Entry.AtUpdate update) {
      return Optional.of(new Entry.OfWeights(update.parameter(), update.row(), update.col()));
    }
    if (number instanceof Entry.OfInput) {
      return Optional.of(number).filter(input -> net.input().given().isEmpty());
    }
    boolean isGiven = number instanceof Entry.OfWeights || number instanceof Entry.OfInitialState;
    return Optional.of(number).filter(given -> isGiven);
  }

  /** The number at a place; of an input the id of what is read. */
  static double valueOf(Trace trace, Entry place) {
    if (place instanceof Entry.OfWeights weight) {
      return trace.weights(weight.parameter()).get(weight.row(), weight.col());
    }
    return place instanceof Entry.OfInitialState state
        ? trace.initialState(state.state()).get(0, state.index())
        : trace.input(place.timestep());
  }

  /** The gradient of a weight or a state before the first cell. */
  static double gradientOf(Trace trace, Entry place) {
    if (place instanceof Entry.OfWeights weight) {
      return trace.gradient(weight.parameter()).get(weight.row(), weight.col());
    }
    Entry.OfInitialState state = (Entry.OfInitialState) place;
    return trace.initialGradient(state.state()).get(0, state.index());
  }

  /** An example with other numbers at some places; of it nothing is changed. */
  static Example with(Example example, Map<Entry, Double> others) {
    Parameters weights = example.weights().copy();
    double[] states = example.states().clone();
    SequenceData sequence = example.sequence();
    int[] inputs = sequence.inputs().clone();
    others.forEach(
        (place, value) -> {
          if (place instanceof Entry.OfWeights weight) {
            weights.get(weight.parameter()).set(weight.row(), weight.col(), value);
          } else if (place instanceof Entry.OfInitialState state) {
            int number = example.net().states().indexOf(state.state());
            states[number * example.shape().hidden() + state.index()] = value;
          } else {
            inputs[place.timestep()] = value.intValue();
          }
        });
    return new Example(
        weights,
        new SequenceData(
            inputs,
            sequence.targets(),
            sequence.given(),
            sequence.lossWeights(),
            sequence.beyond()),
        states);
  }
}
