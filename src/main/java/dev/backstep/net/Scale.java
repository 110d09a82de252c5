package dev.backstep.net;

/** What numbers a vector is made of, and with that the colours that it is drawn in. */
public enum Scale {
  /** Numbers of either sign, around 0. */
  SIGNED,

  /** Probabilities, which add up to 1. */
  PROBABILITY,

  /** Numbers from 0 to 1, each for itself. */
  GATE
}
