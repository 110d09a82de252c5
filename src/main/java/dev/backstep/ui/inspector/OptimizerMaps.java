package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.trace.Clip;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.heatmap.CaptionedMap;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.step.Pointing;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.HBox;

/** The optimiser at the update: the gradient as it saw it, and its memory. */
final class OptimizerMaps {
  private static final double HEIGHT = 84;

  /** The gradient, and the memory of Adam. */
  private static final int MOST = 3;

  private final HBox box;
  private final StepViewModel step;
  private final Texts texts;
  private final List<CaptionedMap> maps = new ArrayList<>();
  private final String[] prefixes = new String[MOST];
  private List<String> memories = List.of();
  private String parameter = "";

  OptimizerMaps(HBox box, StepViewModel step, Texts texts) {
    this.box = box;
    this.step = step;
    this.texts = texts;
    for (int i = 0; i < MOST; i++) {
      maps.add(map(i));
    }
    box.getChildren().addAll(maps);
    hide();
  }

  private CaptionedMap map(int i) {
    CaptionedMap map = new CaptionedMap("optimizer-" + i, HEIGHT);
    Pointing.at(map.map(), step.highlight(), square -> entry(i, square));
    map.map().setOnSelect(square -> step.selection().select(entry(i, square)));
    return map;
  }

  private Entry.AtUpdate entry(int i, Square square) {
    return entry(i, square.row(), square.col());
  }

  private Entry.AtUpdate entry(int i, int row, int col) {
    return i == 0
        ? new Entry.OfClipped(parameter, row, col)
        : new Entry.OfMemory(memories.get(i - 1), parameter, row, col);
  }

  /** Frames what has to do with the number that is pointed at. */
  void showLights(Lights lights) {
    for (int i = 0; i <= memories.size(); i++) {
      maps.get(i).map().lightsProperty().set(lights.on(LitMatrix.AtUpdate.of(entry(i, 0, 0))));
    }
  }

  void hide() {
    box.setVisible(false);
    box.setManaged(false);
  }

  /** Of an update of which only the weights are known there is nothing to show. */
  void show(Trace trace, String shown) {
    UpdateRule rule = trace.update().rule();
    parameter = shown;
    if (rule == null) {
      hide();
      return;
    }
    box.setVisible(true);
    box.setManaged(true);
    boolean isWhole = rule.clip().kind() == Clip.Kind.NONE;
    String key = isWhole ? "inspector.update.gradient.whole" : "inspector.update.gradient";
    String name = step.notationProperty().get().drawn(parameter);
    prefixes[0] = isWhole ? "d" : texts.of("inspector.update.gradient.clipped") + " d";
    show(
        0,
        Objects.requireNonNull(trace.clippedGradient(parameter)),
        texts.of(key),
        texts.of("inspector.update.gradient.of", name));
    int count = 1;
    memories = List.copyOf(rule.memoryBefore().keySet());
    for (String symbol : memories) {
      String words = texts.of("inspector.update.memory.of", name, rule.optimizer(), symbol);
      prefixes[count] = symbol + " of ";
      show(count, trace.memory(symbol, parameter), symbol, words);
      count++;
    }
    for (int i = 0; i < MOST; i++) {
      maps.get(i).setShown(i < count);
    }
  }

  private void show(int i, MatrixView values, String name, String words) {
    double limit = values.maxAbs();
    CaptionedMap map = maps.get(i);
    map.map().limitProperty().set(limit);
    map.map()
        .setNames(
            HeatmapNames.ofParameter(
                texts,
                step.traceProperty().get(),
                step.notationProperty().get(),
                prefixes[i],
                parameter));
    map.map().valuesProperty().set(values);
    map.say(texts.of("inspector.update.map", name, Numbers.three(limit)), words);
  }
}
