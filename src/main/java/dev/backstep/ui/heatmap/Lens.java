package dev.backstep.ui.heatmap;

import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The squares around the one that is pointed at in a heatmap, each large enough to carry its
 * number.
 */
public final class Lens extends Region {
  private static final StyleablePropertyFactory<Lens> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double PADDING = 6;

  /** The size of type that the drawing is made for; with larger type all of it grows. */
  private static final double USUAL_TYPE = 13;

  private final StyleableProperty<Color> ink = color("-ink-color");
  private final StyleableProperty<Color> ground = color("-ground-color");
  private final StyleableProperty<Color> hatch = color("-hatch-color");
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", lens -> lens.font, Font.font(USUAL_TYPE), true);
  private final SharpCanvas canvas = new SharpCanvas();
  private @Nullable Heatmap heatmap;
  private @Nullable LensPainter painter;

  public Lens() {
    getStyleClass().add("lens");
    getChildren().add(canvas);
    canvas.relocate(PADDING, PADDING);
    setManaged(false);
    setMouseTransparent(true);
    for (StyleableProperty<?> each : List.of(ink, ground, hatch, font)) {
      ((Observable) each).addListener(observable -> requestLayout());
    }
  }

  private StyleableProperty<Color> color(String name) {
    return FACTORY.createStyleableColorProperty(
        this, name, name, lens -> lens.colorOf(name), Color.GRAY);
  }

  private StyleableProperty<Color> colorOf(String name) {
    return switch (name) {
      case "-ink-color" -> ink;
      case "-ground-color" -> ground;
      default -> hatch;
    };
  }

  /** Shows what is pointed at in a heatmap; takes the size that it needs. */
  public void show(Heatmap pointedAt) {
    heatmap = pointedAt;
    Magnified magnified = pointedAt.magnified();
    LensPainter now = magnified == null ? null : new LensPainter(magnified);
    painter = now;
    if (now != null) {
      resize(scale() * now.width() + 2 * PADDING, scale() * now.height() + 2 * PADDING);
      draw(now);
    }
  }

  private double scale() {
    return font.getValue().getSize() / USUAL_TYPE;
  }

  private void draw(LensPainter painter) {
    GraphicsContext g = canvas.begin(scale() * painter.width(), scale() * painter.height());
    g.save();
    g.scale(scale(), scale());
    painter.paint(g, ink.getValue(), ground.getValue(), hatch.getValue());
    g.restore();
  }

  /** The numbers that are shown, row after row; empty for squares without a number. */
  public List<List<String>> texts() {
    return painter == null ? List.of() : painter.texts();
  }

  @Override
  protected void layoutChildren() {
    if (heatmap != null && painter != null) {
      // With another theme the heatmap has other colours, too.
      show(heatmap);
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
