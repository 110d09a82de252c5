package dev.backstep.ui.flow;

import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import java.util.function.Function;
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

/** A picture of the Flow screen, which is drawn anew when it is laid out. */
abstract class FlowCanvas extends Region {
  private static final StyleablePropertyFactory<FlowCanvas> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** The size of numbers at lines, in sizes of the type around. */
  private static final double SMALL = 0.8;

  /** How much a veil covers. */
  private static final double VEIL = 0.72;

  private final StyleableProperty<Color> text =
      CSS.createStyleableColorProperty(this, "text", "-flow-text", c -> c.text, Color.GRAY);
  private final StyleableProperty<Color> grid =
      CSS.createStyleableColorProperty(this, "grid", "-flow-grid", c -> c.grid, Color.LIGHTGRAY);
  private final StyleableProperty<Color> faint =
      CSS.createStyleableColorProperty(this, "faint", "-flow-faint", c -> c.faint, Color.GRAY);
  private final StyleableProperty<Color> backward =
      CSS.createStyleableColorProperty(this, "back", "-flow-backward", c -> c.backward, Color.RED);
  private final StyleableProperty<Color> forward =
      CSS.createStyleableColorProperty(this, "forw", "-flow-forward", c -> c.forward, Color.BLUE);
  private final StyleableProperty<Color> mark =
      CSS.createStyleableColorProperty(this, "mark", "-flow-mark", c -> c.mark, Color.BLUE);
  private final StyleableProperty<Color> veil =
      CSS.createStyleableColorProperty(this, "veil", "-flow-veil", c -> c.veil, Color.WHITE);
  private final StyleableProperty<Color> hatch =
      CSS.createStyleableColorProperty(this, "hatch", "-flow-hatch", c -> c.hatch, Color.GRAY);
  private final List<StyleableProperty<Color>> paths =
      List.of(
          path("-flow-path-a", c -> c.paths.get(0)),
          path("-flow-path-b", c -> c.paths.get(1)),
          path("-flow-path-c", c -> c.paths.get(2)),
          path("-flow-path-d", c -> c.paths.get(3)));
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", c -> c.font, Font.getDefault(), true);

  private final SharpCanvas canvas = new SharpCanvas();

  /** The type of numbers at lines. */
  private Font small = Font.getDefault();

  private StyleableProperty<Color> path(
      String css, Function<FlowCanvas, StyleableProperty<Color>> property) {
    return CSS.createStyleableColorProperty(this, css, css, property, Color.GRAY);
  }

  FlowCanvas() {
    getStyleClass().add("flow-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
    for (StyleableProperty<?> look :
        List.of(text, grid, faint, backward, forward, mark, hatch, veil, font)) {
      ((Observable) look).addListener(observable -> requestLayout());
    }
    paths.forEach(look -> ((Observable) look).addListener(observable -> requestLayout()));
    ((Observable) font).addListener(observable -> fitType());
    fitType();
  }

  private void fitType() {
    small = Font.font(font.getValue().getFamily(), Math.rint(SMALL * font.getValue().getSize()));
  }

  /** The room that is drawn in left of the region, over the padding of what stands there. */
  double roomLeft() {
    return 0;
  }

  @Override
  protected final void layoutChildren() {
    double left = roomLeft();
    canvas.setLayoutX(-left);
    GraphicsContext g = canvas.begin(getWidth() + left, getHeight());
    g.save();
    g.translate(left, 0);
    g.setFont(small);
    draw(g, getWidth(), getHeight());
    g.restore();
  }

  /** Draws everything; the region is so large. */
  abstract void draw(GraphicsContext g, double width, double height);

  /** A number left of a place, level with it. */
  final void writeLeft(GraphicsContext g, String words, double x, double y) {
    g.setFill(text.getValue());
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(words, x, y);
  }

  /** A number right of a place, level with it. */
  final void writeRight(GraphicsContext g, String words, double x, double y) {
    g.setFill(text.getValue());
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(words, x, y);
  }

  /** Words centred below a place. */
  final void writeBelow(GraphicsContext g, String words, double x, double y) {
    g.setFill(text.getValue());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    g.fillText(words, x, y);
  }

  /** The size of the type of numbers. */
  final double typeSize() {
    return small.getSize();
  }

  final Color grid() {
    return grid.getValue();
  }

  final Color text() {
    return text.getValue();
  }

  final Color faint() {
    return faint.getValue();
  }

  final Color backward() {
    return backward.getValue();
  }

  final Color forward() {
    return forward.getValue();
  }

  final Color mark() {
    return mark.getValue();
  }

  /** The colour of a path of a gradient, of which there are four. */
  final Color path(int path) {
    return paths.get(path % paths.size()).getValue();
  }

  /** What lies over what is thrown away, so that it can still be guessed. */
  final Color veil() {
    return veil.getValue().deriveColor(0, 1, 1, VEIL);
  }

  final Color hatch() {
    return hatch.getValue();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }
}
