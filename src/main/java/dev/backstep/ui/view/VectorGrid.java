package dev.backstep.ui.view;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.MatrixHeatmap;
import dev.backstep.ui.viewmodel.StepViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The vectors of the cell under the cursor, one below the other, each as a row of squares. */
final class VectorGrid {
  private static final double HEIGHT = 15;

  private final StepViewModel step;
  private final Texts texts;
  private final GridPane grid;
  private final MatrixHeatmap previousState = new MatrixHeatmap();
  private final Map<Quantity, MatrixHeatmap> vectors = new EnumMap<>(Quantity.class);

  VectorGrid(GridPane grid, StepViewModel step, Texts texts) {
    this.grid = grid;
    this.step = step;
    this.texts = texts;
    add("h_prev", previousState);
    previousState.setOnSelect(square -> step.selection().select(previous(square.col())));
    for (Quantity quantity : Quantity.values()) {
      MatrixHeatmap heatmap = new MatrixHeatmap();
      vectors.put(quantity, heatmap);
      heatmap.setOnSelect(
          square -> step.selection().select(new Entry.OfCell(quantity, timestep(), square.col())));
      add(
          quantity == Quantity.H || quantity == Quantity.O ? name(quantity) : quantity.symbol(),
          heatmap);
    }
  }

  /** One row of H is h, one row of O is o. */
  private static String name(Quantity quantity) {
    return quantity.symbol().toLowerCase(Locale.ROOT);
  }

  private void add(String name, MatrixHeatmap heatmap) {
    Label label = new Label(name);
    label.getStyleClass().addAll("mono", "vector-name");
    label.setMinWidth(Label.USE_PREF_SIZE);
    heatmap.setMinHeight(HEIGHT);
    heatmap.setPrefHeight(HEIGHT);
    heatmap.setMinWidth(0);
    heatmap.setAccessibleText(name);
    heatmap.setId("vector-" + name);
    heatmap.wordsProperty().addListener((property, before, now) -> step.readOutProperty().set(now));
    GridPane.setHgrow(heatmap, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, heatmap);
  }

  /** h_prev is h of the cell before, and h0 for the first. */
  private Entry previous(int index) {
    return timestep() == 0
        ? new Entry.OfInitialState(index)
        : new Entry.OfCell(Quantity.H, timestep() - 1, index);
  }

  private Trace trace() {
    return step.traceProperty().get();
  }

  private int timestep() {
    return step.momentProperty().get().timestep();
  }

  /** Shows the cell; what is not computed there is hatched. */
  void show() {
    int t = timestep();
    previousState.setNames(
        Naming.ofVector(
            texts, (row, unit) -> "h_prev[%d] at t = %d".formatted(unit, t), String::valueOf));
    show(
        previousState,
        trace().previousStates(),
        t,
        trace().limit(Quantity.H),
        ColorScale.DIVERGING);
    vectors.forEach(
        (quantity, heatmap) -> {
          MatrixView values = step.isComputed(quantity, t) ? trace().values(quantity) : null;
          ColorScale scale =
              quantity.isProbability() ? ColorScale.PROBABILITY : ColorScale.DIVERGING;
          heatmap.setNames(Naming.ofVector(texts, trace(), quantity, t));
          show(heatmap, values, t, trace().limit(quantity), scale);
        });
  }

  private static void show(
      MatrixHeatmap heatmap, MatrixView values, int row, double limit, ColorScale scale) {
    heatmap.scaleProperty().set(scale);
    heatmap.limitProperty().set(limit);
    heatmap.valuesProperty().set(values == null ? null : new RowView(values, row));
  }
}
