package dev.backstep.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/**
 * Where the window opens: on nearly all of the screen, or where it was, so far as the screens that
 * there are now have room for it.
 *
 * @param screens what the window may take of each, the user's main one first
 */
public record WindowBounds(List<Rectangle2D> screens) {
  static final double MIN_WIDTH = 1024;
  static final double MIN_HEIGHT = 700;

  /** The share of a screen that the first window takes in both directions. */
  private static final double SHARE = 0.93;

  /** The bounds on the screens that there are now. */
  public static WindowBounds here() {
    Screen main = Screen.getPrimary();
    return new WindowBounds(
        Stream.concat(Stream.of(main), Screen.getScreens().stream())
            .distinct()
            .map(Screen::getVisualBounds)
            .toList());
  }

  /** The bounds of the first window, in the middle of the main screen. */
  public Rectangle2D first() {
    Rectangle2D screen = screens.get(0);
    return middle(screen, SHARE * screen.getWidth(), SHARE * screen.getHeight());
  }

  /** The bounds of a window of which the size is known, but not where it was. */
  Rectangle2D ofSize(double width, double height) {
    return isUsable(width) && isUsable(height) ? middle(screens.get(0), width, height) : first();
  }

  /**
   * The bounds of a window that was here before: within the screen that has most of it, and no
   * larger; in the middle of the main screen if none has any of it.
   */
  Rectangle2D again(double x, double y, double width, double height) {
    if (!Double.isFinite(x + y) || !isUsable(width) || !isUsable(height)) {
      return ofSize(width, height);
    }
    Rectangle2D before = new Rectangle2D(x, y, width, height);
    return screens.stream()
        .filter(before::intersects)
        .max(Comparator.comparingDouble(screen -> shared(screen, before)))
        .map(screen -> within(screen, before))
        .orElseGet(() -> ofSize(width, height));
  }

  /** A damaged file of preferences may say anything. */
  private static boolean isUsable(double size) {
    return Double.isFinite(size) && size > 0;
  }

  private static double shared(Rectangle2D a, Rectangle2D b) {
    return (Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()))
        * (Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()));
  }

  private static Rectangle2D within(Rectangle2D screen, Rectangle2D before) {
    double width = fit(before.getWidth(), MIN_WIDTH, screen.getWidth());
    double height = fit(before.getHeight(), MIN_HEIGHT, screen.getHeight());
    double x = fit(before.getMinX(), screen.getMinX(), screen.getMaxX() - width);
    double y = fit(before.getMinY(), screen.getMinY(), screen.getMaxY() - height);
    return new Rectangle2D(x, y, width, height);
  }

  private static Rectangle2D middle(Rectangle2D screen, double wantedWidth, double wantedHeight) {
    double width = fit(Math.rint(wantedWidth), MIN_WIDTH, screen.getWidth());
    double height = fit(Math.rint(wantedHeight), MIN_HEIGHT, screen.getHeight());
    return new Rectangle2D(
        screen.getMinX() + Math.floor((screen.getWidth() - width) / 2),
        screen.getMinY() + Math.floor((screen.getHeight() - height) / 2),
        width,
        height);
  }

  /** Not less than the least, but never more than the most. */
  private static double fit(double wanted, double least, double most) {
    return Math.min(most, Math.max(least, wanted));
  }
}
