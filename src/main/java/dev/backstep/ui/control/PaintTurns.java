package dev.backstep.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Spreads over pulses what is painted while new numbers come all the time: what one pulse has no
 * time for is painted in the next, so that neither is late. At all other times, and in pictures
 * that are taken, everything is painted at once.
 */
public final class PaintTurns {
  /** What a pulse has for painting; layout, words and drawing need more than as much again. */
  private static final long NANOS = 2_000_000;

  private List<PixelRegion> waiting = List.of();
  private List<PixelRegion> due = List.of();
  private boolean isSpread;
  private long spent;

  private PaintTurns() {}

  /**
   * Begins a pulse of a scene.
   *
   * @param isSpread whether new numbers come all the time
   */
  public static void begin(Scene scene, boolean isSpread) {
    Object turns = scene.getProperties().computeIfAbsent(PaintTurns.class, key -> new PaintTurns());
    ((PaintTurns) turns).begin(isSpread);
  }

  private void begin(boolean isNowSpread) {
    isSpread = isNowSpread;
    spent = 0;
    due = waiting;
    waiting = new ArrayList<>();
    due.forEach(PixelRegion::requestLayout);
  }

  /** Paints a region now, or in the next pulse. */
  static void paint(PixelRegion region, Runnable painting) {
    PaintTurns turns = of(region);
    if (turns == null || !turns.isSpread || Sharpness.ofPicture(region) > 0) {
      painting.run();
    } else {
      turns.take(region, painting);
    }
  }

  private void take(PixelRegion region, Runnable painting) {
    // Those that have waited are painted, however many they are: nobody waits twice.
    if (spent > NANOS && !due.contains(region)) {
      waiting.add(region);
      return;
    }
    long began = System.nanoTime();
    painting.run();
    spent += System.nanoTime() - began;
  }

  private static PaintTurns of(Node node) {
    Scene scene = node.getScene();
    return scene == null ? null : (PaintTurns) scene.getProperties().get(PaintTurns.class);
  }
}
