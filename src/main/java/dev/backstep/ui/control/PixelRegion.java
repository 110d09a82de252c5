package dev.backstep.ui.control;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;

/** What is drawn in colours of a scale: an image at device pixels. */
abstract class PixelRegion extends Region {
  private static final StyleablePropertyFactory<PixelRegion> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> hatch =
      FACTORY.createStyleableColorProperty(this, "hatch", "-hatch-color", s -> s.hatch, Color.GRAY);
  private final StyleableProperty<Color> ground =
      FACTORY.createStyleableColorProperty(
          this, "ground", "-ground-color", s -> s.ground, Color.WHITE);
  private final StyleableProperty<Color> cover =
      FACTORY.createStyleableColorProperty(this, "cover", "-cover-color", s -> s.cover, Color.GRAY);
  private final StyleableProperty<Color> mark =
      FACTORY.createStyleableColorProperty(this, "mark", "-mark-color", s -> s.mark, Color.BLACK);

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink-color", s -> s.ink, Color.BLACK);

  private final StyleableProperty<Color> source =
      FACTORY.createStyleableColorProperty(
          this, "source", "-source-color", s -> s.source, Color.TEAL);
  private final StyleableProperty<Color> destination =
      FACTORY.createStyleableColorProperty(
          this, "destination", "-destination-color", s -> s.destination, Color.PURPLE);

  private final ImageView view = new ImageView();
  private final PixelBoard board = new PixelBoard();
  private final ObjectProperty<ColorScale> scale =
      new SimpleObjectProperty<>(this, "scale", ColorScale.DIVERGING);
  private final ObjectProperty<ScaleKind> kind =
      new SimpleObjectProperty<>(this, "kind", ScaleKind.LINEAR);
  private final DoubleProperty limit = new SimpleDoubleProperty(this, "limit", 1);
  private WritableImage image;

  PixelRegion() {
    getStyleClass().add("heatmap");
    getChildren().add(view);
    view.setMouseTransparent(true);
    view.setManaged(false);
    setPickOnBounds(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (StyleableProperty<Color> color :
        List.of(hatch, ground, cover, mark, ink, source, destination)) {
      ((Observable) color).addListener(observable -> requestLayout());
    }
    scale.addListener(observable -> requestLayout());
    kind.addListener(observable -> requestLayout());
    limit.addListener(observable -> requestLayout());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::outputScaleXProperty)
        // Not an invalidation listener: nobody reads the value, so it would hear one change only.
        .addListener((property, before, now) -> requestLayout());
  }

  /** The same picture in another place: it follows this one and takes no mouse. */
  final ImageView mirror() {
    ImageView mirror = new ImageView();
    mirror.imageProperty().bind(view.imageProperty());
    mirror.fitWidthProperty().bind(view.fitWidthProperty());
    mirror.fitHeightProperty().bind(view.fitHeightProperty());
    mirror.setMouseTransparent(true);
    return mirror;
  }

  /** Draws again because only what is framed has changed. */
  void requestFrames() {
    requestLayout();
  }

  /** Draws everything; the board is as large as the region in device pixels, and transparent. */
  abstract void paint(PixelBoard board, double pixelsPerUnit);

  /** Draws what lies over it. */
  void paintOver(PixelBoard board, double pixelsPerUnit) {}

  @Override
  protected void layoutChildren() {
    double pixelsPerUnit = pixelsPerUnit();
    int width = devicePixels(getWidth());
    int height = devicePixels(getHeight());
    if (width < 1 || height < 1) {
      view.setImage(null);
      return;
    }
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      image = new WritableImage(width, height);
    }
    board.reset(width, height);
    paint(board, pixelsPerUnit);
    paintOver(board, pixelsPerUnit);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getIntArgbPreInstance(), board.pixels(), 0, width);
    view.setImage(image);
    view.setFitWidth(width / pixelsPerUnit);
    view.setFitHeight(height / pixelsPerUnit);
  }

  /** The colours of one painting, on the ground of the theme. */
  final Shading shading() {
    return new Shading(scale.get().on(groundColor()), limit.get(), kind.get());
  }

  final double pixelsPerUnit() {
    return Sharpness.pixelsPerUnit(this);
  }

  final int devicePixels(double length) {
    return (int) Math.round(length * pixelsPerUnit());
  }

  final int hatchColor() {
    return argb(hatch.getValue());
  }

  final int groundColor() {
    return argb(ground.getValue());
  }

  final int coverColor() {
    return argb(cover.getValue());
  }

  final int markColor() {
    return argb(mark.getValue());
  }

  /** What frames what is lit, in the colours of the theme. */
  final LightFrames lightFrames(PixelBoard canvas, double pixelsPerUnit) {
    return new LightFrames(
        canvas,
        pixelsPerUnit,
        argb(source.getValue()),
        argb(destination.getValue()),
        groundColor());
  }

  final int inkColor() {
    return argb(ink.getValue());
  }

  private static int argb(Color color) {
    int red = (int) Math.round(255 * color.getRed());
    int green = (int) Math.round(255 * color.getGreen());
    int blue = (int) Math.round(255 * color.getBlue());
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  public final ObjectProperty<ColorScale> scaleProperty() {
    return scale;
  }

  /** How the colours are spread between 0 and the limit. */
  public final ObjectProperty<ScaleKind> kindProperty() {
    return kind;
  }

  /** The magnitude that has the strongest colour. */
  public final DoubleProperty limitProperty() {
    return limit;
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
