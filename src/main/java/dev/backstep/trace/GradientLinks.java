package dev.backstep.trace;

import static dev.backstep.model.Parameters.BH;
import static dev.backstep.model.Parameters.BO;
import static dev.backstep.model.Parameters.W1;
import static dev.backstep.model.Parameters.W2;
import static dev.backstep.model.Parameters.W3;

import java.util.stream.Stream;

/** What the weight gradients are made of, a cell's share and the sum so far. */
record GradientLinks(int length, Lamp lamp) {
  Lights of(Entry entry) {
    if (entry instanceof Entry.OfShare share) {
      return ofShare(share.parameter(), share.timestep(), share.row(), share.col());
    }
    if (entry instanceof Entry.OfAccumulator sum) {
      return ofSum(sum.parameter(), sum.timestep(), sum.row(), sum.col());
    }
    throw new IllegalArgumentException(entry + " is no gradient of a weight");
  }

  private Lights ofShare(String parameter, int t, int row, int col) {
    return lamp.lights(
        factors(parameter, t, t + 1, row, col), Stream.of(lamp.sum(parameter, t, row, col)));
  }

  /** Before this cell, this cell's share, and the factors of all shares up to here. */
  private Lights ofSum(String parameter, int t, int row, int col) {
    Stream<Light> summands =
        Stream.of(lamp.sum(parameter, t + 1, row, col), lamp.share(parameter, t, row, col));
    return lamp.lights(
        Stream.concat(summands, factors(parameter, t, length, row, col)),
        Stream.of(lamp.sum(parameter, t - 1, row, col)));
  }

  /** What the shares of the cells {@code from … until−1} are products of. */
  private Stream<Light> factors(String parameter, int from, int until, int row, int col) {
    return switch (parameter) {
      case W1 ->
          Stream.of(lamp.input(from, until, row), lamp.over(Quantity.DTANH, from, until, col));
      case W2 ->
          Stream.of(
              lamp.initial(from, row),
              lamp.over(Quantity.H, from - 1, until - 1, row),
              lamp.over(Quantity.DTANH, from, until, col));
      case W3 ->
          Stream.of(
              lamp.over(Quantity.E, from, until, row), lamp.over(Quantity.H, from, until, col));
      case BH -> Stream.of(lamp.over(Quantity.DTANH, from, until, col));
      case BO -> Stream.of(lamp.over(Quantity.E, from, until, col));
      default -> throw new IllegalArgumentException("no parameter is called '" + parameter + "'");
    };
  }
}
