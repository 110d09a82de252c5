package dev.backstep.ui.paint;

import java.util.List;
import javafx.scene.Node;

/** A heatmap as the rectangles it is painted of, for pictures that are not made of pixels. */
public final class HeatmapShapes {
  /** Edges are taken at half units, as fine as the pictures made of pixels have them. */
  private static final double PIXELS_PER_UNIT = 2;

  private HeatmapShapes() {}

  /** Whether it is a heatmap, of any kind. */
  public static boolean isHeatmap(Node node) {
    return node instanceof PixelRegion;
  }

  /** The rectangles in the order of painting: later ones lie over earlier ones. */
  public static List<Patch> of(Node heatmap) {
    PixelRegion region = (PixelRegion) heatmap;
    VectorBoard board = new VectorBoard(PIXELS_PER_UNIT);
    board.reset(
        (int) Math.round(region.getWidth() * PIXELS_PER_UNIT),
        (int) Math.round(region.getHeight() * PIXELS_PER_UNIT));
    region.paint(board, PIXELS_PER_UNIT);
    return board.patches();
  }
}
