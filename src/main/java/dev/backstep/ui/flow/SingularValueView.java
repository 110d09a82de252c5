package dev.backstep.ui.flow;

import javafx.scene.canvas.GraphicsContext;

/** Singular values from the largest as bars on a logarithmic axis. */
final class SingularValueView extends FlowCanvas {
  private static final double EDGE = 5;
  private static final double ROOM = 3.4;
  private static final double LINES = 1.6;

  /** Smaller ones than the largest by so many powers of ten are rounding. */
  private static final double DECADES = 16;

  private double[] values = {};

  /**
   * @param shown not modified
   */
  void show(double[] shown) {
    values = shown;
    requestLayout();
  }

  /** The decades of the values, without those that are but rounding. */
  static FlowRange range(double[] values) {
    double most = values.length == 0 ? 0 : values[0];
    if (!(most > 0) || Double.isInfinite(most)) {
      return new FlowRange(-3, 1);
    }
    double least = most;
    for (double value : values) {
      if (value > most * StrictMath.pow(10, -DECADES)) {
        least = Math.min(least, value);
      }
    }
    // So that the smallest has a bar too, where it is a power of ten.
    return FlowRange.of(least * (1 - 1e-9), most);
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    double left = Math.ceil(ROOM * typeSize());
    double bottom = height - EDGE;
    double high = bottom - EDGE;
    if (values.length == 0 || high < EDGE || width < 2 * left) {
      return;
    }
    FlowRange range = range(values);
    int step = range.step(high / (LINES * typeSize()));
    for (int exponent = range.first(step); exponent <= range.high(); exponent += step) {
      double share = (double) (exponent - range.low()) / (range.high() - range.low());
      double y = Math.rint(bottom - share * high);
      g.setFill(grid());
      g.fillRect(left, y, width - left, 1);
      writeLeft(g, Exponents.of(exponent), left - 6, y);
    }
    g.setFill(forward());
    double pitch = (width - left) / values.length;
    for (int i = 0; i < values.length; i++) {
      double share = range.share(values[i]);
      double gap = pitch >= 5 ? 2 : 0;
      g.fillRect(left + i * pitch, bottom - share * high, Math.max(1, pitch - gap), share * high);
    }
  }
}
