package dev.backstep.ui.paint;

import java.nio.IntBuffer;
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
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A region drawn in colours of a scale: an image at device pixels. */
public abstract class PixelRegion extends Region {
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
  private @Nullable PixelBuffer<IntBuffer> shown;

  public PixelRegion() {
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
        // Not an invalidation listener: the value is not read, so it would hear one change only.
        .addListener((property, before, now) -> requestLayout());
  }

  /** The same picture in another place: it follows this one and takes no mouse. */
  public final ImageView mirror() {
    ImageView mirror = new ImageView();
    mirror.imageProperty().bind(view.imageProperty());
    mirror.fitWidthProperty().bind(view.fitWidthProperty());
    mirror.fitHeightProperty().bind(view.fitHeightProperty());
    mirror.setMouseTransparent(true);
    return mirror;
  }

  /** Draws again because only what is framed has changed. */
  protected void requestFrames() {
    requestLayout();
  }

  /** Draws everything; the board is as large as the region in device pixels, and transparent. */
  protected abstract void paint(PixelBoard board, double pixelsPerUnit);

  /** Draws what lies over it. */
  protected void paintOver(PixelBoard board, double pixelsPerUnit) {}

  @Override
  protected void layoutChildren() {
    DrawingBudget.paint(this, this::paintAll, this::requestFrames);
  }

  private void paintAll() {
    double pixelsPerUnit = pixelsPerUnit();
    int width = devicePixels(getWidth());
    int height = devicePixels(getHeight());
    if (width < 1 || height < 1) {
      view.setImage(null);
      shown = null;
      return;
    }
    board.reset(width, height);
    paint(board, pixelsPerUnit);
    paintOver(board, pixelsPerUnit);
    show(width, height);
    view.setFitWidth(width / pixelsPerUnit);
    view.setFitHeight(height / pixelsPerUnit);
  }

  /**
   * Copies the board into the image, which the thread that renders may still be reading: a half of
   * each picture may be seen for a frame, but no empty board. As whole numbers, because nothing
   * then has to be converted.
   */
  private void show(int width, int height) {
    PixelBuffer<IntBuffer> buffered = shown;
    if (buffered == null || buffered.getWidth() != width || buffered.getHeight() != height) {
      IntBuffer pixels = IntBuffer.allocate(width * height);
      buffered = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
      shown = buffered;
      view.setImage(new WritableImage(buffered));
    }
    buffered.updateBuffer(
        buffer -> {
          buffer.getBuffer().put(0, board.pixels(), 0, width * height);
          return null;
        });
  }

  /** The colours of one painting, on the ground of the theme. */
  protected final Shading shading() {
    return new Shading(scale.get().on(groundColor()), limit.get(), kind.get());
  }

  protected final double pixelsPerUnit() {
    return Sharpness.pixelsPerUnit(this);
  }

  protected final int devicePixels(double length) {
    return (int) Math.round(length * pixelsPerUnit());
  }

  protected final int hatchColor() {
    return argb(hatch.getValue());
  }

  protected final int groundColor() {
    return argb(ground.getValue());
  }

  protected final int coverColor() {
    return argb(cover.getValue());
  }

  protected final int markColor() {
    return argb(mark.getValue());
  }

  /** The frames of what is lit, in the colours of the theme. */
  protected final LightFrames lightFrames(PixelBoard canvas, double pixelsPerUnit) {
    return new LightFrames(
        canvas,
        pixelsPerUnit,
        argb(source.getValue()),
        argb(destination.getValue()),
        groundColor());
  }

  protected final int inkColor() {
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

  /** The spreading of the colours from 0 to the limit. */
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
