package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.ui.paint.Luminance;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Draws a few rows and columns of a picture with the place that is pointed at among them. Where
 * nothing is to be seen yet the squares are hatched.
 */
final class LensPainter {
  private static final int AROUND = 3;
  private static final double SQUARE_WIDTH = 64;
  private static final double SQUARE_HEIGHT = 24;
  private static final double CAPTION = 12;
  private static final double NOTE = 20;
  private static final double ROW_LABELS = 46;
  private static final double COLUMN_LABELS = 18;
  private static final double HATCH_PITCH = 7;
  private static final Font NUMBER = Font.font("Monospaced", 10.5);
  private static final Font SMALL = Font.font("Monospaced", 9);
  private static final Font LABEL = Font.font("Monospaced", 11);

  private final Magnified shown;
  private final Magnified.@Nullable Caption captions;
  private final double rowLabels;
  private final double squareHeight;

  LensPainter(Magnified shown) {
    this.shown = shown;
    captions = shown.labels().captions();
    rowLabels = captions == null ? ROW_LABELS : 0;
    squareHeight = captions == null ? SQUARE_HEIGHT : SQUARE_HEIGHT + CAPTION;
  }

  double width() {
    return rowLabels + columns().length * SQUARE_WIDTH;
  }

  double height() {
    double squares = COLUMN_LABELS + rows().length * squareHeight;
    return shown.note().isEmpty() ? squares : squares + NOTE;
  }

  private int[] rows() {
    return around(shown.center().down(), shown.values().rows());
  }

  private int[] columns() {
    return around(shown.center().across(), shown.values().cols());
  }

  /** As many before as after the centre; near an end of the picture, more on the other side. */
  private static int[] around(int center, int count) {
    int shown = Math.min(2 * AROUND + 1, count);
    int from = Math.max(0, Math.min(center - AROUND, count - shown));
    return IntStream.range(from, from + shown).toArray();
  }

  private String text(int row, int column) {
    return shown.seen().at(row, column) ? Numbers.three(shown.values().get(row, column)) : "";
  }

  /** The number in each square, row after row; empty where there is none. */
  List<List<String>> texts() {
    return IntStream.of(rows())
        .mapToObj(row -> IntStream.of(columns()).mapToObj(column -> text(row, column)).toList())
        .toList();
  }

  void paint(GraphicsContext g, Color ink, Color ground, Color hatch) {
    g.setTextBaseline(VPos.CENTER);
    paintLabels(g, ink);
    g.setFont(NUMBER);
    g.setTextAlign(TextAlignment.CENTER);
    for (int row : rows()) {
      for (int column : columns()) {
        paintSquare(g, row, column, hatch);
      }
    }
    paintFrame(g, ink, ground);
    g.setFont(LABEL);
    g.setFill(ink);
    g.fillText(shown.note(), width() / 2, height() - NOTE / 2, width() - 4);
  }

  private double x(int column) {
    return rowLabels + (column - columns()[0]) * SQUARE_WIDTH;
  }

  private double y(int row) {
    return COLUMN_LABELS + (row - rows()[0]) * squareHeight;
  }

  /** The indices stand beside the first squares. */
  private void paintLabels(GraphicsContext g, Color ink) {
    double left = x(columns()[0]);
    double top = y(rows()[0]);
    g.setFont(LABEL);
    g.setFill(ink);
    g.setTextAlign(TextAlignment.RIGHT);
    IntStream.of(rows())
        .forEach(
            row ->
                g.fillText(
                    shown.labels().rows().apply(row),
                    left - 6,
                    y(row) + squareHeight / 2,
                    ROW_LABELS - 8));
    g.setTextAlign(TextAlignment.CENTER);
    IntStream.of(columns())
        .forEach(
            column ->
                g.fillText(
                    shown.labels().columns().apply(column),
                    x(column) + SQUARE_WIDTH / 2,
                    top - COLUMN_LABELS / 2 - 1,
                    SQUARE_WIDTH - 4));
  }

  private void paintSquare(GraphicsContext g, int row, int column, Color hatch) {
    double left = x(column);
    double top = y(row);
    if (!shown.seen().at(row, column)) {
      paintHatch(g, left, top, hatch);
      return;
    }
    MatrixView values = shown.values();
    int argb = shown.shading().apply(column).argb(values.get(row, column));
    g.setFill(Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff));
    g.fillRect(left, top, SQUARE_WIDTH - 1, squareHeight - 1);
    g.setFill(Luminance.isLight(argb) ? Color.BLACK : Color.WHITE);
    double middle = left + SQUARE_WIDTH / 2 - 0.5;
    g.setFont(NUMBER);
    g.fillText(text(row, column), middle, top + squareHeight - SQUARE_HEIGHT / 2 - 0.5);
    if (captions != null) {
      g.setFont(SMALL);
      g.fillText(captions.of(row, column), middle, top + CAPTION / 2 + 2, SQUARE_WIDTH - 4);
    }
  }

  /** The diagonals are drawn one by one: a clip would cost more than all the rest. */
  private void paintHatch(GraphicsContext g, double left, double top, Color hatch) {
    double width = SQUARE_WIDTH - 1;
    double height = squareHeight - 1;
    g.setStroke(hatch);
    g.setLineWidth(1);
    for (double along = HATCH_PITCH; along < width + height; along += HATCH_PITCH) {
      double from = Math.min(along, width);
      double until = Math.max(0, along - height);
      g.strokeLine(left + from, top + along - from, left + until, top + along - until);
    }
  }

  private void paintFrame(GraphicsContext g, Color ink, Color ground) {
    double left = x(shown.center().across());
    double top = y(shown.center().down());
    g.setLineWidth(1);
    g.setStroke(ground);
    g.strokeRect(left + 0.5, top + 0.5, SQUARE_WIDTH - 2, squareHeight - 2);
    g.setLineWidth(2);
    g.setStroke(ink);
    g.strokeRect(left - 1, top - 1, SQUARE_WIDTH + 1, squareHeight + 1);
  }
}
