package dev.backstep.ui.chart;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow.AnchorLocation;
import org.jspecify.annotations.Nullable;

/**
 * The line under the pointer, and beside it what is there: within the plot where there is room,
 * above the chart where it would cover most of the plot or be cut.
 */
final class ChartHover extends Group {
  private static final double DISTANCE = 12;

  /** The share of the plot's height that the read-out may take within it. */
  private static final double MOST_COVERED = 0.6;

  private final Region line = new Region();
  private final Label readout = new Label();
  private final Tooltip above = new Tooltip();
  private double x;
  private double y;

  ChartHover() {
    line.getStyleClass().add("crosshair");
    readout.getStyleClass().add("readout");
    setAutoSizeChildren(false);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    getChildren().addAll(line, readout);
    above.setAnchorLocation(AnchorLocation.WINDOW_BOTTOM_RIGHT);
    above.textProperty().bind(readout.textProperty());
    visibleProperty().addListener(observable -> above.hide());
    sceneProperty().addListener(observable -> above.hide());
  }

  void moveTo(double pointerX, double pointerY) {
    x = pointerX;
    y = pointerY;
    setVisible(true);
  }

  /** Says anew what is under the pointer, as the lines may have moved. */
  void show(@Nullable ChartPicture picture, ChartTexts texts) {
    if (!isVisible()) {
      return;
    }
    if (picture != null && picture.area().contains(x, y)) {
      line.setVisible(true);
      int column = picture.columnAt(x);
      readout.setText(new ChartReadout(texts).at(picture, column));
      place(picture.area(), column);
    } else {
      line.setVisible(false);
      readout.setVisible(false);
      above.hide();
    }
  }

  /** The words beside the line or above the chart; empty if there are none. */
  String text() {
    return isVisible() && line.isVisible() ? readout.getText() : "";
  }

  private void place(ChartArea area, int column) {
    line.resizeRelocate(area.columnLeft(column), area.top(), area.pixel(), area.height());
    boolean hasRoom = hasRoomWithin(area);
    readout.setVisible(hasRoom);
    if (hasRoom) {
      above.hide();
      placeWithin(area);
    } else {
      placeAbove(area);
    }
  }

  private boolean hasRoomWithin(ChartArea area) {
    // Not styled as long as it was not seen.
    readout.applyCss();
    return readout.prefWidth(-1) <= area.width()
        && readout.prefHeight(-1) <= area.height() * MOST_COVERED;
  }

  private void placeAbove(ChartArea area) {
    Point2D corner = localToScreen(area.right(), area.top() - DISTANCE);
    if (corner != null && !above.isShowing()) {
      above.show(this, corner.getX(), corner.getY());
    }
  }

  private void placeWithin(ChartArea area) {
    double width = Math.ceil(Math.min(readout.prefWidth(-1), area.width()));
    double height = Math.ceil(readout.prefHeight(width));
    boolean onTheRight = x + DISTANCE + width <= area.right();
    double left = onTheRight ? x + DISTANCE : x - DISTANCE - width;
    double top = Math.min(y - height / 2, area.bottom() - height);
    readout.resizeRelocate(
        Math.rint(Math.max(area.left(), left)),
        Math.rint(Math.max(area.top(), top)),
        width,
        height);
  }
}
