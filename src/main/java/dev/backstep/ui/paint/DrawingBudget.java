package dev.backstep.ui.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Spreads over pulses what is drawn while new numbers come all the time: what one pulse has no time
 * for is done in the next. At all other times, and in pictures that are taken, everything is done
 * at once.
 */
public final class DrawingBudget {
  /** The time after the pulse began from which on work can wait for the next. */
  private static final long NANOS = 5_000_000;

  private record Turn(Node who, Runnable again) {}

  private final LongSupplier nanoTime;
  private List<Turn> waiting = List.of();
  private List<Turn> due = List.of();
  private boolean isSpread;
  private long began;

  private DrawingBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes the time of a scene from another clock than that of the machine. */
  static void useClock(Scene scene, LongSupplier nanoTime) {
    scene.getProperties().put(DrawingBudget.class, new DrawingBudget(nanoTime));
  }

  /**
   * Begins a pulse of a scene.
   *
   * @param isSpread whether new numbers come all the time
   */
  public static void begin(Scene scene, boolean isSpread) {
    Object turns =
        scene
            .getProperties()
            .computeIfAbsent(DrawingBudget.class, key -> new DrawingBudget(System::nanoTime));
    ((DrawingBudget) turns).begin(isSpread);
  }

  private void begin(boolean isNowSpread) {
    isSpread = isNowSpread;
    began = nanoTime.getAsLong();
    takeUp();
  }

  /** Does now what waits, for a picture of the scene; nothing more waits in this pulse. */
  static void finish(Scene scene) {
    Object turns = scene.getProperties().get(DrawingBudget.class);
    if (turns != null) {
      ((DrawingBudget) turns).isSpread = false;
      ((DrawingBudget) turns).takeUp();
    }
  }

  private void takeUp() {
    due = waiting;
    waiting = new ArrayList<>();
    due.forEach(turn -> turn.again().run());
  }

  /** Does what fills a part of the scene, now or in the next pulse. */
  public static void fill(Node part, Runnable filling) {
    take(part, filling, filling);
  }

  /**
   * Paints in the layout of a pulse, in this one or the next.
   *
   * @param again what asks for the next layout
   */
  public static void paint(Node part, Runnable painting, Runnable again) {
    take(part, painting, again);
  }

  private static void take(Node node, Runnable work, Runnable again) {
    DrawingBudget turns = of(node);
    if (turns == null || turns.isInTime(node)) {
      work.run();
    } else if (turns.waiting.stream().noneMatch(turn -> turn.who() == node)) {
      turns.waiting.add(new Turn(node, again));
    }
  }

  /** A node that was deferred in the last pulse is drawn in this one. */
  private boolean isInTime(Node node) {
    return !isSpread
        || nanoTime.getAsLong() - began < NANOS
        || due.stream().anyMatch(turn -> turn.who() == node);
  }

  private static @Nullable DrawingBudget of(Node node) {
    Scene scene = node.getScene();
    return scene == null ? null : (DrawingBudget) scene.getProperties().get(DrawingBudget.class);
  }
}
