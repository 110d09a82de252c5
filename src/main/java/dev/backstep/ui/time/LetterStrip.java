package dev.backstep.ui.time;

import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
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
  private static final double HEIGHT = 24;

  /** The narrowest column that a letter fits into. */
  private static final double NARROWEST = 9;

  private static final Font LETTER = Font.font("Monospaced", 15);
  private static final StyleablePropertyFactory<LetterStrip> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> ink =
      FACTORY.createStyleableColorProperty(this, "ink", "-ink", s -> s.ink, Color.GRAY);
  private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
  private final TimeAxis axis;
  private final SharpCanvas canvas = new SharpCanvas();

  public LetterStrip(TimeAxis axis) {
    this.axis = axis;
    getStyleClass().add("letter-strip");
    getChildren().add(canvas);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    ((Observable) ink).addListener(observable -> requestLayout());
    trace.addListener(observable -> requestLayout());
    axis.offsetProperty().addListener(observable -> requestLayout());
    axis.pitchProperty().addListener(observable -> requestLayout());
    axis.lengthProperty().addListener(observable -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    if (trace.get() == null || trace.get().length() != axis.getLength()) {
      return;
    }
    if (axis.columnWidth() < NARROWEST * longestLabel()) {
      return;
    }
    g.setFont(LETTER);
    g.setFill(ink.getValue());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      String letter = trace.get().label(trace.get().input(t));
      g.fillText(letter, axis.x(t) + axis.columnWidth() / 2, getHeight() / 2);
    }
  }

  /** More than one sign where ids stand in the place of characters. */
  private int longestLabel() {
    return IntStream.range(0, axis.getLength())
        .map(t -> trace.get().label(trace.get().input(t)).length())
        .max()
        .orElse(1);
  }

  public ObjectProperty<Trace> traceProperty() {
    return trace;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
