package dev.backstep.ui.heatmap;

import dev.backstep.ui.paint.Fold;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys that go from square to square: arrows, Home and End to the ends of the row, Page Up and
 * Page Down by ten, with Ctrl Home and End to the corners. Every square is reached, also where
 * several share a pixel.
 */
public final class SquareCursor {
  private static final int PAGE = 10;
  private static final int FAR = 1 << 24;

  private SquareCursor() {}

  /** Whether a heatmap has its own meaning for a press: a move, Enter, Space or Escape. */
  public static boolean uses(KeyEvent event) {
    if (event.isAltDown() || event.isShiftDown() || event.isMetaDown()) {
      return false;
    }
    boolean isEnd = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
    if (event.isControlDown()) {
      return isEnd;
    }
    return isEnd
        || selects(event.getCode())
        || step(event.getCode()) != null
        || event.getCode() == KeyCode.ESCAPE;
  }

  /** Whether a key does what a click does. */
  public static boolean selects(KeyCode code) {
    return code == KeyCode.ENTER || code == KeyCode.SPACE;
  }

  /** Where a key leads to in a picture of this size; the same place if it is no move. */
  public static Place moved(Place from, KeyEvent event, int width, int height) {
    Place step = event.isControlDown() ? toCorner(event.getCode()) : step(event.getCode());
    if (step == null) {
      return from;
    }
    Place to = new Place(from.across() + step.across(), from.down() + step.down());
    Place within = to.within(width, height);
    return within == null ? from : within;
  }

  /**
   * Where a key leads to where each column of the picture is folded into a grid: the arrows go from
   * square to square, beyond the edge of a grid into the next; Home and End keep the unit.
   */
  static Place moved(Place from, KeyEvent event, int width, Fold fold) {
    Place step = step(event.getCode());
    if (fold.isStripes()
        || step == null
        || Math.abs(step.across()) >= FAR
        || event.isControlDown()) {
      return moved(from, event, width, fold.count());
    }
    int across = from.across() * fold.columns() + fold.across(from.down()) + step.across();
    int column = Math.max(0, Math.min(width * fold.columns() - 1, across));
    int down = Math.max(0, Math.min(fold.rows() - 1, fold.down(from.down()) + step.down()));
    int inGrid = column % fold.columns();
    int unit = fold.unitAt(inGrid, down);
    // The last row has ended: a move to the right goes on to the next grid, others stay above it.
    if (unit < 0 && step.across() > 0 && column / fold.columns() < width - 1) {
      return new Place(column / fold.columns() + 1, fold.unitAt(0, down));
    }
    if (unit < 0) {
      unit =
          step.across() < 0
              ? fold.count() - 1
              : step.across() > 0 ? from.down() : fold.unitAt(inGrid, down - 1);
    }
    return new Place(column / fold.columns(), unit);
  }

  private static @Nullable Place toCorner(KeyCode code) {
    return switch (code) {
      case HOME -> new Place(-FAR, -FAR);
      case END -> new Place(FAR, FAR);
      default -> null;
    };
  }

  private static @Nullable Place step(KeyCode code) {
    return switch (code) {
      case LEFT -> new Place(-1, 0);
      case RIGHT -> new Place(1, 0);
      case UP -> new Place(0, -1);
      case DOWN -> new Place(0, 1);
      case HOME -> new Place(-FAR, 0);
      case END -> new Place(FAR, 0);
      case PAGE_UP -> new Place(0, -PAGE);
      case PAGE_DOWN -> new Place(0, PAGE);
      default -> null;
    };
  }
}
