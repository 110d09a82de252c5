package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.paint.KeptPixels;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelBox;
import dev.backstep.ui.paint.Shading;
import dev.backstep.ui.paint.VectorBoard;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A matrix as it is written: rows downwards, columns to the right. Hatched where there is none. */
public final class MatrixHeatmap extends Heatmap {
  private final ObjectProperty<MatrixView> values = new SimpleObjectProperty<>(this, "values");
  private final ObjectProperty<Lights> lights =
      new SimpleObjectProperty<>(this, "lights", Lights.NONE);

  private final KeptPixels squares = new KeptPixels();
  private boolean isKept;

  private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");

  public MatrixHeatmap() {
    covered.addListener(observable -> refresh());
    values.addListener(observable -> refresh());
    lights.addListener((property, before, now) -> requestFrames());
  }

  @Override
  public void requestLayout() {
    isKept = false;
    super.requestLayout();
  }

  @Override
  protected void requestFrames() {
    boolean wasKept = isKept;
    requestLayout();
    isKept = wasKept;
  }

  @Override
  protected void paint(PixelBoard board, double pixelsPerUnit) {
    MatrixView matrix = values.get();
    if (covered.get()) {
      board.cover(0, board.width(), pixelsPerUnit, coverColor(), groundColor());
      return;
    }
    if (matrix == null) {
      board.hatch(0, board.width(), pixelsPerUnit, hatchColor(), groundColor());
      return;
    }
    if (board instanceof VectorBoard) {
      board.matrix(matrix, shading());
    } else if (!isKept || !squares.restore(board)) {
      board.matrix(matrix, shading());
      squares.keep(board);
      isKept = true;
    }
    PixelBox all = new PixelBox(0, 0, board.width(), board.height());
    lightFrames(board, pixelsPerUnit).paint(lights.get(), all, block -> box(board, matrix, block));
    paintHovered(board, pixelsPerUnit, matrix);
  }

  private static PixelBox box(PixelBoard board, MatrixView matrix, Block block) {
    return new PixelBox(
        PixelBoard.edge(block.fromCol(), matrix.cols(), board.width()),
        PixelBoard.edge(block.fromRow(), matrix.rows(), board.height()),
        PixelBoard.edge(block.untilCol(), matrix.cols(), board.width()),
        PixelBoard.edge(block.untilRow(), matrix.rows(), board.height()));
  }

  private void paintHovered(PixelBoard board, double pixelsPerUnit, MatrixView matrix) {
    Square square = hoveredProperty().get();
    if (square != null && square.row() < matrix.rows() && square.col() < matrix.cols()) {
      int thickness = Math.max(1, (int) Math.round(pixelsPerUnit));
      int left = PixelBoard.edge(square.col(), matrix.cols(), board.width());
      int right = PixelBoard.edge(square.col() + 1, matrix.cols(), board.width());
      int top = PixelBoard.edge(square.row(), matrix.rows(), board.height());
      int bottom = PixelBoard.edge(square.row() + 1, matrix.rows(), board.height());
      int least = 3 * thickness;
      board.frame(
          left,
          top,
          Math.max(right, left + least),
          Math.max(bottom, top + least),
          thickness,
          markColor());
    }
  }

  @Override
  @Nullable SquareGrid grid() {
    return values.get() == null ? null : new SquareGrid(values.get(), false);
  }

  @Override
  Magnified magnified(Place center) {
    Shading shading = shading();
    return new Magnified(
        values.get(),
        (row, column) -> isSeen(column),
        center,
        column -> shading,
        new Magnified.Labels(names()::row, names()::col, null),
        "");
  }

  @Override
  boolean isComputed(int across) {
    return values.get() != null;
  }

  @Override
  boolean isCovered(int across) {
    return covered.get();
  }

  @Override
  PixelBox boxOf(Place place) {
    int width = devicePixels(getWidth());
    int height = devicePixels(getHeight());
    return new PixelBox(
        PixelBoard.edge(place.across(), values.get().cols(), width),
        PixelBoard.edge(place.down(), values.get().rows(), height),
        PixelBoard.edge(place.across() + 1, values.get().cols(), width),
        PixelBoard.edge(place.down() + 1, values.get().rows(), height));
  }

  @Override
  @Nullable Square squareAt(double x, double y) {
    MatrixView matrix = values.get();
    if (matrix == null || covered.get()) {
      return null;
    }
    int width = devicePixels(getWidth());
    int cells = Math.min(matrix.cols(), width);
    int cell = PixelBoard.cellAt(x * pixelsPerUnit(), cells, width);
    return cell < 0 ? null : squareInColumn(matrix, cell, cells, y * pixelsPerUnit());
  }

  /** The square of which the pixel's colour is, where a pixel holds several. */
  private @Nullable Square squareInColumn(MatrixView matrix, int cell, int cells, double pixel) {
    int from = PixelBoard.edge(cell, cells, matrix.cols());
    int until = PixelBoard.edge(cell + 1, cells, matrix.cols());
    int row =
        PixelBoard.shownAt(
            pixel,
            matrix.rows(),
            devicePixels(getHeight()),
            i -> PixelBoard.largest(from, until, j -> matrix.get(i, j)));
    if (row < 0) {
      return null;
    }
    int col = PixelBoard.indexOfLargest(from, until, j -> matrix.get(row, j));
    return new Square(row, col, matrix.get(row, col));
  }

  /** Whether the numbers are there, but not to be seen yet. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  /** The matrix, or null while there is none. */
  public ObjectProperty<MatrixView> valuesProperty() {
    return values;
  }

  /** The lights for the number under the mouse, in this matrix. */
  public ObjectProperty<Lights> lightsProperty() {
    return lights;
  }
}
