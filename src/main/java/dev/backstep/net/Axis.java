package dev.backstep.net;

/** What the entries of a vector, or the rows or columns of a weight, stand for. */
public enum Axis {
  /** One entry for each character of the vocabulary, V of them. */
  CHARACTERS,

  /** One entry for each hidden unit, H of them. */
  UNITS
}
