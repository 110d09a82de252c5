package dev.backstep.ui.chart;

import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.paint.StyleSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A number for each position of a sequence as a bar on a zero line: above it in one colour, below
 * it in another. The first positions are shown, as many as fit; what is pointed at, with the mouse
 * or with the arrows, is said in words.
 */
public final class PositionBars extends Region implements OwnKeys {
  private static final StyleablePropertyFactory<PositionBars> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final double GAP = 6;
  private static final double ROOM = 12;

  private final StyleableProperty<Color> text = color("text", "-bars-text");
  private final StyleableProperty<Color> grid = color("grid", "-bars-grid");
  private final StyleableProperty<Color> above = color("above", "-bars-above");
  private final StyleableProperty<Color> below = color("below", "-bars-below");
  private final StyleableProperty<Color> mark = color("mark", "-bars-mark");
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", bars -> bars.font, Font.getDefault(), true);
  private final List<Observable> looks = new ArrayList<>(List.of((Observable) font));

  private final ObjectProperty<double[]> values = new SimpleObjectProperty<>(new double[0]);
  private final SharpCanvas canvas = new SharpCanvas();
  private final ChartPlaceholder nothing = new ChartPlaceholder();
  private final Label readOut = new Label();
  private IntFunction<String> words = String::valueOf;
  private @Nullable BarsLayout layout;
  private int pointed = -1;

  public PositionBars() {
    getStyleClass().add("position-bars");
    readOut.getStyleClass().add("readout");
    readOut.setManaged(false);
    readOut.setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    looks.addAll(
        List.of(
            (Observable) text,
            (Observable) grid,
            (Observable) above,
            (Observable) below,
            (Observable) mark));
    looks.forEach(look -> look.addListener(observable -> requestLayout()));
    values.addListener(observable -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(positionAt(event.getX())));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
    focusedProperty().addListener((property, before, now) -> point(now ? 0 : -1));
    OwnKeys.listen(this, this, this::onKey);
    getChildren().addAll(canvas, nothing, readOut);
  }

  private StyleableProperty<Color> color(String name, String css) {
    return CSS.createStyleableColorProperty(
        this, name, css, bars -> bars.styleable(name), Color.GRAY);
  }

  private StyleableProperty<Color> styleable(String name) {
    return switch (name) {
      case "text" -> text;
      case "grid" -> grid;
      case "above" -> above;
      case "below" -> below;
      default -> mark;
    };
  }

  private int positionAt(double x) {
    return layout == null ? -1 : layout.positionAt(x);
  }

  private void point(int position) {
    pointed = position;
    requestLayout();
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void onKey(KeyEvent event) {
    int last = layout == null ? -1 : layout.shown() - 1;
    int wanted =
        switch (event.getCode()) {
          case LEFT -> pointed - 1;
          case RIGHT -> pointed + 1;
          case HOME -> 0;
          default -> last;
        };
    point(Math.min(last, Math.max(0, wanted)));
  }

  @Override
  public boolean uses(KeyEvent event) {
    return OwnKeys.isPlain(event)
        && switch (event.getCode()) {
          case LEFT, RIGHT, HOME, END, ESCAPE -> true;
          default -> false;
        };
  }

  @Override
  protected void layoutChildren() {
    boolean isEmpty = values.get().length == 0;
    nothing.setVisible(isEmpty);
    nothing.layoutWithin(getWidth(), getHeight(), 2 * GAP);
    BarsPainter painter = new BarsPainter(canvas.begin(getWidth(), getHeight()), font.getValue());
    ChartArea area = area(painter);
    layout = isEmpty || !area.isUsable() ? null : BarsLayout.of(values.get(), area);
    if (layout != null) {
      painter.drawGrid(layout, text.getValue(), grid.getValue());
      painter.drawBars(layout, values.get(), above.getValue(), below.getValue());
      if (pointed >= 0) {
        painter.drawMark(layout, pointed, mark.getValue());
      }
      painter.drawZero(layout, text.getValue());
    }
    showReadOut();
  }

  private ChartArea area(BarsPainter painter) {
    double left = painter.width("−0.00") + 2 * GAP;
    double bottom = getHeight() - painter.lineHeight() - GAP;
    return ChartArea.snapped(left, GAP, getWidth() - GAP, bottom, 1);
  }

  private void showReadOut() {
    boolean isShown = layout != null && pointed >= 0 && pointed < layout.shown();
    readOut.setVisible(isShown);
    if (layout == null || !isShown) {
      return;
    }
    readOut.setText(words.apply(pointed));
    double width = Math.ceil(Math.min(readOut.prefWidth(-1), getWidth()));
    double height = Math.ceil(readOut.prefHeight(width));
    double beside = layout.center(pointed) + ROOM;
    double x = beside + width <= getWidth() ? beside : layout.center(pointed) - ROOM - width;
    readOut.resizeRelocate(Math.rint(Math.max(0, x)), GAP, width, height);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute != AccessibleAttribute.TEXT) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    boolean isSaid = layout != null && pointed >= 0 && pointed < layout.shown();
    return getAccessibleText() + (isSaid ? ": " + words.apply(pointed) : "");
  }

  /** Takes the words for a position, from 0. */
  public void setWords(IntFunction<String> sayer) {
    words = sayer;
  }

  /** The numbers by position; NaN where there is none. Not modified. */
  public ObjectProperty<double[]> valuesProperty() {
    return values;
  }

  /** The sentence that stands here as long as there is nothing to draw. */
  public StringProperty placeholderProperty() {
    return nothing.textProperty();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }

  @Override
  public String getUserAgentStylesheet() {
    return StyleSheets.of("chart");
  }
}
