package dev.backstep.ui.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/**
 * A canvas that is as large as the region it lies in and asks for no room of its own. Where a
 * picture is taken at a larger scale it has as many pixels as that.
 */
public final class SharpCanvas extends Canvas {
  public SharpCanvas() {
    setManaged(false);
  }

  /** How far beyond its edges it is cleared: the last pixel can be half outside of the region. */
  private static final double EDGE = 1;

  /** Clears it; what is drawn then is in the units of the region. */
  public GraphicsContext begin(double width, double height) {
    double scale = Math.max(1, Sharpness.ofPicture(this));
    setWidth(width * scale);
    setHeight(height * scale);
    getTransforms().setAll(new Scale(1 / scale, 1 / scale));
    GraphicsContext g = getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, 0, 0);
    clear(g, width, height);
    return g;
  }

  /** Clears a canvas of that size, whole pixels at its edges too. */
  public static void clear(GraphicsContext g, double width, double height) {
    g.clearRect(-EDGE, -EDGE, width + 2 * EDGE, height + 2 * EDGE);
  }
}
