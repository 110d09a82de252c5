package dev.backstep.ui.chart;

import javafx.scene.control.Label;

/** The sentence in the middle of a chart that has nothing to draw. */
final class ChartPlaceholder extends Label {
  ChartPlaceholder() {
    getStyleClass().add("placeholder");
    setWrapText(true);
    setManaged(false);
  }

  void layoutWithin(double width, double height, double margin) {
    double own = Math.min(width - 2 * margin, prefWidth(-1));
    resize(own, prefHeight(own));
    relocate(Math.rint((width - own) / 2), Math.rint((height - getHeight()) / 2));
  }
}
