package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.parts.HeatmapNames;
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

  /** The states of the cell before, by the state. */
  private final Map<Vector, MatrixHeatmap> previous = new LinkedHashMap<>();

  private final Map<Vector, MatrixHeatmap> madePrevious = new HashMap<>();

  /** The heatmaps of every net that was shown, and in their order those of the net that is. */
  private final Map<Vector, MatrixHeatmap> made = new HashMap<>();

  private final Map<Vector, MatrixHeatmap> vectors = new LinkedHashMap<>();

  VectorGrid(GridPane grid, StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.grid = grid;
    this.guessFirst = guessFirst;
    this.step = step;
    this.texts = texts;
    use(step.net());
    step.netProperty().addListener((property, before, now) -> use(now));
    step.selection().entryProperty().addListener(observable -> showSelected());
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights());
  }

  /** Shows the vectors of a net below the states before. */
  private void use(Net net) {
    if (List.copyOf(vectors.keySet()).equals(net.vectors())) {
      return;
    }
    grid.getChildren().clear();
    vectors.clear();
    previous.clear();
    for (Vector state : net.states()) {
      previous.put(state, madePrevious.computeIfAbsent(state, this::previousHeatmap));
      add(state.name() + "_prev", previous.get(state));
    }
    for (Vector quantity : net.vectors()) {
      vectors.put(quantity, made.computeIfAbsent(quantity, this::heatmap));
      add(quantity.written(), vectors.get(quantity));
    }
  }

  private MatrixHeatmap previousHeatmap(Vector state) {
    MatrixHeatmap heatmap = new MatrixHeatmap();
    Pointing.at(heatmap, step.highlight(), square -> previous(state, square.col()));
    heatmap.setOnSelect(square -> step.selection().select(previous(state, square.col())));
    return heatmap;
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
  private Entry previous(Vector state, int index) {
    return timestep() == 0
        ? new Entry.OfInitialState(state, index)
        : new Entry.OfCell(state, timestep() - 1, index);
  }

  /** Lights here too what is lit in this cell's column of the time heatmaps. */
  private void showLights() {
    Lights lights = step.highlight().lightsProperty().get();
    int t = lights.isEmpty() ? 0 : timestep();
    previous.forEach(
        (state, heatmap) -> {
          LitMatrix site =
              t == 0 ? new LitMatrix.OfInitialState(state) : new LitMatrix.OfCells(state);
          heatmap.lightsProperty().set(lights.on(site).inRow(Math.max(0, t - 1)));
        });
    vectors.forEach(
        (quantity, heatmap) ->
            heatmap.lightsProperty().set(lights.on(new LitMatrix.OfCells(quantity)).inRow(t)));
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
    int t = timestep();
    previous.forEach((state, heatmap) -> showPrevious(state, heatmap, t));
    vectors.forEach(
        (quantity, heatmap) -> {
          heatmap.coveredProperty().set(guessFirst.isCovered(quantity, t));
          MatrixView values = step.isComputed(quantity, t) ? trace().values(quantity) : null;
          heatmap.setNames(HeatmapNames.ofVector(texts, trace(), quantity, t));
          show(heatmap, quantity, values, t);
        });
    showLights();
    showSelected();
  }

  private void showPrevious(Vector state, MatrixHeatmap heatmap, int t) {
    heatmap.setNames(
        HeatmapNames.ofVector(
            texts,
            (row, unit) -> String.format(Locale.ROOT, "%s_prev[%d] at t = %d", state, unit, t),
            String::valueOf));
    show(heatmap, state, trace().previous(state), t);
  }

  private void show(MatrixHeatmap heatmap, Vector quantity, @Nullable MatrixView values, int row) {
    heatmap.scaleProperty().set(ColorScale.of(quantity.scale()));
    heatmap
        .kindProperty()
        .set(ScaleKind.of(step.scales().choiceProperty(quantity).get().logarithmic()));
    heatmap.limitProperty().set(step.scales().limit(trace(), quantity, row));
    heatmap.valuesProperty().set(values == null ? null : new RowView(values, row));
  }
}
