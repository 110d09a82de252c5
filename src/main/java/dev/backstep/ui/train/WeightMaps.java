package dev.backstep.ui.train;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.SquareRoom;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.parts.WeightRows;
import dev.backstep.words.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The matrices of a run while it trains: beside one another, those of the gates of one kind in a
 * row, and what stands alone as high as all rows.
 */
final class WeightMaps {
  private static final double ALL = 100;

  private final GridPane grid;
  private final Texts texts;
  private final Consumer<String> read;
  private final Map<String, MatrixHeatmap> maps = new LinkedHashMap<>();
  private final Map<String, Label> titles = new LinkedHashMap<>();
  private @Nullable Net net;

  /**
   * Maps that are put into a grid.
   *
   * @param read told in words what is pointed at
   */
  WeightMaps(GridPane grid, Texts texts, Consumer<String> read) {
    this.grid = grid;
    this.texts = texts;
    this.read = read;
  }

  /** Shows the weights of a trace; before there is one nothing. */
  void show(@Nullable Trace trace) {
    if (trace != null) {
      use(trace.net());
    }
    maps.forEach((name, map) -> show(trace, name, map));
  }

  private void use(Net wanted) {
    if (wanted.equals(net)) {
      return;
    }
    net = wanted;
    maps.clear();
    titles.clear();
    grid.getChildren().clear();
    lay(WeightRows.of(wanted));
  }

  private void lay(Collection<List<Weight>> kinds) {
    List<List<Weight>> rows = kinds.stream().filter(kind -> kind.size() > 1).toList();
    List<Weight> alone =
        kinds.stream().filter(kind -> kind.size() == 1).map(kind -> kind.get(0)).toList();
    int longest = rows.stream().mapToInt(List::size).max().orElse(0);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        grid.add(map(rows.get(row).get(column).name()), column, row);
      }
    }
    for (int i = 0; i < alone.size(); i++) {
      grid.add(map(alone.get(i).name()), longest + i, 0, 1, Math.max(1, rows.size()));
    }
    divide(longest + alone.size(), Math.max(1, rows.size()));
  }

  /** All columns are of one width, and all rows of one height. */
  private void divide(int columns, int rows) {
    grid.getColumnConstraints()
        .setAll(
            Stream.generate(ColumnConstraints::new)
                .limit(columns)
                .peek(column -> column.setPercentWidth(ALL / columns))
                .toList());
    grid.getRowConstraints()
        .setAll(
            Stream.generate(RowConstraints::new)
                .limit(rows)
                .peek(row -> row.setPercentHeight(ALL / rows))
                .toList());
  }

  private Node map(String name) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setId("weights-" + name);
    map.setAccessibleText(name);
    map.wordsProperty().addListener((property, before, now) -> read.accept(now));
    Label title = new Label(name);
    title.getStyleClass().addAll("mono", "quantity-title");
    // Where the column is narrow, the number stands below the name.
    title.setWrapText(true);
    title.setMinSize(0, Label.USE_PREF_SIZE);
    SquareRoom room = new SquareRoom(map);
    VBox column = new VBox(title, room);
    column.getStyleClass().add("weight-column");
    column.setMinSize(0, 0);
    VBox.setVgrow(room, Priority.ALWAYS);
    maps.put(name, map);
    titles.put(name, title);
    return column;
  }

  private void show(@Nullable Trace trace, String name, MatrixHeatmap map) {
    MatrixView matrix = trace == null ? null : trace.weights(name);
    double limit = matrix == null ? 1 : matrix.maxAbs();
    map.scaleProperty().set(ColorScale.DIVERGING);
    map.limitProperty().set(limit);
    if (trace != null) {
      map.setNames(HeatmapNames.ofParameter(texts, trace, Notation.OURS, "", name));
    }
    map.valuesProperty().set(matrix);
    String words = matrix == null ? name : texts.of("train.weight", name, Numbers.three(limit));
    Label title = titles.get(name);
    if (title != null) {
      title.setText(words);
    }
  }
}
