package dev.backstep.ui.paint;

import dev.backstep.math.MatrixView;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * An image at device pixels. Squares are filled by whole pixels, so they are crisp at any size and
 * scale factor; scaling an image instead blurs it on the software pipeline.
 */
public class PixelBoard {
  private static final int HATCH_PITCH = 7;

  /** Squares of fewer lines than this touch one another. */
  private static final int LEAST_APART = 5;

  private int width;
  private int height;
  private int[] pixels = {};

  /** A transparent board of this size. */
  void reset(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    if (pixels.length < width * height) {
      pixels = new int[width * height];
    } else {
      Arrays.fill(pixels, 0, width * height, 0);
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Premultiplied ARGB, row after row. */
  int[] pixels() {
    return pixels;
  }

  int argb(int x, int y) {
    return pixels[y * width + x];
  }

  /** The first pixel of cell {@code i} of {@code n} on a stretch of {@code size} pixels. */
  public static int edge(int i, int n, int size) {
    return (int) ((long) i * size / n);
  }

  public void fill(int x0, int y0, int x1, int y1, int argb) {
    int left = Math.max(0, x0);
    int right = Math.min(width, x1);
    for (int y = Math.max(0, y0); left < right && y < Math.min(height, y1); y++) {
      Arrays.fill(pixels, y * width + left, y * width + right, argb);
    }
  }

  /**
   * One column of n values from top to bottom of the board. Where there are more values than pixels
   * the one of largest magnitude is drawn, so that no spike is lost.
   */
  public void column(int x0, int x1, int n, IntToDoubleFunction value, Shading shading) {
    int cells = Math.min(n, height);
    for (int cell = 0; cell < cells; cell++) {
      double drawn = largest(edge(cell, cells, n), edge(cell + 1, cells, n), value);
      int top = edge(cell, cells, height);
      fill(x0, top, x1, edge(cell + 1, cells, height), shading.argb(drawn));
    }
  }

  /**
   * One column of values folded into a grid over the height of the board, with the ground seen
   * between squares that are large enough for it.
   *
   * @param line the width of what is seen between two squares
   */
  public void grid(
      int x0, int x1, Fold fold, int line, IntToDoubleFunction value, Shading shading) {
    int columns = fold.columns();
    int rows = fold.rows();
    int side = Math.min((x1 - x0) / columns, height / rows);
    int gap = side >= LEAST_APART * line ? line : 0;
    for (int unit = 0; unit < fold.count(); unit++) {
      int across = fold.across(unit);
      int down = fold.down(unit);
      fill(
          x0 + edge(across, columns, x1 - x0),
          edge(down, rows, height),
          x0 + edge(across + 1, columns, x1 - x0) - (across + 1 < columns ? gap : 0),
          edge(down + 1, rows, height) - (down + 1 < rows ? gap : 0),
          shading.argb(value.applyAsDouble(unit)));
    }
  }

  /**
   * A matrix over the whole board, rows downwards. Where there are more rows or columns than pixels
   * the value of largest magnitude is drawn.
   */
  public void matrix(MatrixView matrix, Shading shading) {
    int rows = Math.min(matrix.rows(), height);
    for (int row = 0; row < rows; row++) {
      int top = edge(row, rows, height);
      int bottom = edge(row + 1, rows, height);
      paintRow(
          matrix, edge(row, rows, matrix.rows()), edge(row + 1, rows, matrix.rows()), top, shading);
      for (int y = top + 1; y < bottom; y++) {
        System.arraycopy(pixels, top * width, pixels, y * width, width);
      }
    }
  }

  private void paintRow(MatrixView matrix, int from, int until, int y, Shading shading) {
    int cols = Math.min(matrix.cols(), width);
    int x = 0;
    for (int col = 0; col < cols; col++) {
      int left = edge(col, cols, matrix.cols());
      int right = edge(col + 1, cols, matrix.cols());
      double drawn = largest(matrix, from, until, left, right);
      int argb = shading.argb(drawn);
      for (int end = edge(col + 1, cols, width); x < end; x++) {
        pixels[y * width + x] = argb;
      }
    }
  }

  /** {@link #largest} of a block of entries in plain loops: there are thousands in a picture. */
  private static double largest(
      MatrixView matrix, int fromRow, int untilRow, int fromCol, int untilCol) {
    double largest = 0;
    for (int row = fromRow; row < untilRow; row++) {
      for (int col = fromCol; col < untilCol && !Double.isNaN(largest); col++) {
        double candidate = matrix.get(row, col);
        largest = Math.abs(candidate) <= Math.abs(largest) ? largest : candidate;
      }
    }
    return largest;
  }

  /** {@link #column} with the colours spread evenly. */
  public void column(
      int x0, int x1, int n, IntToDoubleFunction value, ColorScale scale, double limit) {
    column(x0, x1, n, value, new Shading(scale, limit, ScaleKind.LINEAR));
  }

  /** The value of largest magnitude; one that is not a number counts as the largest. */
  public static double largest(int from, int until, IntToDoubleFunction value) {
    // Most often there is one, and its value may be costly: a change computes it anew each time.
    return value.applyAsDouble(until - from == 1 ? from : indexOfLargest(from, until, value));
  }

  /** Where {@link #largest} stands. */
  public static int indexOfLargest(int from, int until, IntToDoubleFunction value) {
    int index = from;
    double largest = Math.abs(value.applyAsDouble(from));
    for (int i = from + 1; i < until && !Double.isNaN(largest); i++) {
      double candidate = Math.abs(value.applyAsDouble(i));
      if (!(candidate <= largest)) {
        largest = candidate;
        index = i;
      }
    }
    return index;
  }

  /** The cell of n that a pixel of a stretch of {@code size} belongs to; −1 beyond the ends. */
  public static int cellAt(double pixel, int n, int size) {
    boolean isInside = pixel >= 0 && pixel < size;
    return isInside ? (int) ((((long) pixel + 1) * n - 1) / size) : -1;
  }

  /** Which of n values {@link #column} draws at a pixel of {@code size}; −1 beyond the ends. */
  public static int shownAt(double pixel, int n, int size, IntToDoubleFunction value) {
    int cells = Math.min(n, size);
    int cell = cellAt(pixel, cells, size);
    return cell < 0 ? -1 : indexOfLargest(edge(cell, cells, n), edge(cell + 1, cells, n), value);
  }

  /** Diagonal lines: not computed yet. */
  public void hatch(int x0, int x1, double pixelsPerUnit, int line, int ground) {
    int pitch = (int) Math.round(HATCH_PITCH * pixelsPerUnit);
    int thickness = Math.max(1, (int) Math.round(pixelsPerUnit));
    for (int y = 0; y < height; y++) {
      for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
        pixels[y * width + x] = Math.floorMod(x + y, pitch) < thickness ? line : ground;
      }
    }
  }

  /** A lid with studs: computed, but not to be seen yet. */
  public void cover(int x0, int x1, double pixelsPerUnit, int lid, int stud) {
    fill(x0, 0, x1, height, lid);
    int pitch = (int) Math.round(2 * HATCH_PITCH * pixelsPerUnit);
    int size = Math.max(2, (int) Math.round(2 * pixelsPerUnit));
    for (int y = pitch / 2 - size; y + size <= height; y += pitch) {
      for (int x = x0 + pitch / 2; x + size <= x1; x += pitch) {
        fill(x, y, x + size, y + size, stud);
      }
    }
  }

  /** A frame of the given thickness just inside a rectangle. */
  public void frame(int x0, int y0, int x1, int y1, int thickness, int argb) {
    fill(x0, y0, x1, y0 + thickness, argb);
    fill(x0, y1 - thickness, x1, y1, argb);
    fill(x0, y0, x0 + thickness, y1, argb);
    fill(x1 - thickness, y0, x1, y1, argb);
  }

  /** Two frames just outside a box, the outer in another colour, kept within the board. */
  public void frameAround(PixelBox box, int thickness, int outer, int inner) {
    frameAt(box, 2 * thickness, thickness, outer);
    frameAt(box, thickness, thickness, inner);
  }

  private void frameAt(PixelBox box, int distance, int thickness, int argb) {
    frame(
        Math.max(0, box.x0() - distance),
        Math.max(0, box.y0() - distance),
        Math.min(width, box.x1() + distance),
        Math.min(height, box.y1() + distance),
        thickness,
        argb);
  }
}
