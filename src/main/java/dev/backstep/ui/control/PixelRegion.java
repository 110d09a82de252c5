package dev.backstep.ui.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;

/**
 * What the heatmaps share: an image at device pixels, a colour scale, and the square under the
 * mouse.
 */
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
  private final ReadOnlyObjectWrapper<Square> hovered = new ReadOnlyObjectWrapper<>();
  private WritableImage image;
  private Point2D mouse;

  PixelRegion() {
    getStyleClass().add("heatmap");
    getChildren().add(view);
    view.setMouseTransparent(true);
    view.setManaged(false);
    setPickOnBounds(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (StyleableProperty<Color> color :
        List.of(hatch, ground, cover, mark, source, destination)) {
      ((Observable) color).addListener(observable -> requestLayout());
    }
    scale.addListener(observable -> requestLayout());
    kind.addListener(observable -> requestLayout());
    limit.addListener(observable -> requestLayout());
    hovered.addListener(observable -> requestLayout());
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::outputScaleXProperty)
        .addListener(observable -> requestLayout());
    setOnMouseMoved(event -> hover(new Point2D(event.getX(), event.getY())));
    setOnMouseDragged(event -> hover(new Point2D(event.getX(), event.getY())));
    setOnMouseExited(event -> hover(null));
  }

  /** Called with the square that is clicked. */
  public final void setOnSelect(Consumer<Square> action) {
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (hovered.get() != null) {
            action.accept(hovered.get());
          }
        });
  }

  private void hover(Point2D point) {
    mouse = point;
    hovered.set(point == null ? null : squareAt(point.getX(), point.getY()));
  }

  /** Draws again; under a mouse that rests there may now be another square, or none. */
  final void refresh() {
    hover(mouse);
    requestLayout();
  }

  /** Draws everything; the board is as large as the region in device pixels, and transparent. */
  abstract void paint(PixelBoard board, double pixelsPerUnit);

  /** The square at a point of the region, or null. */
  abstract Square squareAt(double x, double y);

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
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getIntArgbPreInstance(), board.pixels(), 0, width);
    view.setImage(image);
    view.setFitWidth(width / pixelsPerUnit);
    view.setFitHeight(height / pixelsPerUnit);
  }

  /** The colours of one painting. */
  final Shading shading() {
    return new Shading(scale.get(), limit.get(), kind.get());
  }

  final double pixelsPerUnit() {
    Window window = getScene() == null ? null : getScene().getWindow();
    return window == null ? 1 : window.getOutputScaleX();
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

  final int sourceColor() {
    return argb(source.getValue());
  }

  final int destinationColor() {
    return argb(destination.getValue());
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

  /** The square under the mouse; null if there is none. */
  public final ReadOnlyObjectProperty<Square> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
