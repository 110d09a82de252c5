package dev.backstep.net;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every cell adds to the gradient of a weight: {@code dW += leftᵀ·right}, of rank one.
 *
 * @param left a vector, or the one-hot input, whose row alone is then added to; null for a bias
 */
public record Gradient(Weight weight, @Nullable Expr left, Expr right) {
  /** Whether it is added to in the row of the character that was read. */
  public boolean isAtInput() {
    return left instanceof Expr.Input;
  }

  /** The same with another vector in the place of one. */
  public Gradient with(Vector other, Vector instead) {
    return new Gradient(
        weight, left == null ? null : left.with(other, instead), right.with(other, instead));
  }

  /** The vectors that it reads, the left one first. */
  public Stream<Expr.Of> reads() {
    Stream<Expr.Of> first = left == null ? Stream.empty() : left.reads();
    return Stream.concat(first, right.reads());
  }
}
