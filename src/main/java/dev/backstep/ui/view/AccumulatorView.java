package dev.backstep.ui.view;

import dev.backstep.math.Difference;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Accumulator;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.MatrixHeatmap;
import dev.backstep.ui.viewmodel.ReadOuts;
import dev.backstep.ui.viewmodel.StepViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Three matrices on one scale. In the backward pass: the gradient before this cell, this cell's
 * share, the gradient after it. At the update: the weights before, their change, the weights after.
 */
final class AccumulatorView {
  private static final double HEIGHT = 112;

  private final StepViewModel step;
  private final Texts texts;
  private final MatrixHeatmap[] maps = {
    new MatrixHeatmap(), new MatrixHeatmap(), new MatrixHeatmap()
  };
  private final Label[] captions = {new Label(), new Label(), new Label()};
  private String[] prefixes = {"", "", ""};
  private String parameter = Parameters.W2;

  AccumulatorView(HBox box, StepViewModel step, Texts texts) {
    this.step = step;
    this.texts = texts;
    List<String> ids = List.of("before", "cell", "after");
    for (int i = 0; i < maps.length; i++) {
      if (i > 0) {
        Label sign = new Label(i == 1 ? "+" : "=");
        sign.getStyleClass().addAll("mono", "sign");
        box.getChildren().add(sign);
      }
      box.getChildren().add(column(i, ids.get(i)));
    }
  }

  private VBox column(int i, String id) {
    MatrixHeatmap map = maps[i];
    map.setId("accumulator-" + id);
    map.setMinSize(0, HEIGHT);
    map.setPrefHeight(HEIGHT);
    map.hoveredProperty()
        .addListener(
            (property, before, now) ->
                step.readOutProperty().set(now == null ? "" : describe(i, now.row(), now.col())));
    captions[i].getStyleClass().add("hint");
    VBox column = new VBox(captions[i], map);
    column.getStyleClass().add("accumulator-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMinWidth(0);
    column.setPrefWidth(0);
    return column;
  }

  private String describe(int i, int row, int col) {
    Trace trace = step.traceProperty().get();
    return ReadOuts.of(trace, prefixes[i], parameter, maps[i].valuesProperty().get(), row, col);
  }

  void setParameter(String name) {
    parameter = name;
  }

  /** {@code before + this cell = after}; returns what to say below it. */
  String showCell(Trace trace, int t) {
    Accumulator accumulator = trace.accumulator(parameter, t);
    String d = "d" + parameter;
    prefixes =
        new String[] {
          texts.of("accumulator.before") + " d", texts.of("accumulator.cell") + " d", "d"
        };
    show(accumulator.before(), accumulator.cell(), accumulator.after());
    say("accumulator.before", "accumulator.cell", "accumulator.after");
    return texts.of("accumulator.rank-one." + parameter, d);
  }

  /** {@code weights before + change = weights after}. */
  String showUpdate(Trace trace) {
    MatrixView before = trace.weights(parameter);
    MatrixView after = trace.weightsAfter(parameter);
    prefixes = new String[] {"", "Δ", texts.of("update.after") + " "};
    show(before, new Difference(after, before), after);
    say("update.before", "update.change", "update.after");
    return texts.of(
        "update.note",
        Numbers.six(trace.update().gradientNorm()),
        Numbers.six(trace.update().clipScale()));
  }

  private void show(MatrixView... matrices) {
    double limit = 0;
    for (MatrixView matrix : matrices) {
      limit = Math.max(limit, matrix.maxAbs());
    }
    for (int i = 0; i < maps.length; i++) {
      maps[i].scaleProperty().set(ColorScale.DIVERGING);
      maps[i].limitProperty().set(limit);
      maps[i].valuesProperty().set(matrices[i]);
    }
  }

  private void say(String... keys) {
    for (int i = 0; i < captions.length; i++) {
      captions[i].setText(texts.of(keys[i]));
    }
  }
}
