package dev.backstep.ui.paint;

/** The colours for the numbers of one picture; made once for each painting. */
public record Shading(ColorScale scale, double limit, ScaleKind kind) {

  /**
   * The colour of a number as opaque ARGB; what lies beyond the limit has the colour of the limit.
   */
  public int argb(double value) {
    boolean isAsItIs = kind == ScaleKind.LINEAR || !Double.isFinite(value) || !(limit > 0);
    return isAsItIs ? scale.argb(value, limit) : scale.argb(kind.bend(value / limit), 1);
  }

  /** The same colours up to another limit. */
  public Shading upTo(double newLimit) {
    return new Shading(scale, newLimit, kind);
  }
}
