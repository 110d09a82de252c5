package dev.backstep.ui.heatmap;

import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The names of a heatmap's rows, beside them; none where the rows are too low to read it. */
public final class RowLabels extends Region {
  private static final double LOWEST = 9;
  private static final StyleablePropertyFactory<RowLabels> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink", s -> s.ink, Color.GRAY);
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", s -> s.font, Font.getDefault(), true);
  private final Canvas canvas = new Canvas();
  private List<String> labels = List.of();

  public RowLabels() {
    getStyleClass().add("row-labels");
    getChildren().add(canvas);
    setMouseTransparent(true);
    ((Observable) ink).addListener(observable -> requestLayout());
    ((Observable) font).addListener(observable -> requestLayout());
  }

  /** From top to bottom, as many as there are rows. */
  public void setLabels(List<String> texts) {
    labels = List.copyOf(texts);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext g = canvas.getGraphicsContext2D();
    SharpCanvas.clear(g, getWidth(), getHeight());
    double pitch = getHeight() / Math.max(1, labels.size());
    if (pitch < LOWEST) {
      return;
    }
    g.setFont(Font.font("Monospaced", Math.min(font.getValue().getSize(), pitch)));
    g.setFill(ink.getValue());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int row = 0; row < labels.size(); row++) {
      g.fillText(labels.get(row), getWidth() / 2, (row + 0.5) * pitch);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
