package dev.backstep.ui.norms;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
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
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of the gradients of every timestep as bars on a logarithmic axis, column t over column
 * t of the heatmaps. Timesteps that the backward pass has not come to have none.
 */
public final class NormStrip extends Region {
  private static final StyleablePropertyFactory<NormStrip> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  private final StyleableProperty<Color> error = color("-error-color", s -> s.error);
  private final StyleableProperty<Color> own = color("-own-color", s -> s.own);
  private final StyleableProperty<Color> handedBack = color("-later-color", s -> s.handedBack);
  private final StyleableProperty<Color> total = color("-total-color", s -> s.total);
  private final StyleableProperty<Color> line = color("-line-color", s -> s.line);
  private final StyleableProperty<Color> ink = color("-ink", s -> s.ink);
  private final StyleableProperty<Color> cursor = color("-cursor-color", s -> s.cursor);

  private final TimeAxis axis;
  private final Texts texts;
  private final SharpCanvas canvas = new SharpCanvas();
  private final ObjectProperty<@Nullable Trace> trace = new SimpleObjectProperty<>();
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final BooleanProperty covered = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable GradientNorms> norms = new SimpleObjectProperty<>();
  private IntConsumer onPick = timestep -> {};
  private Consumer<String> onRead = words -> {};
  private int read = -1;

  public NormStrip(TimeAxis axis, Texts texts) {
    this.axis = axis;
    this.texts = texts;
    setId("norms");
    getStyleClass().add("norm-strip");
    getChildren().add(canvas);
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    for (StyleableProperty<?> each : List.of(error, own, handedBack, total, line, ink, cursor)) {
      ((Observable) each).addListener(observable -> requestLayout());
    }
    trace.addListener(
        (property, before, now) -> norms.set(now == null ? null : GradientNorms.of(now)));
    for (Observable each : List.of(norms, place, covered)) {
      each.addListener(observable -> showCursor());
    }
    axis.offsetProperty().addListener(observable -> requestLayout());
    axis.pitchProperty().addListener(observable -> requestLayout());
    axis.lengthProperty().addListener(observable -> requestLayout());
    setOnMouseMoved(event -> read(axis.timestepAt(event.getX())));
    setOnMouseExited(event -> read(-1));
    setOnMouseClicked(this::pick);
    showCursor();
  }

  private StyleableProperty<Color> color(
      String name, Function<NormStrip, StyleableProperty<Color>> property) {
    return FACTORY.createStyleableColorProperty(this, name, name, property, Color.GRAY);
  }

  private void pick(MouseEvent event) {
    int timestep = axis.timestepAt(event.getX());
    if (timestep >= 0 && trace.get() != null) {
      onPick.accept(timestep);
    }
  }

  /** Other numbers, or another place: what is said under a mouse that rests may be another. */
  private void showCursor() {
    Moment moment = moment();
    setAccessibleText(
        moment == null
            ? texts.of("norms.help")
            : texts.of("norms.help") + " " + words(moment.timestep()));
    if (read >= 0) {
      read(read);
    }
    requestLayout();
  }

  private void read(int timestep) {
    Trace shown = trace.get();
    boolean isThere = shown != null && timestep >= 0 && timestep < shown.length();
    if (isThere || read >= 0) {
      read = isThere ? timestep : -1;
      onRead.accept(isThere ? words(timestep) : "");
    }
  }

  /** The sizes at a timestep in words, or why there are none. */
  private String words(int t) {
    Trace shown = trace.get();
    GradientNorms all = norms.get();
    if (shown == null || all == null || t >= shown.length()) {
      return "";
    }
    if (!isComputed(t)) {
      return texts.of("norms.not-computed", t, shown.label(shown.input(t)));
    }
    if (isCovered(t)) {
      return texts.of("norms.covered", t, shown.label(shown.input(t)));
    }
    String sizes =
        all.series().stream()
            .map(each -> "‖" + each.vector().symbol() + "‖ = " + Numbers.six(all.norm(each, t)))
            .collect(Collectors.joining(", "));
    return texts.of("norms.at", t, shown.label(shown.input(t)), sizes);
  }

  private @Nullable Moment moment() {
    Trace shown = trace.get();
    if (shown == null) {
      return null;
    }
    Timeline timeline = shown.timeline();
    return timeline.at(timeline.clamp(place.get()));
  }

  private boolean isComputed(int t) {
    Trace shown = trace.get();
    return shown != null && shown.timeline().isComputed(Cell.DH, t, place.get());
  }

  private boolean isCovered(int t) {
    return covered.get() && new Moment(Cell.DH.phase(), t).equals(moment());
  }

  @Override
  protected void layoutChildren() {
    DrawingBudget.paint(this, this::draw, this::requestLayout);
  }

  private void draw() {
    GraphicsContext g = canvas.begin(getWidth(), getHeight());
    GradientNorms all = norms.get();
    if (all == null || all.length() != axis.getLength()) {
      return;
    }
    NormLayout layout = new NormLayout(axis, all, getHeight());
    NormPainter painter = new NormPainter(g, layout, getWidth(), colors());
    painter.paintLines();
    List<Series> shown = layout.shown();
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      if (isCovered(t)) {
        painter.paintCovered(t);
      } else if (isComputed(t)) {
        painter.paintBars(shown, t);
      }
    }
    Moment moment = moment();
    if (moment != null && moment.timestep() < all.length() && isOfCell(moment)) {
      painter.paintCursor(moment.timestep());
    }
  }

  private static boolean isOfCell(Moment moment) {
    return moment.phase() != Phase.UPDATE;
  }

  private NormPainter.Colors colors() {
    return new NormPainter.Colors(
        error.getValue(),
        own.getValue(),
        handedBack.getValue(),
        total.getValue(),
        line.getValue(),
        ink.getValue(),
        cursor.getValue());
  }

  TimeAxis axis() {
    return axis;
  }

  /** Called with the timestep of a column that is clicked. */
  public void setOnPick(IntConsumer action) {
    onPick = action;
  }

  /** Told in words what is pointed at; empty if nothing is. */
  public void setOnRead(Consumer<String> action) {
    onRead = action;
  }

  public ObjectProperty<@Nullable Trace> traceProperty() {
    return trace;
  }

  /** The place of the cursor on the timeline. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** Whether what the cell under the cursor has computed is not to be seen yet. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  /** The sizes that are shown; null while there are none. */
  ObjectProperty<@Nullable GradientNorms> normsProperty() {
    return norms;
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return FACTORY.getCssMetaData();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }
}
