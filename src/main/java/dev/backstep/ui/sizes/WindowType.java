package dev.backstep.ui.sizes;

/**
 * The size of type in a window. In a window larger than a usual one it grows, by half as much as
 * the window does; and it is never so large that the screens would not find room.
 *
 * @param presenting whether the window is read from afar
 * @param percent the size that the user wishes
 */
record WindowType(double width, double height, boolean presenting, int percent) {
  /** The size of type in pixels that the screens are laid out for. */
  static final double USUAL = 13;

  private static final double USUAL_WIDTH = 1600;
  private static final double USUAL_HEIGHT = 1000;
  private static final double SHARE_OF_GROWTH = 0.5;

  /** The sizes of type for a class, in a window that is small, usual and wide. */
  private static final double[] PRESENTING = {16, 20, 28};

  private static final double SMALL = 1200;
  private static final double WIDE = 2000;

  /** The least window, in sizes of the type: with larger type the screens would be cut off. */
  private static final double LEAST_WIDTH = 52;

  private static final double LEAST_HEIGHT = 35;

  /** In pixels, to halves of them. */
  double pixels() {
    double wished = percent / 100.0 * (presenting ? ofPresenting() : ofWindow());
    double most = Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT);
    double fitting = Math.min(wished, Math.max(USUAL, most));
    return Math.rint(2 * fitting) / 2;
  }

  private double ofPresenting() {
    return PRESENTING[width < SMALL ? 0 : width <= WIDE ? 1 : 2];
  }

  private double ofWindow() {
    double times = Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT);
    return Math.rint(USUAL * (1 + SHARE_OF_GROWTH * Math.max(0, times - 1)));
  }

  /** The width of a window in which type of the usual size had as much room. */
  double usualWidth() {
    double pixels = new WindowType(width, height, false, percent).pixels();
    return width * USUAL / pixels;
  }

  /** The height of a window in which type of the usual size had as much room. */
  double usualHeight() {
    double pixels = new WindowType(width, height, false, percent).pixels();
    return height * USUAL / pixels;
  }
}
