package dev.backstep.ui.paint;

import java.util.Arrays;

/** The squares of a heatmap without its frames, so that new frames cost no new squares. */
public final class KeptPixels {
  private int[] pixels = {};
  private int width;

  public void keep(PixelBoard board) {
    width = board.width();
    pixels = Arrays.copyOf(board.pixels(), width * board.height());
  }

  /** Draws what was kept if the board is as large as it was then; else says false. */
  public boolean restore(PixelBoard board) {
    boolean fits = width == board.width() && pixels.length == width * board.height();
    if (fits) {
      System.arraycopy(pixels, 0, board.pixels(), 0, pixels.length);
    }
    return fits;
  }
}
