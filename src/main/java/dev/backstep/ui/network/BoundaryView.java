package dev.backstep.ui.network;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The boundary to the sequence before, left of the unrolled network: where the hidden state is
 * carried, an arrow from its last cell to h0, and the cut where the gradient stops, with the norm
 * of what is thrown away once it is computed.
 */
public final class BoundaryView extends Region {
  private static final StyleablePropertyFactory<BoundaryView> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** The size of type that the drawing is made for; with larger type all of it grows. */
  private static final double USUAL_TYPE = 13;

  private final StyleableProperty<Color> ink = color("-ink", s -> s.ink);
  private final StyleableProperty<Color> muted = color("-muted", s -> s.muted);
  private final StyleableProperty<Color> forward = color("-forward-color", s -> s.forward);
  private final StyleableProperty<Color> backward = color("-backward-color", s -> s.backward);

  private final StyleableProperty<Boolean> strip =
      FACTORY.createStyleableBooleanProperty(this, "strip", "-strip", s -> s.strip, false);

  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", s -> s.font, Font.font(USUAL_TYPE), true);

  private final BinaryOperator<String> ofThrownAway;
  private final SharpCanvas canvas = new SharpCanvas();
  private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final BooleanProperty covered = new SimpleBooleanProperty();

  /**
   * @param ofThrownAway what is written below the cut, given the name of a state and the norm of
   *     its gradient: h and ‖dh0‖
   */
  public BoundaryView(BinaryOperator<String> ofThrownAway) {
    this.ofThrownAway = ofThrownAway;
    getStyleClass().add("boundary");
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (StyleableProperty<?> each : List.of(ink, muted, forward, backward, strip, font)) {
      ((Observable) each).addListener(observable -> requestLayout());
    }
    for (Observable each : List.of(trace, place, covered)) {
      each.addListener(observable -> requestLayout());
    }
  }

  private StyleableProperty<Color> color(
      String name, Function<BoundaryView, StyleableProperty<Color>> property) {
    return FACTORY.createStyleableColorProperty(this, name, name, property, Color.GRAY);
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    Trace shown = trace.get();
    if (shown == null || shown.handOver() == null || shown.initialStateNorm() == 0) {
      return;
    }
    double scale = font.getValue().getSize() / USUAL_TYPE;
    g.scale(scale, scale);
    BoundaryPainter painter =
        new BoundaryPainter(
            g,
            getWidth() / scale,
            new NetworkSizes(shown.net(), strip.getValue()),
            new BoundaryPainter.Colors(
                ink.getValue(), muted.getValue(), forward.getValue(), backward.getValue()));
    paintBefore(painter, shown.handOver());
    for (Vector state : shown.net().states()) {
      String norm = Numbers.brief(shown.initialStateNorm(state));
      painter.paintState(state, "‖" + state + "0‖ " + norm);
    }
    if (shown.timeline().isComputed(Cell.DH_PREV, 0, place.get())) {
      painter.paintCuts(thrownAway(shown));
    }
  }

  /** The last state first, as they stand in the cell. */
  private List<String> thrownAway(Trace shown) {
    boolean isCovered = covered.get() && place.get() == shown.timeline().backward(0);
    List<Vector> states = shown.net().states();
    List<String> words = new ArrayList<>();
    for (int i = states.size() - 1; i >= 0; i--) {
      double norm = shown.norm(shown.net().handedBack().get(i), 0);
      words.add(ofThrownAway.apply(states.get(i).name(), isCovered ? "?" : Numbers.brief(norm)));
    }
    return words;
  }

  private static void paintBefore(BoundaryPainter painter, HandOver handOver) {
    if (!handOver.isKnown()) {
      painter.paintBefore("", "…", "");
      return;
    }
    painter.paintBefore(
        String.valueOf(handOver.lastTimestep()), handOver.lastCharacter(), handOver.text());
  }

  public ObjectProperty<Trace> traceProperty() {
    return trace;
  }

  /** The place of the cursor on the timeline. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** Whether what the first cell has computed backward is not to be seen yet. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }
}
