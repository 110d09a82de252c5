package dev.backstep.check;

/** What a check of one vector or matrix came to. */
public enum Outcome {
  AGREES,
  DIFFERS,
  NOT_SUPPLIED
}
