package dev.backstep.ui.norms;

import dev.backstep.math.Numbers;
import dev.backstep.trace.GradientNorms;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The powers of ten beside a strip of bars, at its lines. */
final class NormAxis extends Region {
  private static final double WIDTH = 32;
  private static final double USUAL_TYPE = 13;
  private static final double TYPE = 10;

  private static final StyleablePropertyFactory<NormAxis> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink", s -> s.ink, Color.GRAY);
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", s -> s.font, Font.font(USUAL_TYPE), true);

  private final NormStrip strip;
  private final SharpCanvas canvas = new SharpCanvas();

  NormAxis(NormStrip strip) {
    this.strip = strip;
    getStyleClass().add("norm-axis");
    getChildren().add(canvas);
    setMouseTransparent(true);
    ((Observable) ink).addListener(observable -> requestLayout());
    ((Observable) font).addListener(observable -> fitType());
    strip.normsProperty().addListener(observable -> requestLayout());
    fitType();
  }

  private double scale() {
    return font.getValue().getSize() / USUAL_TYPE;
  }

  private void fitType() {
    setMinWidth(Math.ceil(WIDTH * scale()));
    setMaxWidth(getMinWidth());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    GradientNorms norms = strip.normsProperty().get();
    if (norms == null) {
      return;
    }
    NormLayout layout = new NormLayout(strip.axis(), norms, getHeight());
    g.setFill(ink.getValue());
    g.setFont(Font.font(TYPE * scale()));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    for (int power : layout.powers()) {
      g.fillText(words(power), getWidth() - 5, layout.yOfPower(power));
    }
  }

  /** {@code 0.01}, {@code 100}; {@code 1e−3}, where there is room for four characters. */
  static String words(int power) {
    double value = StrictMath.pow(10, power);
    return power >= -2 && power <= 3 ? Numbers.plain(value) : Numbers.brief(value);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
