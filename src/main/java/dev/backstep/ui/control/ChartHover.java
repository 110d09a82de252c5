package dev.backstep.ui.control;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The line under the pointer, and beside it what is there; never outside of the plot. */
final class ChartHover extends Group {
  private static final double DISTANCE = 12;

  private final Region line = new Region();
  private final Label readout = new Label();
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
  }

  void moveTo(double pointerX, double pointerY) {
    x = pointerX;
    y = pointerY;
    setVisible(true);
  }

  /** Says anew what is under the pointer, as the lines may have moved. */
  void show(ChartPicture picture, ChartTexts texts) {
    if (!isVisible()) {
      return;
    }
    boolean within = picture != null && picture.area().contains(x, y);
    line.setVisible(within);
    readout.setVisible(within);
    if (within) {
      int column = picture.columnAt(x);
      readout.setText(new ChartReadout(texts).at(picture, column));
      place(picture.area(), column);
    }
  }

  /** What stands beside the line; empty if there is none. */
  String text() {
    return isVisible() && readout.isVisible() ? readout.getText() : "";
  }

  private void place(ChartArea area, int column) {
    line.resizeRelocate(area.columnLeft(column), area.top(), area.pixel(), area.height());
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
