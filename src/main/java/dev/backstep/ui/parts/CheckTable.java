package dev.backstep.ui.parts;

import dev.backstep.trace.Trace;
import dev.backstep.ui.time.LetterStrip;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A check with what stands around it: letters over its columns, names beside its rows. */
public record CheckTable(TimeAxis axis, LetterStrip letters, CheckGrid grid, VBox names) {
  /** A table without rows yet, in the rows that a layout has for its letters and its grid. */
  public static CheckTable in(HBox letterRow, HBox gridRow, VBox names) {
    TimeAxis axis = new TimeAxis();
    LetterStrip letters = new LetterStrip(axis);
    CheckGrid grid = new CheckGrid(axis);
    axis.viewportWidthProperty().bind(letters.widthProperty());
    HBox.setHgrow(letters, Priority.ALWAYS);
    letterRow.getChildren().add(letters);
    HBox.setHgrow(grid, Priority.ALWAYS);
    gridRow.getChildren().add(grid);
    return new CheckTable(axis, letters, grid, names);
  }

  /** Makes it as long as a sequence, with the names of its rows from top to bottom. */
  public void show(Trace trace, List<String> rows) {
    axis.setLength(trace.length());
    letters.traceProperty().set(trace);
    nameRows(rows);
  }

  /** Makes it as long as there are signs over its columns, which are empty where there is none. */
  public void show(List<String> signs, List<String> rows) {
    axis.setLength(signs.size());
    letters.show(signs);
    nameRows(rows);
  }

  private void nameRows(List<String> rows) {
    names.getChildren().setAll(name("t"));
    rows.forEach(row -> names.getChildren().add(name(row)));
  }

  /** One row of names is as high as one of the grid. */
  private static Label name(String row) {
    Label label = new Label(row);
    label.getStyleClass().addAll("quantity-title", "mono");
    label.setMaxHeight(Double.MAX_VALUE);
    label.setMinHeight(0);
    label.setPrefHeight(0);
    VBox.setVgrow(label, Priority.ALWAYS);
    return label;
  }
}
