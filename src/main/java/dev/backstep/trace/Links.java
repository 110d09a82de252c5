package dev.backstep.trace;

import static dev.backstep.model.Parameters.BH;
import static dev.backstep.model.Parameters.BO;
import static dev.backstep.model.Parameters.W1;
import static dev.backstep.model.Parameters.W2;
import static dev.backstep.model.Parameters.W3;

import java.util.stream.Stream;

/**
 * Which numbers a number was made of, weights and all, and which it feeds, one equation to either
 * side. A probability is made of its own logit; that softmax divides by the sum of all is left out,
 * or every weight of the output would be lit for every one.
 */
public final class Links {
  private final Trace trace;
  private final Lamp lamp;
  private final GradientLinks gradients;
  private final UpdateLinks updates;

  public Links(Trace trace) {
    this.trace = trace;
    lamp = new Lamp(trace.length(), trace.shape());
    gradients = new GradientLinks(trace.length(), lamp);
    updates = new UpdateLinks(trace.update(), lamp);
  }

  /**
   * What is lit for a number. A weight is used in every cell; lit is what it has to do with in one
   * of them: what it is multiplied with as its sources, and what that product goes into.
   *
   * @param cell the cell under the cursor
   */
  public Lights of(Entry entry, int cell) {
    if (entry instanceof Entry.OfCell number) {
      return lamp.lights(sources(number), destinations(number));
    }
    if (entry instanceof Entry.OfWeights weight) {
      return ofWeight(weight.parameter(), weight.row(), weight.col(), cell);
    }
    if (entry instanceof Entry.OfInput input) {
      return ofInput(input.timestep(), input.index());
    }
    if (entry instanceof Entry.OfInitialState state) {
      Stream<Light> fed = Stream.of(lamp.all(Quantity.H, 0), lamp.shareRow(W2, 0, state.index()));
      return lamp.lights(Stream.empty(), fed);
    }
    if (entry instanceof Entry.OfTarget target) {
      Light error = lamp.one(Quantity.E, target.timestep(), target.index());
      return lamp.lights(Stream.empty(), Stream.of(error));
    }
    if (entry instanceof Entry.AtUpdate update) {
      // A weight changes by the gradient of the whole sequence.
      return updates.of(
          update,
          gradients.of(new Entry.OfAccumulator(update.parameter(), 0, update.row(), update.col())));
    }
    return gradients.of(entry);
  }

  /** What is lit for a weight where the optimiser changes it. */
  public Lights atUpdate(Entry.OfWeights weight) {
    return lamp.lights(
        Stream.empty(), updates.ofWeight(weight.parameter(), weight.row(), weight.col()));
  }

  private Stream<Light> sources(Entry.OfCell entry) {
    int t = entry.timestep();
    int i = entry.index();
    int x = trace.input(t);
    return switch (entry.quantity()) {
      case H ->
          Stream.of(
              lamp.previous(t),
              lamp.weightColumn(W2, i),
              lamp.input(t, t + 1, x),
              lamp.weightRow(W1, x),
              lamp.weight(W1, x, i),
              lamp.weight(BH, 0, i));
      case O -> Stream.of(lamp.all(Quantity.H, t), lamp.weightRow(W3, i), lamp.weight(BO, 0, i));
      case E -> Stream.of(lamp.one(Quantity.O, t, i), lamp.target(t, i));
      case DH_FROM_OUTPUT -> Stream.of(lamp.all(Quantity.E, t), lamp.weightColumn(W3, i));
      case DH_FROM_LATER -> Stream.of(lamp.one(Quantity.DH_PREV, t + 1, i));
      case DH ->
          Stream.of(
              lamp.one(Quantity.DH_FROM_OUTPUT, t, i), lamp.one(Quantity.DH_FROM_LATER, t, i));
      case DTANH -> Stream.of(lamp.one(Quantity.H, t, i), lamp.one(Quantity.DH, t, i));
      case DXT -> Stream.of(lamp.all(Quantity.DTANH, t), lamp.weightRow(W1, i));
      case DH_PREV -> Stream.of(lamp.all(Quantity.DTANH, t), lamp.weightRow(W2, i));
    };
  }

