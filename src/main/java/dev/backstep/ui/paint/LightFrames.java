package dev.backstep.ui.paint;

import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import java.util.List;
import java.util.function.Function;

/**
 * Frames what is lit. What a number was made of has a solid frame, what it feeds a dashed one, so
 * that they are told apart without their colours too. Along each frame and between the dashes runs
 * a line in the colour of the ground, so that it is seen on squares of any colour.
 */
public record LightFrames(
    PixelBoard board, double pixelsPerUnit, int sourceColor, int destinationColor, int ground) {

  /** Frames all of them within an area; where each stands is the caller's to say. */
  public void paint(Lights lights, PixelBox area, Function<Block, PixelBox> place) {
    paint(lights.destinations(), area, place, destinationColor, true);
    paint(lights.sources(), area, place, sourceColor, false);
  }

  private void paint(
      List<Light> lights,
      PixelBox area,
      Function<Block, PixelBox> place,
      int color,
      boolean isDashed) {
    for (Light light : lights) {
      frame(place.apply(light.block()), area, color, isDashed);
    }
  }

  private void frame(PixelBox squares, PixelBox area, int color, boolean isDashed) {
    int line = Math.max(2, pixels(2));
    int halo = pixels(1);
    PixelBox outer = around(squares, line + halo).within(area);
    PixelBox inner = outer.grown(-line, -line);
    board.frame(inner.x0(), inner.y0(), inner.x1(), inner.y1(), halo, ground);
    board.frame(outer.x0(), outer.y0(), outer.x1(), outer.y1(), line, color);
    if (isDashed) {
      cutGaps(outer, line);
    }
  }

  /** The frame of large blocks lies inside them; of small ones around, so as not to cover them. */
  private PixelBox around(PixelBox squares, int thickness) {
    int roomy = 4 * thickness;
    return squares.grown(
        squares.width() < roomy ? thickness : 0, squares.height() < roomy ? thickness : 0);
  }

  private void cutGaps(PixelBox box, int line) {
    boolean isSmall = Math.min(box.width(), box.height()) < pixels(14);
    int dash = pixels(isSmall ? 3 : 4);
    int gap = pixels(isSmall ? 2 : 3);
    for (int x = box.x0() + dash; x + gap < box.x1(); x += dash + gap) {
      board.fill(x, box.y0(), x + gap, box.y0() + line, ground);
      board.fill(x, box.y1() - line, x + gap, box.y1(), ground);
    }
    for (int y = box.y0() + dash; y + gap < box.y1(); y += dash + gap) {
      board.fill(box.x0(), y, box.x0() + line, y + gap, ground);
      board.fill(box.x1() - line, y, box.x1(), y + gap, ground);
    }
  }

  private int pixels(double units) {
    return Math.max(1, (int) Math.round(units * pixelsPerUnit));
  }
}
