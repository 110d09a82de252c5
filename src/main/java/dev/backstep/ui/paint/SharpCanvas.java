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

  /** Clears it; what is drawn then is in the units of the region. */
  public GraphicsContext begin(double width, double height) {
    double scale = Math.max(1, Sharpness.ofPicture(this));
    setWidth(width * scale);
    setHeight(height * scale);
    getTransforms().setAll(new Scale(1 / scale, 1 / scale));
    GraphicsContext g = getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, 0, 0);
    g.clearRect(0, 0, width, height);
    return g;
  }
}
