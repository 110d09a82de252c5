package dev.backstep.trace;

import dev.backstep.net.Notation;
import dev.backstep.net.Rule;
import java.util.Optional;

/** The line of NumPy that makes a backward pass wrong, in the names of a notation. */
@FunctionalInterface
public interface FaultyLine {
  /**
   * A line, and the one that should stand in its place.
   *
   * @param wrong {@code dh_prev = dtanh @ W2}
   * @param right {@code dh_prev = dtanh @ W2.T}
   */
  record Swap(String wrong, String right) {}

  /** {@code dh_prev = dtanh @ W2} or {@code dh_prev = Whh @ dtanh}; blank for none. */
  String in(Notation notation);

  /** The line in the place of an equation; nothing where that one is as it should be. */
  default Optional<Swap> of(Rule equation, Notation notation) {
    return Optional.empty();
  }
}
