package dev.backstep.trace;

/**
 * How gradients are kept from being too large.
 *
 * @param limit of the norm of all gradients together or of each entry; not used where there is none
 */
public record Clip(Kind kind, double limit) {
  /** What is limited. */
  public enum Kind {
    NONE,
    GLOBAL_NORM,
    ELEMENTWISE
  }
}
