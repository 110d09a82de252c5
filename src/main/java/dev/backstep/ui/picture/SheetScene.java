package dev.backstep.ui.picture;

import dev.backstep.math.Numbers;
import dev.backstep.ui.heatmap.ScaleBar;
import dev.backstep.ui.heatmap.SheetHeatmap;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.StyleSheets;
import dev.backstep.ui.paint.UsedTheme;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * Lays a {@link Sheet} out, off the screen, on white whatever theme the program has: title, what
 * stands over the columns and beside the rows, the heatmap, the numbers of the columns, the scale.
 */
public final class SheetScene {
  private static final double LETTER_WIDTH = 13;
  private static final double NUMBER_WIDTH = 24;
  private static final double LIMIT_WIDTH = 38;
  private static final double LETTER_HEIGHT = 22;
  private static final double NUMBER_HEIGHT = 16;
  private static final double LINE_HEIGHT = 12;

  private final Sheet sheet;
  private final double squareWidth;
  private final double squareHeight;
  private final double gap;
  private final Fold fold;

  private SheetScene(Sheet sheet) {
    this.sheet = sheet;
    int rows = sheet.values().rows();
    int cols = sheet.values().cols();
    boolean isOverTime = !sheet.columns().isEmpty();
    fold = sheet.layout().fold();
    if (!fold.isStripes()) {
      gap = 8;
      squareHeight = between(8, 20, 1100.0 / cols / fold.columns());
      squareWidth = squareHeight * fold.columns() + gap;
      return;
    }
    double side = between(2, 24, 640.0 / Math.max(rows, cols));
    squareWidth =
        isOverTime ? between(8, 48, 900.0 / cols) : rows == 1 ? between(4, 28, 900.0 / cols) : side;
    squareHeight = isOverTime ? between(2, 16, 400.0 / rows) : rows == 1 ? 28 : side;
    gap = !isOverTime ? 0 : squareWidth >= 24 ? 6 : 1;
  }

  private static double between(double least, double most, double wanted) {
    return Math.max(least, Math.min(most, Math.floor(wanted)));
  }

  /** The sheet, laid out, in a scene that is in no window. */
  public static Scene of(Sheet sheet) {
    Scene scene = new Scene(new SheetScene(sheet).root());
    scene.setUserAgentStylesheet(UsedTheme.address(false));
    scene
        .getStylesheets()
        .addAll(StyleSheets.theme(), StyleSheets.of("heatmap"), StyleSheets.of("picture"));
    scene.getRoot().applyCss();
    scene.getRoot().autosize();
    scene.getRoot().layout();
    return scene;
  }

  private VBox root() {
    SheetHeatmap heatmap =
        new SheetHeatmap(sheet.values(), sheet.computed(), fold, squareWidth, squareHeight, gap);
    heatmap.colorAs(sheet.scale(), sheet.kind(), sheet.limit());
    heatmap.limitColumns(sheet.layout().limits());
    GridPane grid = new GridPane();
    grid.getStyleClass().add("sheet-grid");
    grid.add(columnMarks(sheet.columns(), LETTER_WIDTH, LETTER_HEIGHT, "sheet-letter"), 1, 0);
    grid.add(rowMarks(), 0, 1);
    grid.add(heatmap, 1, 1);
    grid.add(
        columnMarks(numbers(sheet.values().cols()), NUMBER_WIDTH, NUMBER_HEIGHT, "sheet-mark"),
        1,
        2);
    grid.add(columnMarks(limits(), LIMIT_WIDTH, NUMBER_HEIGHT, "sheet-mark"), 1, 3);
    ScaleBar bar = new ScaleBar();
    bar.getStyleClass().add("sheet-scale");
    bar.scaleProperty().set(sheet.scale());
    bar.kindProperty().set(sheet.kind());
    bar.limitProperty().set(sheet.limit());
    bar.setInsteadOfLimit(sheet.layout().said(), sheet.layout().said());
    VBox root =
        new VBox(label(sheet.title(), "sheet-title"), label(sheet.note(), "hint"), grid, bar);
    root.getStyleClass().add("sheet");
    return root;
  }

  /** The limits of the columns, where there is one for each: below them. */
  private List<String> limits() {
    IntToDoubleFunction limits = sheet.layout().limits();
    return limits == null
        ? List.of()
        : IntStream.range(0, sheet.values().cols())
            .mapToObj(col -> sheet.computed().test(col) ? limit(limits.applyAsDouble(col)) : "")
            .toList();
  }

  private String limit(double value) {
    return (sheet.scale().lowest() < 0 ? "±" : "") + Numbers.brief(value);
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private static Label label(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** Over each column its mark; where they do not fit, over every second, third … */
  private Pane columnMarks(List<String> marks, double least, double height, String style) {
    Pane row = new Pane();
    double width = Math.max(least, squareWidth);
    for (int i = 0; i < marks.size(); i += (int) Math.ceil(least / squareWidth)) {
      Label mark = label(marks.get(i), "mono", style);
      mark.setAlignment(Pos.CENTER);
      mark.setPrefSize(width, height);
      mark.relocate(Math.round((i + 0.5) * squareWidth - (gap + width) / 2), 0);
      row.getChildren().add(mark);
    }
    return row;
  }

  /** Beside each row what it is; beside a row of a grid what it begins with. */
  private List<String> marks() {
    List<String> all = sheet.rows();
    return fold.isStripes() || all.isEmpty()
        ? all
        : IntStream.range(0, fold.rows())
            .mapToObj(row -> all.get(row * fold.columns()) + " …")
            .toList();
  }

  private VBox rowMarks() {
    VBox column = new VBox();
    column.setAlignment(Pos.TOP_RIGHT);
    List<String> marks = marks();
    int every = (int) Math.ceil(LINE_HEIGHT / squareHeight);
    for (int i = 0; i + every <= marks.size() || (i == 0 && !marks.isEmpty()); i += every) {
      Label mark = label(marks.get(i), "mono", "sheet-mark");
      mark.setMinHeight(Math.max(every * squareHeight, 1));
      mark.setMaxHeight(mark.getMinHeight());
      mark.setPrefHeight(mark.getMinHeight());
      mark.setMinWidth(Label.USE_PREF_SIZE);
      mark.setAlignment(every == 1 ? Pos.CENTER_RIGHT : Pos.TOP_RIGHT);
      column.getChildren().add(mark);
    }
    return column;
  }
}
