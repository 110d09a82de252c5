package dev.backstep.ui.chart;

import dev.backstep.ui.paint.DrawingBudget;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.paint.StyleSheets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Loss in nats per character against the update, for a few runs: the raw losses as a pale band, the
 * smoothed ones as a line, held-out ones as diamonds. Made for series that grow while it shows: it
 * draws once a pulse at most, after {@link #refresh()}, a resize or a change of an option.
 */
public final class LossChart extends Region implements OwnKeys {
  private static final StyleablePropertyFactory<LossChart> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double GAP = 6;
  private static final double MOST_OF_LEGEND = 0.2;

  private final ObservableList<ChartLine> lines = FXCollections.observableArrayList();
  private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
  private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
  private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");
  private final IntegerProperty marker = new SimpleIntegerProperty(this, "marker", -1);
  private final ObjectProperty<ChartTexts> texts =
      new SimpleObjectProperty<>(this, "texts", ChartTexts.ENGLISH);

  private final Map<ChartInk, StyleableProperty<Color>> inks = new EnumMap<>(ChartInk.class);
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", chart -> chart.font, Font.getDefault(), true);
  private final ObservableValue<Number> deviceScale =
      sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty);

  private final SharpCanvas canvas = new SharpCanvas();
  private final ChartLegend legend = new ChartLegend();
  private final ChartHover hover = new ChartHover();
  private final ChartPlaceholder nothing = new ChartPlaceholder();
  private @Nullable ChartPicture picture;
  private final ChartTravel travel = new ChartTravel();
  private final ChartPointer pointer = new ChartPointer(this, hover, () -> picture, texts::get);
  private final ChartWishes wishes = new ChartWishes(this, travel, () -> picture, pointer::update);

  public LossChart() {
    getStyleClass().add("loss-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    for (ChartInk ink : ChartInk.values()) {
      StyleableProperty<Color> color =
          CSS.createStyleableColorProperty(
              this, ink.name(), ink.css, chart -> chart.inks.get(ink), ink.fallback());
      inks.put(ink, color);
      refreshOn((Observable) color);
    }
    refreshOn(lines, logX, logY, compact, marker, texts, deviceScale, (Observable) font);
    refreshOn(travel.reachProperty(), travel.epochLengthProperty(), travel.marks());
    getChildren().addAll(canvas, legend, nothing, hover);
  }

  /** Draws anew, because the series have grown or were replaced within. */
  public void refresh() {
    legend.show(lines, travel.marks(), texts.get());
    setNeedsLayout(true);
  }

  /** The runs, drawn in this order. */
  public ObservableList<ChartLine> getLines() {
    return lines;
  }

  /** The update under x (of this control); −1 where there is none because nothing is shown. */
  public int updateAt(double x) {
    return picture == null ? -1 : picture.updateAt(x);
  }

  /** Updates on a logarithmic axis from update 1 on. */
  public BooleanProperty logXProperty() {
    return logX;
  }

  public BooleanProperty logYProperty() {
    return logY;
  }

  /** Without titles and legend, for a place of about 330×90 pixels. */
  public BooleanProperty compactProperty() {
    return compact;
  }

  /** The update at which a dashed line stands; −1 for none. */
  public IntegerProperty markerProperty() {
    return marker;
  }

  /** Going back: how far the chart reaches, what is marked on it, and who is asked. */
  public ChartTravel travel() {
    return travel;
  }

  /** The sentence that stands here as long as there is nothing to draw. */
  public StringProperty placeholderProperty() {
    return nothing.textProperty();
  }

  public ObjectProperty<ChartTexts> textsProperty() {
    return texts;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }

  @Override
  public boolean uses(KeyEvent event) {
    return ChartPointer.uses(event) || wishes.uses(event);
  }

  @Override
  public String getUserAgentStylesheet() {
    return StyleSheets.of("chart");
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && getAccessibleText() == null) {
      String pointed = hover.text();
      String last = isEmpty() ? nothing.getText() : new ChartReadout(texts.get()).last(lines);
      return pointed.isEmpty() ? last : pointed;
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  protected double computePrefWidth(double height) {
    return compact.get() ? 330 : 640;
  }

  @Override
  protected double computePrefHeight(double width) {
    return compact.get() ? 90 : 320;
  }

  @Override
  protected void layoutChildren() {
    DrawingBudget.paint(this, this::drawAll, this::requestLayout);
  }

  private void drawAll() {
    ChartStyle style =
        ChartStyle.of(ink -> Objects.requireNonNull(inks.get(ink)).getValue(), font.getValue());
    nothing.setVisible(isEmpty());
    nothing.layoutWithin(getWidth(), getHeight(), 2 * GAP);
    legend.setVisible(!isEmpty() && hasLegend());
    ChartArea area = layoutLegendAndPlot(style);
    picture =
        isEmpty() || !area.isUsable()
            ? null
            : ChartPicture.of(lines, travel, area, logX.get(), logY.get());
    draw(style);
    pointer.follow();
    hover.show(picture, texts.get());
  }

  private void draw(ChartStyle style) {
    GraphicsContext gc = canvas.begin(getWidth(), getHeight());
    if (picture == null) {
      return;
    }
    ChartFrame frame = new ChartFrame(gc, picture, style);
    frame.drawGrid(compact.get());
    if (!compact.get()) {
      frame.drawTitles(texts.get());
    }
    new ChartPainter(gc, picture, style).draw();
    new ChartMarkPainter(gc, picture, style).draw();
    if (marker.get() >= 0) {
      frame.drawMarker(
          marker.get(),
          compact.get()
              ? ""
              : String.format(Locale.ROOT, texts.get().here(), ChartNumbers.grouped(marker.get())));
    }
  }

  /** The legend stands above the plot beside the title, or above the title where it is narrow. */
  private ChartArea layoutLegendAndPlot(ChartStyle style) {
    boolean small = compact.get();
    double gutter = style.width(small ? "−0.00" : "0.0000") + 2 * GAP;
    double left = getInsets().getLeft() + gutter;
    double right = getWidth() - getInsets().getRight() - style.margin();
    double top = getInsets().getTop() + GAP;
    if (!small && !hasLegend()) {
      top += style.lineHeight() + 1.5 * GAP;
    } else if (!small) {
      double whole = right - getInsets().getLeft();
      double width = Math.min(whole, legend.prefWidth(-1));
      legend.resize(width, legend.prefHeight(width));
      legend.relocate(Math.rint(right - legend.getWidth()), Math.rint(top));
      boolean beside = style.width(texts.get().lossAxis()) + 24 + legend.getWidth() <= right - left;
      top += beside ? legend.getHeight() : legend.getHeight() + style.lineHeight() + GAP;
      top += 1.5 * GAP;
    }
    double below = small ? style.lineHeight() + GAP / 2 : 2 * style.lineHeight() + 2 * GAP;
    double bottom = getHeight() - getInsets().getBottom() - below;
    return ChartArea.snapped(left, top, right, bottom, scale());
  }

  /** Not where it would take most of the room: what is pointed at is named all the same. */
  private boolean hasLegend() {
    double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
    return !compact.get() && legend.prefHeight(width) <= MOST_OF_LEGEND * getHeight();
  }

  private boolean isEmpty() {
    return lines.stream().allMatch(line -> line.lastUpdate() < 0);
  }

  private double scale() {
    Number scale = deviceScale.getValue();
    return scale == null ? 1 : scale.doubleValue();
  }

  private void refreshOn(Observable... changes) {
    for (Observable change : changes) {
      change.addListener((Observable changed) -> refresh());
    }
  }
}
