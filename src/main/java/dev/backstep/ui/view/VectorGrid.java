package dev.backstep.ui.view;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.math.RowView;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.MatrixHeatmap;
import dev.backstep.ui.control.Square;
import dev.backstep.ui.viewmodel.Covers;
import dev.backstep.ui.viewmodel.ReadOuts;
import dev.backstep.ui.viewmodel.StepViewModel;
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
  private final Covers covers;
  private final GridPane grid;
  private final MatrixHeatmap previousState = new MatrixHeatmap();
  private final Map<Quantity, MatrixHeatmap> vectors = new EnumMap<>(Quantity.class);

  VectorGrid(GridPane grid, StepViewModel step, Covers covers) {
    this.grid = grid;
    this.covers = covers;
    this.step = step;
    add("h_prev", previousState);
    previousState.hoveredProperty().addListener((property, before, now) -> readPreviousState(now));
    previousState.setOnSelect(square -> step.selection().select(previous(square.col())));
    for (Quantity quantity : Quantity.values()) {
      MatrixHeatmap heatmap = new MatrixHeatmap();
      vectors.put(quantity, heatmap);
      heatmap.setOnSelect(
          square -> step.selection().select(new Entry.OfCell(quantity, timestep(), square.col())));
      add(
          quantity == Quantity.H || quantity == Quantity.O ? name(quantity) : quantity.symbol(),
          heatmap);
      heatmap
          .hoveredProperty()
          .addListener(
              (property, before, now) ->
                  step.readOutProperty()
                      .set(
                          now == null
                              ? ""
                              : ReadOuts.of(trace(), quantity, timestep(), now.col())));
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
    GridPane.setHgrow(heatmap, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, heatmap);
  }

  /** h_prev is h of the cell before, and h0 for the first. */
  private Entry previous(int index) {
    return timestep() == 0
        ? new Entry.OfInitialState(index)
        : new Entry.OfCell(Quantity.H, timestep() - 1, index);
  }

  private void readPreviousState(Square square) {
    step.readOutProperty()
        .set(
            square == null
                ? ""
                : "h_prev[%d] at t = %d = %s"
                    .formatted(square.col(), timestep(), Numbers.six(square.value())));
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
    show(
        previousState,
        trace().previousStates(),
        t,
        trace().limit(Quantity.H),
        ColorScale.DIVERGING);
    vectors.forEach(
        (quantity, heatmap) -> {
          heatmap.coveredProperty().set(covers.isCovered(quantity, t));
          MatrixView values = step.isComputed(quantity, t) ? trace().values(quantity) : null;
          ColorScale scale =
              quantity.isProbability() ? ColorScale.PROBABILITY : ColorScale.DIVERGING;
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
