package dev.backstep.ui.view;

import dev.backstep.math.Difference;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Accumulator;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.MatrixHeatmap;
import dev.backstep.ui.control.Square;
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
    map.setAccessibleText(id);
    map.setMinSize(0, HEIGHT);
    map.setPrefHeight(HEIGHT);
    map.wordsProperty().addListener((property, before, now) -> step.readOutProperty().set(now));
    map.setOnSelect(square -> select(i, square));
    captions[i].getStyleClass().add("hint");
    VBox column = new VBox(captions[i], map);
    column.getStyleClass().add("accumulator-column");
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMinWidth(0);
    column.setPrefWidth(0);
    return column;
  }

  /** Before a cell stands what the cell after it left behind; weights are given. */
  private void select(int i, Square square) {
    Moment moment = step.momentProperty().get();
    int t = moment.timestep();
    int row = square.row();
    int col = square.col();
    if (moment.phase() == Phase.UPDATE) {
      step.selection().select(new Entry.OfAccumulator(parameter, 0, row, col));
    } else if (i == 1) {
      step.selection().select(new Entry.OfShare(parameter, t, row, col));
    } else if (i == 2 || t < step.traceProperty().get().length() - 1) {
      step.selection().select(new Entry.OfAccumulator(parameter, i == 2 ? t : t + 1, row, col));
    }
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
    show(trace, accumulator.before(), accumulator.cell(), accumulator.after());
    say("accumulator.before", "accumulator.cell", "accumulator.after");
    return texts.of("accumulator.rank-one." + parameter, d);
  }

  /** {@code weights before + change = weights after}. */
  String showUpdate(Trace trace) {
    MatrixView before = trace.weights(parameter);
    MatrixView after = trace.weightsAfter(parameter);
    MatrixView change = new Difference(after, before);
    prefixes = new String[] {"", "Δ", texts.of("update.after") + " "};
    show(trace, before, change, after);
    // A change is so much smaller than a weight that it needs a scale of its own.
    maps[1].limitProperty().set(change.maxAbs());
    say("update.before", "update.change", "update.after");
    captions[1].setText(texts.of("update.change", Numbers.three(change.maxAbs())));
    return texts.of(
        "update.note",
        Numbers.six(trace.update().gradientNorm()),
        Numbers.six(trace.update().clipScale()));
  }

  private void show(Trace trace, MatrixView... matrices) {
    double limit = 0;
    for (MatrixView matrix : matrices) {
      limit = Math.max(limit, matrix.maxAbs());
    }
    for (int i = 0; i < maps.length; i++) {
      maps[i].scaleProperty().set(ColorScale.DIVERGING);
      maps[i].limitProperty().set(limit);
      maps[i].setNames(Naming.ofParameter(texts, trace, prefixes[i], parameter));
      maps[i].valuesProperty().set(matrices[i]);
    }
  }

  private void say(String... keys) {
    for (int i = 0; i < captions.length; i++) {
      captions[i].setText(texts.of(keys[i]));
      maps[i].setAccessibleText(parameter + " " + texts.of(keys[i]));
    }
  }
}
