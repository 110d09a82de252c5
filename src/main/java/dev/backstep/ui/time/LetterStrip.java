package dev.backstep.ui.time;

import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
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

/** The characters of a sequence, each over its column of the time axis. */
public final class LetterStrip extends Region {
  /** The height of the strip and the size of a letter, in sizes of the type around. */
  private static final double HEIGHT = 1.85;

  private static final double LETTER = 1.15;

  /** The size of type that columns are usually as wide for as they are. */
  private static final double USUAL_TYPE = 13;

  /** The narrowest column that a letter fits into, in sizes of the letter. */
  private static final double NARROWEST = 0.6;

  private static final StyleablePropertyFactory<LetterStrip> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink", s -> s.ink, Color.GRAY);
  private final StyleableProperty<Color> mark =
      FACTORY.createStyleableColorProperty(this, "mark", "-mark", s -> s.mark, Color.BLUE);
  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", s -> s.font, Font.getDefault(), true);
  private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
  private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
  private List<String> letters = List.of();
  private final TimeAxis axis;
  private final SharpCanvas canvas = new SharpCanvas();

  public LetterStrip(TimeAxis axis) {
    this.axis = axis;
    getStyleClass().add("letter-strip");
    getChildren().add(canvas);
    ((Observable) font).addListener(observable -> fitType());
    fitType();
    ((Observable) ink).addListener(observable -> requestLayout());
    ((Observable) mark).addListener(observable -> requestLayout());
    marked.addListener(observable -> requestLayout());
    trace.addListener((property, before, now) -> show(now));
    axis.offsetProperty().addListener(observable -> requestLayout());
    axis.pitchProperty().addListener(observable -> requestLayout());
    axis.lengthProperty().addListener(observable -> requestLayout());
  }

  private void fitType() {
    double height = Math.ceil(HEIGHT * font.getValue().getSize());
    setMinHeight(height);
    setPrefHeight(height);
    axis.setScale(font.getValue().getSize() / USUAL_TYPE);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    if (letters.isEmpty() || letters.size() != axis.getLength()) {
      return;
    }
    double size = Math.rint(LETTER * font.getValue().getSize());
    if (axis.columnWidth() < NARROWEST * size * longestLabel()) {
      return;
    }
    g.setFont(Font.font("Monospaced", size));
    g.setFill(ink.getValue());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      g.fillText(letters.get(t), axis.x(t) + axis.columnWidth() / 2, getHeight() / 2);
    }
    frameMarked(g, size);
  }

  /** A frame that is as wide as a letter, or as its column where that is narrower. */
  private void frameMarked(GraphicsContext g, double size) {
    int t = marked.get();
    if (t < axis.firstVisible() || t > axis.lastVisible()) {
      return;
    }
    double width = Math.min(axis.columnWidth() + 2, (0.7 + 0.65 * letters.get(t).length()) * size);
    double left = Math.rint(axis.x(t) + (axis.columnWidth() - width) / 2);
    g.setStroke(mark.getValue());
    g.setLineWidth(2);
    g.strokeRoundRect(left, 1, Math.rint(width), getHeight() - 2, 6, 6);
  }

  /** More than one sign where ids stand in the place of characters. */
  private int longestLabel() {
    return letters.stream().mapToInt(String::length).max().orElse(1);
  }

  private void show(Trace shown) {
    show(
        shown == null
            ? List.of()
            : IntStream.range(0, shown.length()).mapToObj(t -> sign(shown, t)).toList());
  }

  private static String sign(Trace shown, int t) {
    return shown.input(t) < 0 ? "" : shown.label(shown.input(t));
  }

  /** Shows a sign over each column, which is empty where there is none. */
  public void show(List<String> signs) {
    letters = List.copyOf(signs);
    requestLayout();
  }

  /** The timestep whose letter is framed; −1 for none. */
  public IntegerProperty markedProperty() {
    return marked;
  }

  public ObjectProperty<Trace> traceProperty() {
    return trace;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
