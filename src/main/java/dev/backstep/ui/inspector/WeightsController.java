package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Weight;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.ScaleBar;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.parts.WeightRows;
import dev.backstep.ui.step.Pointing;
import dev.backstep.ui.step.Scales;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The weights that everything on the screen was computed with, all on one scale. At the update they
 * stand in the section of the accumulators instead, and presenting shows none.
 */
public final class WeightsController {
  private static final double MATRIX_HEIGHT = 52;
  private static final double BIAS_HEIGHT = 12;

  private final ViewOptions options;
  private final StepViewModel step;
  private final Texts texts;
  private final ObservableValue<Screen> screen;
  private final Map<String, MatrixHeatmap> maps = new LinkedHashMap<>();
  private final Map<String, Label> captions = new LinkedHashMap<>();

  @FXML private VBox root;
  @FXML private ScaleBar scale;
  @FXML private VBox matrices;
  @FXML private VBox biases;

  public WeightsController(
      StepViewModel step, ViewOptions options, Texts texts, ObservableValue<Screen> screen) {
    this.step = step;
    this.options = options;
    this.texts = texts;
    this.screen = screen;
  }

  @FXML
  private void initialize() {
    use(step.net());
    step.netProperty().addListener((property, before, now) -> use(now));
    WhileShown.run(screen, StepScreen.ID, step.traceProperty(), this::showTrace);
    step.momentProperty().addListener(observable -> showSection());
    options.presentingProperty().addListener(observable -> showSection());
    step.scales()
        .logarithmicProperty()
        .addListener((property, before, now) -> scale.kindProperty().set(ScaleKind.of(now)));
    step.notationProperty().addListener((property, before, now) -> showTrace());
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights(now));
    showSection();
  }

  private void use(Net net) {
    maps.clear();
    captions.clear();
    matrices.getChildren().clear();
    biases.getChildren().clear();
    WeightRows.of(net).forEach(row -> matrices.getChildren().add(row(row, MATRIX_HEIGHT)));
    biases.getChildren().add(row(WeightRows.biases(net), BIAS_HEIGHT));
  }

  private HBox row(List<Weight> weights, double height) {
    HBox row = new HBox();
    row.getStyleClass().add("accumulator");
    weights.forEach(weight -> add(weight, row, height));
    return row;
  }

  private void add(Weight weight, HBox box, double height) {
    String name = weight.name();
    MatrixHeatmap map = new MatrixHeatmap();
    map.setId("step-" + name);
    map.setMinSize(0, height);
    map.setPrefHeight(height);
    map.limitProperty().bind(scale.limitProperty());
    map.kindProperty().bind(scale.kindProperty());
    map.setAccessibleText(name);
    Pointing.at(map, step.highlight(), square -> weight(name, square));
    map.setOnSelect(square -> step.selection().select(weight(name, square)));
    Label caption = new Label(name);
    caption.getStyleClass().add("hint");
    Pane column = weight.isBias() ? beside(caption, map) : new VBox(caption, map);
    column.getStyleClass().add("accumulator-column");
    column.setMinWidth(0);
    column.setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    box.getChildren().add(column);
    maps.put(name, map);
    captions.put(name, caption);
  }

  /** A bias is a strip, with its name before it. */
  private static Pane beside(Label caption, MatrixHeatmap map) {
    caption.setMinWidth(Label.USE_PREF_SIZE);
    HBox.setHgrow(map, Priority.ALWAYS);
    HBox row = new HBox(caption, map);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Entry weight(String name, Square square) {
    return new Entry.OfWeights(name, square.row(), square.col());
  }

  private void showTrace() {
    showSection();
    Trace trace = step.traceProperty().get();
    if (trace != null) {
      maps.forEach((name, map) -> show(name, map, trace.weights(name)));
      scale.limitProperty().set(Scales.ofWeights(trace));
    }
  }

  private void show(String name, MatrixHeatmap map, MatrixView weights) {
    String drawn = step.notationProperty().get().drawn(name);
    String caption =
        weights.rows() == 1 || WeightRows.areMany(step.net())
            ? drawn
            : texts.of("inspector.weights.caption", drawn, weights.rows(), weights.cols());
    map.setNames(
        HeatmapNames.ofParameter(
            texts, step.traceProperty().get(), step.notationProperty().get(), "", name));
    map.valuesProperty().set(weights);
    map.setAccessibleText(drawn);
    Objects.requireNonNull(captions.get(name)).setText(caption);
  }

  private void showLights(Lights lights) {
    maps.forEach((name, map) -> map.lightsProperty().set(lights.on(new LitMatrix.OfWeights(name))));
  }

  private void showSection() {
    Moment moment = step.momentProperty().get();
    boolean isShown =
        step.traceProperty().get() != null
            && moment != null
            && moment.phase() != Phase.UPDATE
            && !options.presentingProperty().get();
    root.setVisible(isShown);
    root.setManaged(isShown);
  }
}
