package dev.backstep.ui.inspector;

import dev.backstep.math.MatrixView;
import dev.backstep.math.OneRow;
import dev.backstep.trace.Entry;
import dev.backstep.trace.arithmetic.SumTable;
import dev.backstep.trace.arithmetic.SumTable.DotProduct;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.words.Texts;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A sum that is opened: the row and the column that meet, entry under entry with their products,
 * and all terms with the running sum.
 */
final class SumView extends VBox {
  private static final double HEIGHT = 14;

  private final SumTable table;
  private final Texts texts;

  SumView(SumTable table, Texts texts, Consumer<Entry> follow) {
    this.table = table;
    this.texts = texts;
    setId("sum");
    getStyleClass().add("sum");
    table.dotProducts().forEach(dotProduct -> getChildren().add(strips(dotProduct)));
    getChildren().add(new SumTableView(table, texts, follow));
    Button copy = new Button(texts.of("inspector.sum.copy"));
    copy.setId("copySum");
    copy.getStyleClass().addAll("small", "flat");
    copy.setTooltip(new Tooltip(texts.of("inspector.sum.copy.help")));
    copy.setOnAction(event -> copy());
    getChildren().add(copy);
  }

  private GridPane strips(DotProduct dotProduct) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("vectors");
    add(grid, dotProduct.row(), dotProduct.factors(0), i -> name(dotProduct, i, 0));
    add(grid, dotProduct.column(), dotProduct.factors(1), i -> name(dotProduct, i, 1));
    add(
        grid,
        texts.of("inspector.sum.products"),
        dotProduct.products(),
        i -> dotProduct.terms().get(i).symbol());
    return grid;
  }

  private static String name(DotProduct dotProduct, int term, int factor) {
    return dotProduct.terms().get(term).factors().get(factor).symbol();
  }

  private void add(GridPane grid, String title, double[] values, IntFunction<String> names) {
    Label label = new Label(title);
    label.getStyleClass().addAll("mono", "vector-name");
    label.setMinWidth(Label.USE_PREF_SIZE);
    MatrixView row = new OneRow(1, 0, values);
    MatrixHeatmap heatmap = new MatrixHeatmap();
    heatmap.setMinHeight(HEIGHT);
    heatmap.setPrefHeight(HEIGHT);
    heatmap.setMinWidth(0);
    heatmap.setAccessibleText(title);
    heatmap.scaleProperty().set(ColorScale.DIVERGING);
    heatmap.limitProperty().set(row.maxAbs());
    heatmap.setNames(HeatmapNames.ofVector(texts, (at, i) -> names.apply(i), String::valueOf));
    heatmap.valuesProperty().set(row);
    Tooltip.install(heatmap, tooltip(heatmap));
    GridPane.setHgrow(heatmap, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, heatmap);
  }

  private static Tooltip tooltip(MatrixHeatmap heatmap) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(heatmap.wordsProperty());
    return tooltip;
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(table.copy());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
