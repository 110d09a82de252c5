package dev.backstep.ui.flow;

import dev.backstep.trace.flow.Spectrum;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** The eigenvalues of a matrix in the plane, with the unit circle. */
final class EigenvalueView extends FlowCanvas {
  private static final double EDGE = 8;
  private static final double DOT = 3.5;

  private @Nullable Spectrum spectrum;

  void show(@Nullable Spectrum shown) {
    spectrum = shown;
    requestLayout();
  }

  /** How far the plane is seen on each side of 0: the unit circle always, and every eigenvalue. */
  static double reach(Spectrum of) {
    return 1.1 * Math.max(1, of.radius());
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    double side = Math.min(width, height) / 2 - EDGE;
    if (spectrum == null || side <= 0) {
      return;
    }
    double scale = side / reach(spectrum);
    double x0 = Math.rint(width / 2);
    double y0 = Math.rint(height / 2);
    g.setFill(grid());
    g.fillRect(x0 - side, y0, 2 * side, 1);
    g.fillRect(x0, y0 - side, 1, 2 * side);
    g.setStroke(faint());
    g.setLineWidth(1.5);
    g.strokeOval(x0 - scale, y0 - scale, 2 * scale, 2 * scale);
    writeBelow(g, "1", x0 + scale + typeSize() / 2, y0 + 2);
    writeBelow(g, "i", x0 + typeSize() / 2, y0 - scale - typeSize() - 2);
    g.setFill(backward());
    for (int i = 0; i < spectrum.eigenvalues().size(); i++) {
      Spectrum.Eigenvalue value = spectrum.eigenvalues().get(i);
      double x = x0 + scale * value.real();
      double y = y0 - scale * value.imaginary();
      g.fillOval(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }
  }
}
