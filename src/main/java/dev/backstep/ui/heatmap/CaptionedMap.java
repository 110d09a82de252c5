package dev.backstep.ui.heatmap;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A matrix with a line above it that says what it is; it shares the width with its neighbours. */
public final class CaptionedMap extends VBox {
  private final Label caption = new Label();
  private final MatrixHeatmap map = new MatrixHeatmap();

  public CaptionedMap(String id, double height) {
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

  public MatrixHeatmap map() {
    return map;
  }

  /** Sets the words above it, and those of a screen reader. */
  public void say(String words, String accessibleText) {
    caption.setText(words);
    map.setAccessibleText(accessibleText);
  }

  public void setShown(boolean isShown) {
    setVisible(isShown);
    setManaged(isShown);
  }
}
