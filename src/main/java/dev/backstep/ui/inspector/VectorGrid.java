package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.Site;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.parts.Naming;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.Pointing;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The vectors of the cell under the cursor, one below the other, each as a row of squares. */
final class VectorGrid {
  private static final double HEIGHT = 15;

  private final StepViewModel step;
  private final Texts texts;
  private final GuessFirst guessFirst;
  private final GridPane grid;
  private final MatrixHeatmap previousState = new MatrixHeatmap();

  /** The heatmaps of every net that was shown, and in their order those of the net that is. */
  private final Map<Vector, MatrixHeatmap> made = new HashMap<>();

  private final Map<Vector, MatrixHeatmap> vectors = new LinkedHashMap<>();

  VectorGrid(GridPane grid, StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.grid = grid;
    this.guessFirst = guessFirst;
    this.step = step;
    this.texts = texts;
    add("h_prev", previousState);
    Pointing.at(previousState, step.highlight(), square -> previous(square.col()));
    previousState.setOnSelect(square -> step.selection().select(previous(square.col())));
    use(Vanilla.NET);
    step.selection().entryProperty().addListener(observable -> showSelected());
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights());
  }

  /** Shows the vectors of a net below the state before. */
  private void use(Net net) {
    if (List.copyOf(vectors.keySet()).equals(net.vectors())) {
      return;
    }
    grid.getChildren().removeIf(child -> GridPane.getRowIndex(child) > 0);
    vectors.clear();
    for (Vector quantity : net.vectors()) {
      vectors.put(quantity, made.computeIfAbsent(quantity, this::heatmap));
      boolean isRow = quantity.equals(Cell.H) || quantity.equals(Head.O);
      add(isRow ? name(quantity) : quantity.symbol(), vectors.get(quantity));
    }
  }

  private MatrixHeatmap heatmap(Vector quantity) {
    step.scales().choiceProperty(quantity).addListener(observable -> showIfThere());
    MatrixHeatmap heatmap = new MatrixHeatmap();
    Pointing.at(
        heatmap, step.highlight(), square -> new Entry.OfCell(quantity, timestep(), square.col()));
    heatmap.setOnSelect(
        square -> step.selection().select(new Entry.OfCell(quantity, timestep(), square.col())));
    return heatmap;
  }

  /** One row of H is h, one row of O is o. */
  private static String name(Vector quantity) {
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
        ? new Entry.OfInitialState(Cell.H, index)
        : new Entry.OfCell(Cell.H, timestep() - 1, index);
  }

  /** What is lit in this cell's column of the time heatmaps is lit here too. */
  private void showLights() {
    Lights lights = step.highlight().lightsProperty().get();
    int t = lights.isEmpty() ? 0 : timestep();
    Site previous = t == 0 ? new Site.OfInitialState(Cell.H) : new Site.OfCells(Cell.H);
    previousState.lightsProperty().set(lights.on(previous).inRow(Math.max(0, t - 1)));
    vectors.forEach(
        (quantity, heatmap) ->
            heatmap.lightsProperty().set(lights.on(new Site.OfCells(quantity)).inRow(t)));
  }

  private void showSelected() {
    Entry entry = step.selection().entryProperty().get();
    vectors.values().forEach(heatmap -> heatmap.setSelected(-1, -1));
    if (entry instanceof Entry.OfCell cell && entry.timestep() == timestep()) {
      MatrixHeatmap heatmap = vectors.get(cell.quantity());
      if (heatmap != null) {
        heatmap.setSelected(0, cell.index());
      }
    }
  }

  private Trace trace() {
    return step.traceProperty().get();
  }

  private int timestep() {
    return step.momentProperty().get().timestep();
  }

  private void showIfThere() {
    if (trace() != null && timestep() < trace().length()) {
      show();
    }
  }

  /** Shows the cell; what is not computed there is hatched. */
  void show() {
    use(trace().net());
    int t = timestep();
    previousState.setNames(
        Naming.ofVector(
            texts,
            (row, unit) -> String.format(Locale.ROOT, "h_prev[%d] at t = %d", unit, t),
            String::valueOf));
    show(previousState, Cell.H, trace().previous(Cell.H), t);
    vectors.forEach(
        (quantity, heatmap) -> {
          heatmap.coveredProperty().set(guessFirst.isCovered(quantity, t));
          MatrixView values = step.isComputed(quantity, t) ? trace().values(quantity) : null;
          heatmap.setNames(Naming.ofVector(texts, trace(), quantity, t));
          show(heatmap, quantity, values, t);
        });
    showLights();
    showSelected();
  }

  private void show(MatrixHeatmap heatmap, Vector quantity, @Nullable MatrixView values, int row) {
    heatmap
        .scaleProperty()
        .set(quantity.isProbability() ? ColorScale.PROBABILITY : ColorScale.DIVERGING);
    heatmap
        .kindProperty()
        .set(ScaleKind.of(step.scales().choiceProperty(quantity).get().logarithmic()));
    heatmap.limitProperty().set(step.scales().limit(trace(), quantity));
    heatmap.valuesProperty().set(values == null ? null : new RowView(values, row));
  }
}
