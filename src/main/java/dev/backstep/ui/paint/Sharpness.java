package dev.backstep.ui.paint;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.stage.Window;

/**
 * The pixels that what draws itself has for one unit of length: as many as its window has, and more
 * while a picture is taken at a larger scale. Stretching what was drawn for the window would blur.
 */
public final class Sharpness {
  private Sharpness() {}

  /** The pixels of a unit where a node is shown. */
  static double pixelsPerUnit(Node node) {
    Scene scene = node.getScene();
    Window window = scene == null ? null : scene.getWindow();
    return ofPicture(node) > 0 ? ofPicture(node) : window == null ? 1 : window.getOutputScaleX();
  }

  /** The pixels of a unit in the picture that is taken; 0 while none is. */
  static double ofPicture(Node node) {
    Object scale =
        node.getScene() == null ? null : node.getScene().getProperties().get(Sharpness.class);
    return scale == null ? 0 : (double) scale;
  }

  /** Draws a scene anew at a scale, does something with it, and draws it as it was. */
  public static <T> T at(double scale, Scene scene, Supplier<T> work) {
    try {
      DrawingBudget.finish(scene);
      scene.getProperties().put(Sharpness.class, scale);
      drawAgain(scene);
      return work.get();
    } finally {
      scene.getProperties().remove(Sharpness.class);
      drawAgain(scene);
    }
  }

  private static void drawAgain(Scene scene) {
    mark(scene.getRoot());
    scene.getRoot().layout();
  }

  private static void mark(Parent parent) {
    if (parent instanceof PixelRegion || parent instanceof Formula) {
      parent.requestLayout();
    }
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child instanceof Canvas) {
        parent.requestLayout();
      } else if (child instanceof Parent inner) {
        mark(inner);
      }
    }
  }
}
