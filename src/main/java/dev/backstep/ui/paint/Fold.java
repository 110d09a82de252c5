package dev.backstep.ui.paint;

/**
 * How a vector is laid out in a rectangle: as a grid that is read like text, unit 0 at the upper
 * left, so that a unit has the same place wherever a vector of that length is folded alike. The
 * last row of the grid may be incomplete. A grid of one column is a stack of stripes.
 *
 * @param count the number of units
 * @param columns of the grid, 1 or more
 */
public record Fold(int count, int columns) {
  /** The least width and height of a square that can be seen and hit. */
  private static final double LEAST_SIDE = 4.5;

  /** The width of a usual column and the height of its rows, for which vectors are folded. */
  private static final double USUAL_WIDTH = 58;

  private static final double USUAL_HEIGHT = 54;

  /**
   * What an empty place costs, as a share of all places, against squares that are not square: a
   * full grid of 8 × 4 is read more easily than one of 7 × 5 with three places empty.
   */
  private static final double COST_OF_EMPTY = 6;

  /** A unit below the other, each as wide as there is room. */
  public static Fold stripes(int count) {
    return new Fold(count, 1);
  }

  /**
   * The grid of a vector of this length, in which a unit has the same place whatever the window;
   * stripes where its squares would be too small in a rectangle of this size.
   */
  public static Fold squares(int count, double width, double height) {
    Fold grid = grid(count);
    boolean isSeen = width / grid.columns() >= LEAST_SIDE && height / grid.rows() >= LEAST_SIDE;
    return isSeen ? grid : stripes(count);
  }

  /** Squares as near to square as can be in a usual column, and few empty places. */
  private static Fold grid(int count) {
    Fold best = stripes(count);
    double least = Double.POSITIVE_INFINITY;
    // A grid that is more than twice as wide as high has no squares that are near to square.
    int most = (int) Math.min(count, Math.ceil(2 * Math.sqrt(count)));
    for (int columns = 1; columns <= most; columns++) {
      Fold fold = new Fold(count, columns);
      double cost = fold.cost(USUAL_WIDTH / columns, USUAL_HEIGHT / fold.rows());
      if (cost < least) {
        best = fold;
        least = cost;
      }
    }
    return best;
  }

  private double cost(double squareWidth, double squareHeight) {
    int places = columns * rows();
    double empty = (double) (places - count) / places;
    return Math.abs(StrictMath.log(squareWidth / squareHeight)) + COST_OF_EMPTY * empty;
  }

  public int rows() {
    return (count + columns - 1) / columns;
  }

  public boolean isStripes() {
    return columns == 1;
  }

  /** The column of the grid that a unit stands in. */
  public int across(int unit) {
    return unit % columns;
  }

  /** The row of the grid that a unit stands in. */
  public int down(int unit) {
    return unit / columns;
  }

  /** The unit at a place of the grid; −1 outside and where the last row has ended. */
  public int unitAt(int across, int down) {
    boolean isInside = across >= 0 && across < columns && down >= 0;
    int unit = down * columns + across;
    return isInside && unit < count ? unit : -1;
  }

  /** The pixels of a unit in a rectangle that begins at x0 and is as high as the picture. */
  public PixelBox box(int unit, int x0, int x1, int height) {
    return box(unit, unit + 1, x0, x1, height);
  }

  /** The least rectangle of pixels with all units from one on until another. */
  public PixelBox box(int from, int until, int x0, int x1, int height) {
    boolean isOneRow = down(from) == down(until - 1);
    int left = isOneRow ? across(from) : 0;
    int right = isOneRow ? across(until - 1) + 1 : columns;
    return new PixelBox(
        x0 + PixelBoard.edge(left, columns, x1 - x0),
        PixelBoard.edge(down(from), rows(), height),
        x0 + PixelBoard.edge(right, columns, x1 - x0),
        PixelBoard.edge(down(until - 1) + 1, rows(), height));
  }

  /** The unit at a pixel of a rectangle of this size; −1 beyond its ends and where none stands. */
  public int unitAt(double x, double y, int width, int height) {
    return unitAt(PixelBoard.cellAt(x, columns, width), PixelBoard.cellAt(y, rows(), height));
  }
}
