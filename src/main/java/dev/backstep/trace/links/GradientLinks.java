package dev.backstep.trace.links;

import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import java.util.stream.Stream;

/** The sources of the weight gradients, a cell's share and the sum so far. */
record GradientLinks(LightFactory factory) {
  Lights of(Entry entry) {
    if (entry instanceof Entry.OfShare share) {
      Weight weight = factory.net().weight(share.parameter());
      return ofShare(weight, share.timestep(), share.row(), share.col());
    }
    if (entry instanceof Entry.OfAccumulator sum) {
      Weight weight = factory.net().weight(sum.parameter());
      return ofSum(weight, sum.timestep(), sum.row(), sum.col());
    }
    throw new IllegalArgumentException(entry + " is no gradient of a weight");
  }

  private Lights ofShare(Weight weight, int t, int row, int col) {
    return factory.lights(
        factors(weight, t, t + 1, row, col), Stream.of(factory.sum(weight, t, row, col)));
  }

  /** Before this cell, this cell's share, and the factors of all shares up to here. */
  private Lights ofSum(Weight weight, int t, int row, int col) {
    Stream<Light> summands =
        Stream.of(factory.sum(weight, t + 1, row, col), factory.share(weight, t, row, col));
    return factory.lights(
        Stream.concat(summands, factors(weight, t, factory.length(), row, col)),
        Stream.of(factory.sum(weight, t - 1, row, col)));
  }

  /** The factors of the shares of the cells {@code from … until−1}. */
  Stream<Light> factors(Weight weight, int from, int until, int row, int col) {
    Gradient gradient = factory.net().gradient(weight);
    Stream<Light> left =
        gradient.isAtInput()
            ? Stream.of(factory.input(from, until, row))
            : gradient.left() instanceof Expr.Of of
                ? factory.over(of, from, until, row)
                : Stream.empty();
    Expr.Of right = (Expr.Of) gradient.right().expr();
    return Stream.concat(left, factory.over(right, from, until, col));
  }
}
