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
import dev.backstep.ui.parts.Naming;
import dev.backstep.words.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The weight matrices of a net as they move: side by side, or in two rows where there are many,
 * those that read characters above those between units.
 */
final class WeightMaps {
  private static final int MOST_IN_A_ROW = 4;

  private record Column(Label title, MatrixHeatmap map) {}

  private final Texts texts;
  private final VBox box;
  private final Consumer<String> read;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private @Nullable Net net;

  /**
   * @param read told in words what is pointed at
   */
  WeightMaps(Texts texts, VBox box, Consumer<String> read) {
    this.texts = texts;
    this.box = box;
    this.read = read;
  }

  /** Shows that the numbers of a net are yet to come. */
  void await(Net shown) {
    layOut(shown);
    columns.values().forEach(column -> column.map().valuesProperty().set(null));
  }

  private void layOut(Net shown) {
    if (shown == net) {
      return;
    }
    net = shown;
    columns.clear();
    box.getChildren().clear();
    Collection<List<Weight>> rows = rows(shown);
    int longest = rows.stream().mapToInt(List::size).max().orElse(0);
    rows.forEach(row -> box.getChildren().add(line(row, longest)));
  }

  /** Columns of one width, so that those of a gate stand below one another. */
  private HBox line(List<Weight> row, int length) {
    HBox line = new HBox();
    line.getStyleClass().add("weights");
    VBox.setVgrow(line, Priority.ALWAYS);
    row.forEach(weight -> line.getChildren().add(column(weight.name())));
    while (line.getChildren().size() < length) {
      line.getChildren().add(new VBox());
    }
    line.getChildren().forEach(WeightMaps::share);
    return line;
  }

  private static void share(Node column) {
    ((VBox) column).setMinWidth(0);
    ((VBox) column).setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
  }

  private static Collection<List<Weight>> rows(Net net) {
    List<Weight> matrices = net.weights().stream().filter(weight -> !weight.isBias()).toList();
    return matrices.size() <= MOST_IN_A_ROW
        ? List.of(matrices)
        : matrices.stream()
            .collect(Collectors.groupingBy(Weight::rows, LinkedHashMap::new, Collectors.toList()))
            .values();
  }

  private VBox column(String name) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setId("weights-" + name);
    map.setAccessibleText(name);
    map.scaleProperty().set(ColorScale.DIVERGING);
    map.wordsProperty().addListener((property, before, now) -> read.accept(now));
    Label title = new Label(name);
    title.getStyleClass().addAll("mono", "quantity-title");
    SquareRoom room = new SquareRoom(map);
    VBox column = new VBox(title, room);
    column.getStyleClass().add("weight-column");
    VBox.setVgrow(room, Priority.ALWAYS);
    columns.put(name, new Column(title, map));
    return column;
  }

  void show(Trace trace) {
    layOut(trace.net());
    columns.forEach(
        (name, column) -> {
          MatrixView matrix = trace.weights(name);
          double limit = matrix.maxAbs();
          column.map().limitProperty().set(limit);
          column.map().setNames(Naming.ofParameter(texts, trace, Notation.OURS, "", name));
          column.map().valuesProperty().set(matrix);
          column.title().setText(texts.of("train.weight", name, Numbers.three(limit)));
        });
  }
}
