package dev.backstep.ui.paint;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** A rectangle of device pixels: {@code x0 … x1−1}, {@code y0 … y1−1}. */
public record PixelBox(int x0, int y0, int x1, int y1) {
  /** As large, but with its edges moved outwards by so many pixels, inwards if negative. */
  PixelBox grown(int byX, int byY) {
    return new PixelBox(x0 - byX, y0 - byY, x1 + byX, y1 + byY);
  }

  /** The part of it that lies within another. */
  PixelBox within(PixelBox other) {
    return new PixelBox(
        Math.max(other.x0, x0),
        Math.max(other.y0, y0),
        Math.min(other.x1, x1),
        Math.min(other.y1, y1));
  }

  /** The same in units of length. */
  public Bounds inUnits(double pixelsPerUnit) {
    return new BoundingBox(
        x0 / pixelsPerUnit, y0 / pixelsPerUnit, width() / pixelsPerUnit, height() / pixelsPerUnit);
  }

  int width() {
    return x1 - x0;
  }

  int height() {
    return y1 - y0;
  }
}
