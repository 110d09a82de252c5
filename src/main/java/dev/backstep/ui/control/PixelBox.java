package dev.backstep.ui.control;

/** A rectangle of device pixels: {@code x0 … x1−1}, {@code y0 … y1−1}. */
record PixelBox(int x0, int y0, int x1, int y1) {
  /** As large, but with its edges moved outwards by so many pixels, inwards if negative. */
  PixelBox grown(int byX, int byY) {
    return new PixelBox(x0 - byX, y0 - byY, x1 + byX, y1 + byY);
  }

  /** Moved or cut so that it lies on a board of this size. */
  PixelBox within(int width, int height) {
    return new PixelBox(
        Math.max(0, x0), Math.max(0, y0), Math.min(width, x1), Math.min(height, y1));
  }

  int width() {
    return x1 - x0;
  }

  int height() {
    return y1 - y0;
  }
}
