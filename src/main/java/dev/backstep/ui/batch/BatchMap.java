package dev.backstep.ui.batch;

import dev.backstep.trace.TracedBatch;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch as squares with their letters. Padding is dotted; what the mask freezes is
 * hatched besides, and where losses of padding count the square is filled.
 */
public final class BatchMap extends Region {
  private static final StyleablePropertyFactory<BatchMap> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** The height of a row in sizes of the type. */
  private static final double ROW = 1.35;

  /** Letters need so much room. */
  private static final double ROOM_FOR_LETTER = 9;

  private static final double DOT = 2;

  private final StyleableProperty<Color> ink =
      CSS.createStyleableColorProperty(this, "ink", "-batch-ink", map -> map.ink, Color.BLACK);
  private final StyleableProperty<Color> faint =
      CSS.createStyleableColorProperty(this, "faint", "-batch-faint", map -> map.faint, Color.GRAY);
  private final StyleableProperty<Color> line =
      CSS.createStyleableColorProperty(
          this, "line", "-batch-line", map -> map.line, Color.LIGHTGRAY);
  private final StyleableProperty<Color> counted =
      CSS.createStyleableColorProperty(
          this, "counted", "-batch-counted", map -> map.counted, Color.PINK);
  private final StyleableProperty<Color> cursor =
      CSS.createStyleableColorProperty(
          this, "cursor", "-batch-cursor", map -> map.cursor, Color.BLUE);
  private final StyleableProperty<Color> bar =
      CSS.createStyleableColorProperty(this, "bar", "-batch-bar", map -> map.bar, Color.RED);
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", map -> map.font, Font.getDefault(), true);

  private final SharpCanvas canvas = new SharpCanvas();
  private @Nullable TracedBatch batch;
  private TracedBatch.@Nullable Column added;
  private int row;
  private int column = -1;

  public BatchMap() {
    getStyleClass().add("batch-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinWidth(0);
    getChildren().add(canvas);
    for (StyleableProperty<?> look : List.of(ink, faint, line, counted, cursor, bar, font)) {
      ((Observable) look).addListener(observable -> requestLayout());
    }
  }

  /**
   * Shows a batch.
   *
   * @param unfolded the row that is
   * @param atCursor the column under the cursor; −1 for none
   */
  void show(@Nullable TracedBatch shown, int unfolded, int atCursor) {
    batch = shown;
    row = unfolded;
    column = atCursor;
    requestLayout();
  }

  /** Shows bars of what each row adds. */
  void show(TracedBatch.@Nullable Column shares) {
    added = shares;
    requestLayout();
  }

  /** Where everything lies; null where there is no batch. */
  @Nullable BatchLayout place() {
    TracedBatch shown = batch;
    return shown == null
        ? null
        : BatchLayout.of(shown.size(), shown.columns(), column, getWidth(), rowHeight());
  }

  private double rowHeight() {
    return Math.rint(ROW * font.getValue().getSize());
  }

  @Override
  protected double computePrefWidth(double height) {
    TracedBatch shown = batch;
    return shown == null ? 0 : BatchLayout.wanted(shown.columns(), rowHeight());
  }

  @Override
  protected double computePrefHeight(double width) {
    TracedBatch shown = batch;
    double within = width < 0 ? getWidth() : width;
    return shown == null
        ? 0
        : BatchLayout.of(shown.size(), shown.columns(), column, within, rowHeight()).height() + 1;
  }

  /** Told of the row and the column of a square that is clicked. */
  void setOnPick(IntConsumer onRow, IntConsumer onColumn) {
    setOnMouseClicked(
        event -> {
          BatchLayout layout = place();
          if (layout != null && layout.rowAt(event.getY()) >= 0) {
            onRow.accept(layout.rowAt(event.getY()));
            if (layout.columnAt(event.getX()) >= 0) {
              onColumn.accept(layout.columnAt(event.getX()));
            }
          }
        });
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    TracedBatch shown = batch;
    BatchLayout layout = place();
    if (shown == null || layout == null) {
      return;
    }
    g.setFont(Font.font(font.getValue().getFamily(), Math.rint(0.72 * layout.square())));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(1);
    for (int b = 0; b < shown.size(); b++) {
      for (int t = layout.first(); t < layout.first() + layout.seen(); t++) {
        square(g, shown, layout, b, t);
      }
    }
    markCursor(g, layout);
    bars(g, layout);
  }

  private void square(GraphicsContext g, TracedBatch shown, BatchLayout layout, int b, int t) {
    double x = layout.x(t);
    double y = layout.y(b);
    double size = layout.square();
    TracedBatch.Row of = shown.rows().get(b);
    if (!of.isPadding(t)) {
      letter(g, of.letters().get(t - of.begin()), x, y, size);
    } else {
      padding(g, shown.padding(), x, y, size);
    }
    g.setStroke(line.getValue());
    g.strokeRect(x + 0.5, y + 0.5, size, size);
  }

  private void letter(GraphicsContext g, String letter, double x, double y, double size) {
    g.setFill(ink.getValue());
    if (size >= ROOM_FOR_LETTER) {
      g.fillText(letter, x + size / 2, y + size / 2);
    } else {
      g.fillRect(x + 2, y + 2, size - 3, size - 3);
    }
  }

  private void padding(
      GraphicsContext g, TracedBatch.Padding padding, double x, double y, double size) {
    if (padding == TracedBatch.Padding.COUNTED) {
      g.setFill(counted.getValue());
      g.fillRect(x + 1, y + 1, size - 1, size - 1);
    }
    if (padding == TracedBatch.Padding.FROZEN) {
      g.setStroke(faint.getValue());
      g.strokeLine(x + 1, y + size - 1, x + size - 1, y + 1);
      g.strokeLine(x + 1, y + size / 2, x + size / 2, y + 1);
      g.strokeLine(x + size / 2, y + size - 1, x + size - 1, y + size / 2);
    }
    g.setFill(padding == TracedBatch.Padding.COUNTED ? ink.getValue() : faint.getValue());
    g.fillOval(x + size / 2 - DOT + 1, y + size / 2 - DOT + 1, 2 * DOT - 1, 2 * DOT - 1);
  }

  private void markCursor(GraphicsContext g, BatchLayout layout) {
    g.setStroke(cursor.getValue());
    g.setLineWidth(2);
    g.strokeRect(1, layout.y(row) + 1, layout.seen() * layout.square() - 1, layout.square() - 1);
    if (column >= layout.first() && column < layout.first() + layout.seen()) {
      g.setLineWidth(1);
      g.strokeRect(layout.x(column) + 0.5, 0.5, layout.square(), layout.height());
    }
  }

  private void bars(GraphicsContext g, BatchLayout layout) {
    TracedBatch.Column shares = added;
    TracedBatch shown = batch;
    if (shares == null || shown == null || shares.shares().length != shown.size()) {
      return;
    }
    double most = 0;
    for (double share : shares.shares()) {
      most = Math.max(most, share);
    }
    g.setFill(bar.getValue());
    for (int b = 0; b < shown.size() && most > 0; b++) {
      double length = shares.shares()[b] / most * layout.bars();
      g.fillRect(layout.barsBegin(), layout.y(b) + 3, length, layout.square() - 5);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }
}
