package dev.backstep.ui.paint;

/** The spreading of the colours of a {@link ColorScale} from 0 to the limit. */
public enum ScaleKind {
  /** Twice the number is twice as far along the colours. */
  LINEAR {
    @Override
    double bend(double share) {
      return share;
    }
  },

  /**
   * Each power of ten gets about as many colours as the next, on both sides of 0, down to {@code c
   * = limit · 1e-4}; nearer to 0 it is linear. Shows what decays over time next to what does not.
   */
  SYMMETRIC_LOG {
    @Override
    double bend(double share) {
      double magnitude = Math.min(1, Math.abs(share));
      return Math.copySign(StrictMath.log1p(magnitude / LINEAR_UNTIL) / WHOLE, share);
    }
  };

  /** c as a share of the limit. */
  private static final double LINEAR_UNTIL = 1e-4;

  private static final double WHOLE = StrictMath.log1p(1 / LINEAR_UNTIL);

  /**
   * Where a number stands on the colours, in −1 … 1 for numbers within the limit: {@code v / L}, or
   * {@code sign(v) · log1p(|v| / c) / log1p(L / c)} with {@code c = L · 1e-4}, which needs only the
   * share {@code v / L}: it neither underflows nor overflows at any limit.
   *
   * @param share a finite number divided by the limit; may be ±∞ where that overflows
   */
  abstract double bend(double share);

  /** Symmetric-logarithmic, or linear. */
  public static ScaleKind of(boolean isLogarithmic) {
    return isLogarithmic ? SYMMETRIC_LOG : LINEAR;
  }
}
