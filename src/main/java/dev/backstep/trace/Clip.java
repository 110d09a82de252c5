package dev.backstep.trace;

/**
 * The clipping of gradients that are too large.
 *
 * @param limit of the norm of all gradients together or of each entry; not used where there is none
 */
public record Clip(Kind kind, double limit) {
  /** The thing limited. */
  public enum Kind {
    NONE,
    GLOBAL_NORM,
    ELEMENTWISE
  }
}
