package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.math.Rows;
import dev.backstep.model.Parameters;
import dev.backstep.net.Phase;
import dev.backstep.trace.Accumulator;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.heatmap.AdditionAnimation;
import dev.backstep.ui.heatmap.CaptionedMap;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.step.Pointing;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Three matrices on one scale. In the backward pass: the gradient before this cell, this cell's
 * share, the gradient after it. At the update: the weights before, their change, the weights after.
 */
final class AccumulatorView {
  private static final double HEIGHT = 112;

  private final StepViewModel step;
  private final Texts texts;
  private final List<CaptionedMap> maps =
      List.of(
          new CaptionedMap("accumulator-before", HEIGHT),
          new CaptionedMap("accumulator-cell", HEIGHT),
          new CaptionedMap("accumulator-after", HEIGHT));
  private final AdditionAnimation animation;
  private final OptimizerMaps optimizerMaps;
  private String[] prefixes = {"", "", ""};
  private String parameter = Parameters.W2;

  AccumulatorView(
      HBox box, HBox optimizerBox, StepViewModel step, AdditionAnimations animations, Texts texts) {
    this.step = step;
    this.texts = texts;
    for (int i = 0; i < maps.size(); i++) {
      if (i > 0) {
        Label sign = new Label(i == 1 ? "+" : "=");
        sign.getStyleClass().addAll("mono", "sign");
        box.getChildren().add(sign);
      }
      box.getChildren().add(maps.get(i));
      listenTo(i, map(i));
    }
    optimizerMaps = new OptimizerMaps(optimizerBox, step, texts);
    animation = new AdditionAnimation(box, map(0), map(1), map(2), AdditionAnimations.SECONDS);
    step.traceProperty().addListener(observable -> animation.finish());
    step.placeProperty()
        .addListener(
            (property, before, now) -> land(animations.isSeen(before.intValue(), now.intValue())));
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights());
  }

  private void listenTo(int i, MatrixHeatmap map) {
    Pointing.at(map, step.highlight(), square -> entry(i, square));
    map.setOnSelect(square -> select(i, square));
  }

  private void land(boolean isSeen) {
    animation.finish();
    if (isSeen) {
      animation.play();
    }
  }

  private MatrixHeatmap map(int i) {
    return maps.get(i).map();
  }

  private void select(int i, Square square) {
    Entry entry = entry(i, square);
    if (entry != null) {
      step.selection().select(entry);
    }
  }

  /** Before a cell stands what the cell after it left behind, before the last nothing. */
  private @Nullable Entry entry(int i, Square square) {
    Moment moment = step.momentProperty().get();
    int t = moment.timestep();
    int row = square.row();
    int col = square.col();
    if (moment.phase() == Phase.UPDATE) {
      return switch (i) {
        case 0 -> new Entry.OfWeights(parameter, row, col);
        case 1 -> new Entry.OfChange(parameter, row, col);
        default -> new Entry.OfUpdate(parameter, row, col);
      };
    }
    if (i == 1) {
      return new Entry.OfShare(parameter, t, row, col);
    }
    boolean isNothing = i == 0 && t == step.traceProperty().get().length() - 1;
    return isNothing ? null : new Entry.OfAccumulator(parameter, i == 2 ? t : t + 1, row, col);
  }

  private void showLights() {
    Lights lights = step.highlight().lightsProperty().get();
    Moment moment = step.momentProperty().get();
    if (moment != null && moment.phase() == Phase.UPDATE) {
      light(
          lights,
          new LitMatrix.OfWeights(parameter),
          LitMatrix.AtUpdate.of(new Entry.OfChange(parameter, 0, 0)),
          LitMatrix.AtUpdate.of(new Entry.OfUpdate(parameter, 0, 0)));
      optimizerMaps.showLights(lights);
      return;
    }
    int t = moment == null ? 0 : moment.timestep();
    light(
        lights,
        new LitMatrix.OfAccumulator(parameter, t + 1),
        new LitMatrix.OfShare(parameter, t),
        new LitMatrix.OfAccumulator(parameter, t));
  }

  private void light(Lights lights, LitMatrix... sites) {
    for (int i = 0; i < sites.length; i++) {
      map(i).lightsProperty().set(lights.on(sites[i]));
    }
  }

  /** The name of what is drawn, which is the project's matrix in any notation. */
  private String drawn() {
    return step.notationProperty().get().drawn(parameter);
  }

  void setParameter(String name) {
    animation.finish();
    parameter = name;
  }

  /** Covers what the optimiser used. */
  void hideOptimizer() {
    optimizerMaps.hide();
  }

  /** {@code before + this cell = after}; returns what to say below it. */
  String showCell(Trace trace, int t) {
    Accumulator accumulator = trace.accumulator(parameter, t);
    prefixes =
        new String[] {
          texts.of("inspector.accumulator.before") + " d",
          texts.of("inspector.accumulator.cell") + " d",
          "d"
        };
    // What the cell has not computed yet is hatched.
    boolean isAdded = step.isComputed(trace.net().ruleOf(trace.net().weight(parameter)));
    show(trace, accumulator.before(), accumulator.cell(), accumulator.after());
    for (int i = 1; i < maps.size() && !isAdded; i++) {
      map(i).valuesProperty().set(null);
    }
    say(
        "d" + drawn(),
        "inspector.accumulator.before",
        "inspector.accumulator.cell",
        "inspector.accumulator.after");
    optimizerMaps.hide();
    showLights();
    return new ShareWords(texts, step.notationProperty().get(), trace.net()).of(parameter);
  }

  /** {@code weights before + change = weights after}. */
  String showUpdate(Trace trace) {
    MatrixView before = trace.weights(parameter);
    MatrixView after = trace.weightsAfter(parameter);
    // It is computed where it is read, and is read again and again below.
    MatrixView change = Rows.copyOf(trace.change(parameter));
    prefixes = new String[] {"", "Δ", texts.of("inspector.update.after") + " "};
    show(trace, before, change, after);
    // A change is so much smaller than a weight that it needs a scale of its own.
    map(1).limitProperty().set(change.maxAbs());
    say(drawn(), "inspector.update.before", "inspector.update.change", "inspector.update.after");
    for (int i : new int[] {0, 2}) {
      String words =
          drawn() + " " + texts.of(i == 0 ? "inspector.update.before" : "inspector.update.after");
      maps.get(i).say(words, words);
    }
    maps.get(1)
        .say(texts.of("inspector.update.change", Numbers.three(change.maxAbs())), drawn() + " Δ");
    optimizerMaps.show(trace, parameter);
    showLights();
    return UpdateWords.of(texts, trace.update(), drawn());
  }

  private void show(Trace trace, MatrixView... matrices) {
    double limit = 0;
    for (MatrixView matrix : matrices) {
      limit = Math.max(limit, matrix.maxAbs());
    }
    for (int i = 0; i < matrices.length; i++) {
      map(i).scaleProperty().set(ColorScale.DIVERGING);
      map(i).kindProperty().set(ScaleKind.of(step.scales().logarithmicProperty().get()));
      map(i).limitProperty().set(limit);
      map(i)
          .setNames(
              HeatmapNames.ofParameter(
                  texts, trace, step.notationProperty().get(), prefixes[i], parameter));
      map(i).valuesProperty().set(matrices[i]);
    }
  }

  private void say(String what, String... keys) {
    for (int i = 0; i < keys.length; i++) {
      maps.get(i).say(texts.of(keys[i]), what + " " + texts.of(keys[i]));
    }
  }
}
