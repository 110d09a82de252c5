package dev.backstep.ui.shares;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Trace;
import dev.backstep.trace.pin.Composition;
import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
 * The part of each timestep in a pinned number as a bar, up where it is positive, column t over
 * column t of the heatmaps.
 */
public final class ShareStrip extends Region {
  private static final StyleablePropertyFactory<ShareStrip> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private static final Font NUMBERS = Font.font("Monospaced", 10);

  /** The height of a line of numbers, which stands above or below each bar. */
  private static final double LINE = 12;

  /** A number needs so much width. */
  private static final double WIDE = 38;

  /** One of three digits so much. */
  private static final double ROOMY = 60;

  private final StyleableProperty<Color> bar = color("-bar-color", s -> s.bar);
  private final StyleableProperty<Color> line = color("-line-color", s -> s.line);
  private final StyleableProperty<Color> ink = color("-ink", s -> s.ink);

  private final TimeAxis axis;
  private final Texts texts;
  private final SharpCanvas canvas = new SharpCanvas();
  private final ObjectProperty<@Nullable Composition> made = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Trace> trace = new SimpleObjectProperty<>();
  private Consumer<String> onRead = words -> {};

  public ShareStrip(TimeAxis axis, Texts texts) {
    this.axis = axis;
    this.texts = texts;
    setId("shares");
    getStyleClass().add("share-strip");
    getChildren().add(canvas);
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (StyleableProperty<?> each : List.of(bar, line, ink)) {
      ((Observable) each).addListener(observable -> requestLayout());
    }
    for (Observable each :
        List.of(made, axis.offsetProperty(), axis.pitchProperty(), axis.lengthProperty())) {
      each.addListener(observable -> requestLayout());
    }
    setOnMouseMoved(event -> onRead.accept(words(axis.timestepAt(event.getX()))));
    setOnMouseExited(event -> onRead.accept(""));
  }

  private StyleableProperty<Color> color(
      String name, Function<ShareStrip, StyleableProperty<Color>> property) {
    return FACTORY.createStyleableColorProperty(this, name, name, property, Color.GRAY);
  }

  /** The part of a timestep in words; empty where there is none. */
  private String words(int t) {
    Composition shown = made.get();
    Trace of = trace.get();
    boolean isThere = shown != null && of != null && t >= 0 && t < shown.parts().length;
    return isThere
        ? texts.of("shares.at", t, of.label(of.input(t)), Numbers.six(shown.parts()[t]))
        : "";
  }

  @Override
  protected void layoutChildren() {
    DrawingBudget.paint(this, this::draw, this::requestLayout);
  }

  private void draw() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    Composition shown = made.get();
    if (shown == null || shown.parts().length != axis.getLength()) {
      return;
    }
    ShareLayout layout = new ShareLayout(shown.parts(), LINE, getHeight() - LINE);
    g.setFill(line.getValue());
    g.fillRect(0, Math.rint(layout.zero()), axis.x(axis.getLength()), 1);
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      draw(g, layout, shown.parts()[t], t);
    }
  }

  private void draw(GraphicsContext g, ShareLayout layout, double part, int t) {
    double width = axis.columnWidth();
    double at = layout.y(part);
    double top = Math.min(at, layout.zero());
    double inset = width > WIDE ? Math.rint(width / 4) : 0;
    g.setFill(bar.getValue());
    g.fillRect(axis.x(t) + inset, top, width - 2 * inset, Math.abs(at - layout.zero()));
    if (width > WIDE && part != 0) {
      g.setFill(ink.getValue());
      g.setFont(NUMBERS);
      g.setTextAlign(TextAlignment.CENTER);
      g.setTextBaseline(part > 0 ? VPos.BOTTOM : VPos.TOP);
      g.fillText(
          width > ROOMY ? Numbers.three(part) : Numbers.brief(part), axis.x(t) + width / 2, at);
    }
  }

  /** Told in words what is pointed at; empty if nothing is. */
  public void setOnRead(Consumer<String> action) {
    onRead = action;
  }

  /** Called with the timestep of a column that is clicked. */
  public void setOnPick(IntConsumer action) {
    setOnMouseClicked(
        event -> {
          int t = axis.timestepAt(event.getX());
          if (t >= 0) {
            action.accept(t);
          }
        });
  }

  /** The number whose parts are shown; null for none. */
  public ObjectProperty<@Nullable Composition> madeProperty() {
    return made;
  }

  /** The trace that it is of. */
  public ObjectProperty<@Nullable Trace> traceProperty() {
    return trace;
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }
}
