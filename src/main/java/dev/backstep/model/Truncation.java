package dev.backstep.model;

import java.util.Locale;

/**
 * How far gradients go back: through the whole sequence, not over the boundaries of chunks of k
 * timesteps, or from each loss through a window of k cells, its own among them.
 *
 * @param k at least 1; 0 where the whole sequence is gone back through
 */
public record Truncation(Kind kind, int k) {
  /** The whole sequence. */
  public static final Truncation NONE = new Truncation(Kind.NONE, 0);

  /** Where gradients end. */
  public enum Kind {
    NONE,
    CHUNKS,
    WINDOW
  }

  /**
   * @throws IllegalArgumentException if k is less than 1 where there is a boundary
   */
  public Truncation {
    if (kind != Kind.NONE && k < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the truncation is %d timesteps; it must be at least 1", k));
    }
  }

  /** Whether the whole sequence is gone back through. */
  public boolean isNone() {
    return kind == Kind.NONE;
  }

  /** Chunks of k timesteps: at t = k, 2k, … what is handed back is not handed on. */
  public static Truncation chunks(int k) {
    return new Truncation(Kind.CHUNKS, k);
  }

  /** Windows of k cells from each loss, of which the rows are sums. */
  public static Truncation window(int k) {
    return new Truncation(Kind.WINDOW, k);
  }
}