  private Stream<Light> destinations(Entry.OfCell entry) {
    int t = entry.timestep();
    int i = entry.index();
    return switch (entry.quantity()) {
      case H ->
          Stream.of(
              lamp.all(Quantity.H, t + 1),
              lamp.all(Quantity.O, t),
              lamp.one(Quantity.DTANH, t, i),
              lamp.shareColumn(W3, t, i),
              lamp.shareRow(W2, t + 1, i));
      case O -> Stream.of(lamp.one(Quantity.E, t, i));
      case E ->
          Stream.of(
              lamp.all(Quantity.DH_FROM_OUTPUT, t),
              lamp.shareRow(W3, t, i),
              lamp.share(BO, t, 0, i));
      case DH_FROM_OUTPUT, DH_FROM_LATER -> Stream.of(lamp.one(Quantity.DH, t, i));
      case DH -> Stream.of(lamp.one(Quantity.DTANH, t, i));
      case DTANH ->
          Stream.of(
              lamp.all(Quantity.DXT, t),
              lamp.all(Quantity.DH_PREV, t),
              lamp.share(W1, t, trace.input(t), i),
              lamp.shareColumn(W2, t, i),
              lamp.share(BH, t, 0, i));
      case DXT -> Stream.empty();
      case DH_PREV -> Stream.of(lamp.one(Quantity.DH_FROM_LATER, t - 1, i));
    };
  }

  private Lights ofWeight(String parameter, int i, int j, int t) {
    return switch (parameter) {
      case W1 ->
          lamp.lights(
              Stream.of(lamp.input(t, t + 1, i), lamp.one(Quantity.DTANH, t, j)),
              Stream.of(
                  i == trace.input(t) ? lamp.one(Quantity.H, t, j) : null,
                  lamp.one(Quantity.DXT, t, i)));
      case W2 ->
          lamp.lights(
              Stream.of(lamp.previous(t, i), lamp.one(Quantity.DTANH, t, j)),
              Stream.of(lamp.one(Quantity.H, t, j), lamp.one(Quantity.DH_PREV, t, i)));
      case W3 ->
          lamp.lights(
              Stream.of(lamp.one(Quantity.H, t, j), lamp.one(Quantity.E, t, i)),
              Stream.of(lamp.one(Quantity.O, t, i), lamp.one(Quantity.DH_FROM_OUTPUT, t, j)));
      case BH -> lamp.lights(Stream.empty(), Stream.of(lamp.one(Quantity.H, t, j)));
      case BO -> lamp.lights(Stream.empty(), Stream.of(lamp.one(Quantity.O, t, j)));
      default -> throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    };
  }

  /** The character that is read looks up its row of W1; no other row is used. */
  private Lights ofInput(int t, int character) {
    Light hidden = character == trace.input(t) ? lamp.all(Quantity.H, t) : null;
    return lamp.lights(
        Stream.of(lamp.weightRow(W1, character)),
        Stream.of(hidden, lamp.shareRow(W1, t, character)));
  }

  /** What a cell of the forward pass as a whole is made of, and what it feeds. */
  public Lights ofForwardCell(int t) {
    int x = trace.input(t);
    return lamp.lights(
        Stream.of(
            lamp.previous(t),
            lamp.input(t, t + 1, x),
            lamp.weightRow(W1, x),
            lamp.weights(W2),
            lamp.weights(BH)),
        Stream.of(lamp.all(Quantity.H, t + 1), lamp.all(Quantity.O, t)));
  }

  /** What a cell of the backward pass as a whole is made of, and what it feeds. */
  public Lights ofBackwardCell(int t) {
    Stream<Light> handedOn = Stream.of(lamp.all(Quantity.DH_FROM_LATER, t - 1));
    Stream<Light> shares = Stream.of(W2, W3, BH, BO).map(parameter -> lamp.share(parameter, t));
    Stream<Light> input =
        Stream.of(lamp.all(Quantity.DXT, t), lamp.shareRow(W1, t, trace.input(t)));
    return lamp.lights(
        Stream.of(
            lamp.all(Quantity.E, t),
            lamp.all(Quantity.DH_PREV, t + 1),
            lamp.all(Quantity.H, t),
            lamp.previous(t),
            lamp.input(t, t + 1, trace.input(t)),
            lamp.weights(W1),
            lamp.weights(W2),
            lamp.weights(W3)),
        Stream.of(handedOn, input, shares).flatMap(lights -> lights));
  }
}
