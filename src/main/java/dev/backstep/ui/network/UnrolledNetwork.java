package dev.backstep.ui.network;

import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The network unrolled in time, column t over column t of the heatmaps: the character that is read,
 * the cell, the three most probable next characters with the target marked; in a low window a strip
 * of the cells with the character and the target. What is not computed where the cursor stands is
 * only outlined; what the backward pass has reached is red-brown and says ‖dh‖.
 */
public final class UnrolledNetwork extends Region implements OwnKeys {
  private static final StyleablePropertyFactory<UnrolledNetwork> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private static final Set<KeyCode> KEYS =
      Set.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END, KeyCode.ESCAPE);

  private final StyleableProperty<Color> ink = color("-ink", s -> s.ink);
  private final StyleableProperty<Color> muted = color("-muted", s -> s.muted);
  private final StyleableProperty<Color> surface = color("-surface", s -> s.surface);
  private final StyleableProperty<Color> forward = color("-forward-color", s -> s.forward);
  private final StyleableProperty<Color> backward = color("-backward-color", s -> s.backward);
  private final StyleableProperty<Color> target = color("-target-color", s -> s.target);
  private final StyleableProperty<Color> cursor = color("-cursor-color", s -> s.cursor);

  private final StyleableProperty<Color> source = color("-source-color", s -> s.source);
  private final StyleableProperty<Color> destination =
      color("-destination-color", s -> s.destination);

  /** The size of type that the drawing is made for; with larger type all of it grows. */
  private static final double USUAL_TYPE = 13;

  private final StyleableProperty<Font> font =
      FACTORY.createStyleableFontProperty(
          this, "font", "-fx-font", s -> s.font, Font.font(USUAL_TYPE), true);

  private final StyleableProperty<Boolean> strip =
      FACTORY.createStyleableBooleanProperty(this, "strip", "-strip", s -> s.strip, false);

  private final TimeAxis axis;
  private final SharpCanvas canvas = new SharpCanvas();
  private final ObjectProperty<Trace> trace = new SimpleObjectProperty<>();
  private final ObjectProperty<Set<Vector>> pending = new SimpleObjectProperty<>(Set.of());
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final ObjectProperty<Lights> lights = new SimpleObjectProperty<>(Lights.NONE);
  private final ReadOnlyObjectWrapper<NetworkPart> hovered = new ReadOnlyObjectWrapper<>();
  private final BooleanProperty covered = new SimpleBooleanProperty();
  private final BooleanProperty saysOpenness = new SimpleBooleanProperty();
  private @Nullable GradientNorms norms;
  private IntConsumer onPick = timestep -> {};

  public UnrolledNetwork(TimeAxis axis) {
    this.axis = axis;
    getStyleClass().add("unrolled-network");
    getChildren().add(canvas);
    ((Observable) font).addListener(observable -> fitType());
    ((Observable) strip).addListener(observable -> fitType());
    fitType();
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    accessibleTextProperty()
        .addListener(
            (property, before, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    for (StyleableProperty<Color> each :
        List.of(ink, muted, surface, forward, backward, target, cursor, source, destination)) {
      ((Observable) each).addListener(observable -> requestLayout());
    }
    lights.addListener((property, before, now) -> requestLayout());
    covered.addListener((property, before, now) -> requestLayout());
    trace.addListener(
        observable -> {
          hovered.set(null);
          norms = null;
          fitType();
        });
    place.addListener(observable -> requestLayout());
    pending.addListener(observable -> requestLayout());
    saysOpenness.addListener(observable -> fitType());
    axis.offsetProperty().addListener(observable -> requestLayout());
    axis.pitchProperty().addListener(observable -> requestLayout());
    axis.lengthProperty().addListener(observable -> requestLayout());
    setOnMouseClicked(this::pick);
    setOnMouseMoved(this::hover);
    setOnMouseExited(event -> hovered.set(null));
    OwnKeys.listen(this, this, this::onKey);
  }

  private StyleableProperty<Color> color(
      String name, Function<UnrolledNetwork, StyleableProperty<Color>> property) {
    return FACTORY.createStyleableColorProperty(this, name, name, property, Color.GRAY);
  }

  /** The net that is drawn, the vanilla one before there is any. */
  private Net net() {
    return trace.get() == null ? Vanilla.NET : trace.get().net();
  }

  private double scale() {
    return font.getValue().getSize() / USUAL_TYPE;
  }

  private NetworkSizes sizes() {
    return new NetworkSizes(net(), strip.getValue());
  }

  private void fitType() {
    double height = Math.ceil(sizes().height(saysOpenness.get()) * scale());
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    axis.setScale(scale());
    requestLayout();
  }

  /** The arrows go from cell to cell, Home and End to the first and the last. */
  private void onKey(KeyEvent event) {
    if (trace.get() != null) {
      int last = trace.get().length() - 1;
      onPick.accept(Math.max(0, Math.min(last, timestepAfter(event.getCode(), last))));
    }
  }

  private int timestepAfter(KeyCode code, int last) {
    Timeline timeline = trace.get().timeline();
    int now = timeline.at(timeline.clamp(place.get())).timestep();
    return switch (code) {
      case LEFT -> now - 1;
      case RIGHT -> now + 1;
      case HOME -> 0;
      default -> last;
    };
  }

  @Override
  public boolean uses(KeyEvent event) {
    return OwnKeys.isPlain(event) && KEYS.contains(event.getCode());
  }

  private void pick(MouseEvent event) {
    int timestep = axis.timestepAt(event.getX());
    if (timestep >= 0 && trace.get() != null) {
      onPick.accept(timestep);
    }
  }

  private void hover(MouseEvent event) {
    hovered.set(
        isThere() ? drawing().partAt(event.getX() / scale(), event.getY() / scale()) : null);
  }

  private NetworkLayout drawing() {
    return new NetworkLayout(axis, scale(), trace.get(), strip.getValue());
  }

  private boolean isThere() {
    return trace.get() != null && axis.getLength() == trace.get().length();
  }

  @Override
  protected void layoutChildren() {
    DrawingBudget.paint(this, this::draw, this::requestLayout);
  }

  private void draw() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    if (isThere()) {
      NetworkLayout layout = drawing();
      NetworkPainter painter = new NetworkPainter(g, layout, norms(), place.get(), colors());
      painter.setPending(pending.get());
      painter.setCovered(covered.get());
      painter.setSaysOpenness(saysOpenness.get());
      g.save();
      g.scale(scale(), scale());
      painter.paint();
      new NetworkLights(g, layout, source.getValue(), destination.getValue()).paint(lights.get());
      g.restore();
    }
  }

  /** The sizes of the gradients; computed once for each trace. */
  private GradientNorms norms() {
    GradientNorms known = norms;
    if (known == null) {
      known = GradientNorms.of(trace.get());
      norms = known;
    }
    return known;
  }

  private NetworkPainter.Colors colors() {
    return new NetworkPainter.Colors(
        ink.getValue(),
        muted.getValue(),
        surface.getValue(),
        forward.getValue(),
        backward.getValue(),
        target.getValue(),
        cursor.getValue());
  }

  /** Called with the timestep of a cell that is clicked. */
  public void setOnPick(IntConsumer action) {
    onPick = action;
  }

  /** The part under the mouse; null if none is. */
  public ReadOnlyObjectProperty<NetworkPart> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** The lights for the number under the mouse. */
  public ObjectProperty<Lights> lightsProperty() {
    return lights;
  }

  /** Whether what the cell under the cursor has computed is not to be seen yet. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  /** Whether below each character stands how far the gate that keeps is open. */
  public BooleanProperty saysOpennessProperty() {
    return saysOpenness;
  }

  public ObjectProperty<Trace> traceProperty() {
    return trace;
  }

  /** The place of the cursor on the timeline. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** The vectors of the cell at that place that are not computed yet. */
  public ObjectProperty<Set<Vector>> pendingProperty() {
    return pending;
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }
}
