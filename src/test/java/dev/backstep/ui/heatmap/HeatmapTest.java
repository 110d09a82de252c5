package dev.backstep.ui.heatmap;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A heatmap that is pointed at with the mouse and looked at. */
abstract class HeatmapTest {
  abstract Heatmap heatmap();

  final void hover(FxRobot robot, double x, double y) {
    Bounds bounds = heatmap().localToScreen(heatmap().getLayoutBounds());
    robot.moveTo(bounds.getMinX() + x, bounds.getMinY() + y);
    WaitForAsyncUtils.waitForFxEvents();
  }

  static WritableImage picture(FxRobot robot, Node node) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] picture = new WritableImage[1];
    robot.interact(() -> picture[0] = node.snapshot(null, null));
    return picture[0];
  }
}
