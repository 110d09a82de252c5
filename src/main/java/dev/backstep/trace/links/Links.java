package dev.backstep.trace.links;

import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import java.util.stream.Stream;

/**
 * Which numbers a number was made of, weights and all, and which it feeds, one equation to either
 * side. A probability is made of its own logit; that softmax divides by the sum of all is left out,
 * or every weight of the output would be lit for every one.
 */
public final class Links {
  private final Trace trace;
  private final LightFactory factory;
  private final CellLinks cells;
  private final WholeCellLinks wholes;
  private final GradientLinks gradients;
  private final UpdateLinks updates;

  public Links(Trace trace) {
    this.trace = trace;
    factory = new LightFactory(trace.net(), trace.length(), trace.shape(), trace.truncation());
    cells = new CellLinks(trace, factory);
    wholes = new WholeCellLinks(trace, factory, cells);
    gradients = new GradientLinks(factory);
    updates = new UpdateLinks(trace.update(), factory);
  }

  /**
   * The lights for a number. A weight is used in every cell; lit is what it has to do with in one
   * of them: what it is multiplied with as its sources, and what that product goes into.
   *
   * @param cell the cell under the cursor
   */
  public Lights of(Entry entry, int cell) {
    if (entry instanceof Entry.OfCell of) {
      return factory.lights(
          cells.sources(of.quantity(), of.timestep(), of.index()),
          cells.destinations(of.quantity(), of.timestep(), of.index()));
    }
    if (entry instanceof Entry.OfWeights weight) {
      return ofWeight(trace.net().weight(weight.parameter()), weight.row(), weight.col(), cell);
    }
    if (entry instanceof Entry.AtUpdate update) {
      // A weight changes by the gradient of the whole sequence.
      return updates.of(
          update,
          gradients.of(new Entry.OfAccumulator(update.parameter(), 0, update.row(), update.col())));
    }
    boolean isGradient = entry instanceof Entry.OfShare || entry instanceof Entry.OfAccumulator;
    return isGradient ? gradients.of(entry) : ofGiven(entry);
  }

  private Lights ofGiven(Entry entry) {
    if (entry instanceof Entry.OfInput input) {
      return factory.lights(
          cells.sourcesOfInput(input.index()),
          cells.destinationsOfInput(input.timestep(), input.index()));
    }
    if (entry instanceof Entry.OfInitialState state) {
      return factory.lights(Stream.empty(), cells.destinations(state.state(), -1, state.index()));
    }
    Entry.OfTarget target = (Entry.OfTarget) entry;
    return factory.lights(
        Stream.empty(), cells.destinationsOfTarget(target.timestep(), target.index()));
  }

  /** A bias is multiplied with nothing. */
  private Lights ofWeight(Weight weight, int i, int j, int t) {
    Stream<Light> factors =
        weight.isBias() ? Stream.empty() : gradients.factors(weight, t, t + 1, i, j);
    return factory.lights(factors, cells.destinations(weight, t, i, j));
  }

  /** The lights for a weight where the optimiser changes it. */
  public Lights atUpdate(Entry.OfWeights weight) {
    return factory.lights(
        Stream.empty(), updates.ofWeight(weight.parameter(), weight.row(), weight.col()));
  }

  /** The sources of a cell of the forward pass as a whole, and what it feeds. */
  public Lights ofForwardCell(int t) {
    return factory.lights(wholes.forwardSources(t), wholes.forwardDestinations(t));
  }

  /** The sources of a cell of the backward pass as a whole, and what it feeds. */
  public Lights ofBackwardCell(int t) {
    return factory.lights(wholes.backwardSources(t), wholes.backwardDestinations(t));
  }
}
