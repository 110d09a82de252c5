package dev.backstep.net;

import org.jspecify.annotations.Nullable;

/** What the entries of a vector, or the rows or columns of a weight, stand for. */
public enum Axis {
  /** One entry for each character or word that there is, V of them. */
  CHARACTERS,

  /** One entry for each number that a cell reads, D of them; V where that is a one-hot vector. */
  INPUTS,

  /** One entry for each hidden unit, H of them. */
  UNITS,

  /** One entry for each number that is predicted, K of them; V where that is a character. */
  OUTPUTS;

  /** Whether it is one of what goes in or comes out, and not of the units between. */
  public static boolean isOfCharacters(@Nullable Axis axis) {
    return axis != null && axis != UNITS;
  }
}
