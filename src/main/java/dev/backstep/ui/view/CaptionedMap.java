package dev.backstep.ui.view;

import dev.backstep.ui.control.MatrixHeatmap;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A matrix with a line above it that says what it is; it shares the width with its neighbours. */
final class CaptionedMap extends VBox {
  private final Label caption = new Label();
  private final MatrixHeatmap map = new MatrixHeatmap();

  CaptionedMap(String id, double height) {
    map.setId(id);
    map.setAccessibleText(id);
    map.setMinSize(0, height);
    map.setPrefHeight(height);
    caption.getStyleClass().add("hint");
    getStyleClass().add("accumulator-column");
    getChildren().addAll(caption, map);
    HBox.setHgrow(this, Priority.ALWAYS);
    setMinWidth(0);
    setPrefWidth(0);
  }

  MatrixHeatmap map() {
    return map;
  }

  /** What stands above it, and what a screen reader says. */
  void say(String words, String accessibleText) {
    caption.setText(words);
    map.setAccessibleText(accessibleText);
  }

  void setShown(boolean isShown) {
    setVisible(isShown);
    setManaged(isShown);
  }
}
