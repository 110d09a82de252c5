package dev.backstep.ui.tour;

/** How long the tour takes. Whatever is in the short one is in the long one too. */
public enum Level {
  FIVE,
  TWENTY;

  /** Whether a chapter is read that the shortest level which has it is known of. */
  boolean includes(Level shortest) {
    return compareTo(shortest) >= 0;
  }
}
