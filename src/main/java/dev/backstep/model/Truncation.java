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

  /** Whether nothing of what cell t hands back is handed to the cell before. */
  public boolean isCutBefore(int t) {
    return switch (kind) {
      case NONE -> false;
      case CHUNKS -> t > 0 && t % k == 0;
      case WINDOW -> t > 0 && k == 1;
    };
  }

  /** The last timestep of a sequence whose loss reaches cell t. */
  public int lastLoss(int t, int length) {
    long last =
        switch (kind) {
          case NONE -> length - 1;
          case CHUNKS -> (t / k + 1L) * k - 1;
          case WINDOW -> (long) t + k - 1;
        };
    return (int) Math.min(last, length - 1);
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
