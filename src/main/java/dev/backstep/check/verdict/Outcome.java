package dev.backstep.check.verdict;

/** What a check of one vector or matrix came to. */
public enum Outcome {
  AGREES,
  DIFFERS,
  /** Off by no more than rounding may come to in this net. */
  CANNOT_BE_JUDGED,
  NOT_SUPPLIED
}
