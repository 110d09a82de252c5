package dev.backstep.ui.time;

import dev.backstep.trace.Timeline;
import dev.backstep.ui.paint.SharpCanvas;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The one timeline: forward 0 … T−1, the loss, backward T−1 … 0, the update, and a thumb at the
 * place where the cursor stands. A press goes to the nearest place, a drag scrubs.
 */
public final class TimelineBar extends Region {
  private static final StyleablePropertyFactory<TimelineBar> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double SIDE = 14;
  private static final double SMALLER = 0.85;
  private static final double HALF_TRACK = 16;

  private final ObjectProperty<Timeline> timeline = new SimpleObjectProperty<>(this, "timeline");
  private final IntegerProperty place = new SimpleIntegerProperty(this, "place");
  private final Map<TimelineInk, StyleableProperty<Color>> inks = new EnumMap<>(TimelineInk.class);
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", bar -> bar.font, Font.getDefault(), true);
  private final SharpCanvas canvas = new SharpCanvas();
  private TimelineLabels labels = new TimelineLabels("forward", "loss", "backward", "update");
  private int hovered = -1;

  public TimelineBar() {
    getStyleClass().add("timeline-bar");
    setAccessibleRole(AccessibleRole.SLIDER);
    setFocusTraversable(true);
    getChildren().add(canvas);
    for (TimelineInk ink : TimelineInk.values()) {
      StyleableProperty<Color> color =
          CSS.createStyleableColorProperty(
              this, ink.name(), ink.css, bar -> bar.inks.get(ink), ink.fallback());
      inks.put(ink, color);
      redrawOn((Observable) color);
    }
    redrawOn(timeline, place, focusedProperty(), disabledProperty());
    ((Observable) font).addListener(changed -> requestLayout());
    place.addListener(changed -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
    place.addListener(changed -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(placeAt(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(-1));
  }

  /** The timeline stepped through; null for none, which shows an empty bar. */
  public ObjectProperty<Timeline> timelineProperty() {
    return timeline;
  }

  /** Where the cursor stands, an index into the timeline. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** The words under the four parts; the timesteps are added to those of the tracks. */
  public void setLabels(String forward, String loss, String backward, String update) {
    labels = new TimelineLabels(forward, loss, backward, update);
    setNeedsLayout(true);
  }

  /** The place nearest to x (of this control); −1 without a timeline. */
  public int placeAt(double x) {
    return timeline.get() == null ? -1 : track(timeline.get()).placeAt(x);
  }

  /**
   * The x (of this control) at which a place lies.
   *
   * @throws IndexOutOfBoundsException if the timeline has no such place
   * @throws IllegalStateException if there is no timeline
   */
  public double xOf(int wanted) {
    if (timeline.get() == null) {
      throw new IllegalStateException("place " + wanted + " of no timeline; set one first");
    }
    return track(timeline.get()).xOf(wanted);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) shownPlace();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> timeline.get() == null ? 0.0 : timeline.get().size() - 1.0;
      case ORIENTATION -> Orientation.HORIZONTAL;
      case TEXT -> timeline.get() == null ? getAccessibleText() : nameOf(shownPlace());
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> goTo(shownPlace() + 1);
      case DECREMENT -> goTo(shownPlace() - 1);
      case SET_VALUE -> goTo((int) Math.round((Double) parameters[0]));
      default -> super.executeAccessibleAction(action, parameters);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return 240;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 2 * HALF_TRACK + 2 * Math.ceil(size("0").getLayoutBounds().getHeight());
  }

  @Override
  protected void layoutChildren() {
    GraphicsContext gc = canvas.begin(getWidth(), getHeight());
    gc.setFont(smallFont());
    double middle = Math.rint(getHeight() / 2);
    Timeline shown = timeline.get();
    TimelineTrack track = track(shown == null ? new Timeline(1) : shown);
    TimelinePainter painter =
        new TimelinePainter(
            gc, track, ink -> Objects.requireNonNull(inks.get(ink)).getValue(), middle);
    if (shown == null) {
      painter.drawEmpty();
      return;
    }
    painter.drawParts(shownPlace());
    labels
        .fitting(track, getWidth(), text -> size(text).getLayoutBounds().getWidth())
        .forEach(label -> painter.drawLabel(label, middle + HALF_TRACK));
    if (hovered >= 0 && hovered < shown.size()) {
      String name = nameOf(hovered);
      painter.drawHover(hovered, name, size(name).getLayoutBounds().getWidth(), getWidth());
    }
    painter.drawThumb(shownPlace(), isFocused());
  }

  private void scrub(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && timeline.get() != null) {
      requestFocus();
      goTo(placeAt(event.getX()));
      hover(shownPlace());
      event.consume();
    }
  }

  private void goTo(int wanted) {
    if (timeline.get() != null) {
      place.set(timeline.get().clamp(wanted));
    }
  }

  private void hover(int wanted) {
    if (hovered != wanted) {
      hovered = wanted;
      setNeedsLayout(true);
    }
  }

  /** The place, kept within a timeline that may have become shorter. */
  private int shownPlace() {
    return timeline.get() == null ? 0 : timeline.get().clamp(place.get());
  }

  private String nameOf(int wanted) {
    return labels.nameOf(timeline.get().at(wanted));
  }

  private TimelineTrack track(Timeline shown) {
    return new TimelineTrack(shown, SIDE, Math.max(SIDE + 1, getWidth() - SIDE));
  }

  private Font smallFont() {
    Font around = font.getValue();
    return Font.font(around.getFamily(), Math.rint(SMALLER * around.getSize()));
  }

  private Text size(String text) {
    Text measured = new Text(text);
    measured.setFont(smallFont());
    return measured;
  }

  private void redrawOn(Observable... changes) {
    for (Observable change : changes) {
      change.addListener((Observable changed) -> setNeedsLayout(true));
    }
  }
}
