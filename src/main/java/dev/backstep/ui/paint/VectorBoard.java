package dev.backstep.ui.paint;

import dev.backstep.math.MatrixView;
import java.util.ArrayList;
import java.util.List;

/** Takes down what is painted as rectangles, where {@link PixelBoard} colours pixels. */
public final class VectorBoard extends PixelBoard {
  private final double pixelsPerUnit;
  private final List<int[]> fills = new ArrayList<>();
  private final List<Boolean> hatched = new ArrayList<>();

  VectorBoard(double pixelsPerUnit) {
    this.pixelsPerUnit = pixelsPerUnit;
  }

  @Override
  public void fill(int x0, int y0, int x1, int y1, int argb) {
    int left = Math.max(0, x0);
    int top = Math.max(0, y0);
    int right = Math.min(width(), x1);
    int bottom = Math.min(height(), y1);
    if (left >= right || top >= bottom) {
      return;
    }
    int[] last = fills.isEmpty() ? null : fills.get(fills.size() - 1);
    if (last != null && isContinued(last, left, right, top, argb)) {
      last[3] = bottom;
    } else {
      add(left, top, right, bottom, argb, false);
    }
  }

  /** Squares of one colour below one another are one rectangle. */
  private boolean isContinued(int[] last, int left, int right, int top, int argb) {
    boolean isBelow = last[0] == left && last[2] == right && last[3] == top;
    return isBelow && last[4] == argb && !hatched.get(hatched.size() - 1);
  }

  /** Column after column: what is painted one after the other can be one rectangle. */
  @Override
  public void matrix(MatrixView matrix, Shading shading) {
    int cols = Math.min(matrix.cols(), width());
    for (int col = 0; col < cols; col++) {
      int from = edge(col, cols, matrix.cols());
      int until = edge(col + 1, cols, matrix.cols());
      column(
          edge(col, cols, width()),
          edge(col + 1, cols, width()),
          matrix.rows(),
          row -> largest(from, until, i -> matrix.get(row, i)),
          shading);
    }
  }

  @Override
  public void hatch(int x0, int x1, double unit, int line, int ground) {
    fill(x0, 0, x1, height(), ground);
    int left = Math.max(0, x0);
    int right = Math.min(width(), x1);
    if (left < right) {
      add(left, 0, right, height(), line, true);
    }
  }

  private void add(int x0, int y0, int x1, int y1, int argb, boolean isHatched) {
    fills.add(new int[] {x0, y0, x1, y1, argb});
    hatched.add(isHatched);
  }

  List<Patch> patches() {
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      int[] fill = fills.get(i);
      patches.add(
          new Patch(
              fill[0] / pixelsPerUnit,
              fill[1] / pixelsPerUnit,
              (fill[2] - fill[0]) / pixelsPerUnit,
              (fill[3] - fill[1]) / pixelsPerUnit,
              fill[4],
              hatched.get(i)));
    }
    return patches;
  }
}
