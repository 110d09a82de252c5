package dev.backstep.ui.parts;

import dev.backstep.ui.heatmap.Place;
import dev.backstep.ui.heatmap.SquareCursor;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.paint.SharpCanvas;
import dev.backstep.ui.time.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * The squares where a check agrees, differs, or had nothing to check: a square for each quantity (a
 * row) of each timestep, column t over the axis' column t; above them, as high as a row, stand the
 * timesteps. Arrows go from square to square; Enter or a click picks one.
 */
public final class CheckGrid extends Region implements OwnKeys {
  /** A square: its row, and its timestep. */
  public record Cell(int row, int timestep) {}

  /** The squares' content. */
  public interface Content {
    int rows();

    CheckMark at(Cell cell);

    /** The words for a square that is pointed at. */
    String words(Cell cell);

    /** The number over a column: that of its timestep. */
    default int number(int column) {
      return column;
    }

    /** Whether a column begins another sequence, which a line before it shows. */
    default boolean beginsAnother(int column) {
      return false;
    }
  }

  private static final StyleablePropertyFactory<CheckGrid> CSS =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** The height of a row in sizes of the type. */
  private static final double ROW = 1.62;

  private static final double GAP = 3;
  private static final double SMALLER = 0.85;

  private final StyleableProperty<Color> agrees = color("-agrees", grid -> grid.agrees);
  private final StyleableProperty<Color> onAgrees = color("-on-agrees", grid -> grid.onAgrees);
  private final StyleableProperty<Color> differs = color("-differs", grid -> grid.differs);
  private final StyleableProperty<Color> onDiffers = color("-on-differs", grid -> grid.onDiffers);
  private final StyleableProperty<Color> hatch = color("-grid-hatch", grid -> grid.hatch);
  private final StyleableProperty<Color> cover = color("-grid-cover", grid -> grid.cover);
  private final StyleableProperty<Color> mark = color("-grid-cursor", grid -> grid.mark);
  private final StyleableProperty<Color> ink = color("-grid-ink", grid -> grid.ink);
  private final StyleableProperty<Color> number = color("-grid-number", grid -> grid.number);
  private final StyleableProperty<Font> font =
      CSS.createStyleableFontProperty(
          this, "font", "-fx-font", grid -> grid.font, Font.getDefault(), true);
  private final SharpCanvas canvas = new SharpCanvas();
  private final TimeAxis axis;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");
  private @Nullable Content content;
  private @Nullable Cell picked = new Cell(0, 0);
  private @Nullable Cell pointed;
  private Consumer<Cell> onPick = cell -> {};

  public CheckGrid(TimeAxis axis) {
    this.axis = axis;
    getStyleClass().add("check-grid");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    setMinWidth(0);
    getChildren().add(canvas);
    List<Object> looks =
        new ArrayList<>(
            List.of(agrees, onAgrees, differs, onDiffers, hatch, cover, mark, ink, number, font));
    looks.addAll(List.of(axis.offsetProperty(), axis.pitchProperty(), axis.lengthProperty()));
    looks.add(covered);
    looks.forEach(look -> ((Observable) look).addListener(observable -> requestLayout()));
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(isFocusVisible() ? picked : null));
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> pick(at(event)));
    focusVisibleProperty().addListener((property, before, now) -> point(now ? picked : null));
    OwnKeys.listen(this, this, this::onKey);
  }

  private StyleableProperty<Color> color(
      String css, java.util.function.Function<CheckGrid, StyleableProperty<Color>> of) {
    return CSS.createStyleableColorProperty(this, css, css, of, Color.GRAY);
  }

  private int rows() {
    return content == null ? 0 : content.rows();
  }

  private double pitch() {
    return Math.floor(getHeight() / (rows() + 1));
  }

  private @Nullable Cell at(MouseEvent event) {
    int row = (int) Math.floor(event.getY() / Math.max(1, pitch())) - 1;
    int timestep = axis.timestepAt(event.getX());
    return row >= 0 && row < rows() && timestep >= 0 ? new Cell(row, timestep) : null;
  }

  private void pick(@Nullable Cell cell) {
    if (cell != null) {
      requestFocus();
      onPick.accept(cell);
      point(cell);
    }
  }

  private void point(@Nullable Cell cell) {
    pointed = rows() == 0 ? null : cell;
    words.set(pointed == null || content == null ? "" : content.words(pointed));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    requestLayout();
  }

  private void onKey(KeyEvent event) {
    if (rows() == 0) {
      return;
    }
    Cell from = pointed != null ? pointed : picked != null ? picked : new Cell(0, 0);
    if (SquareCursor.selects(event.getCode())) {
      pick(from);
      return;
    }
    Place moved =
        SquareCursor.moved(new Place(from.timestep(), from.row()), event, axis.getLength(), rows());
    axis.reveal(moved.across());
    point(new Cell(moved.down(), moved.across()));
  }

  @Override
  public boolean uses(KeyEvent event) {
    return SquareCursor.uses(event);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil((rows() + 1) * Math.ceil(ROW * font.getValue().getSize()));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    CheckGridPainter painter =
        new CheckGridPainter(
            canvas.begin(getWidth(), getHeight()), inks(), SMALLER * font.getValue().getSize());
    painter.numbers(axis, pitch(), t -> content == null ? t : content.number(t));
    for (int row = 0; content != null && row < rows(); row++) {
      for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
        paint(painter, content, new Cell(row, t));
      }
    }
    for (int t = axis.firstVisible(); content != null && t <= axis.lastVisible(); t++) {
      if (content.beginsAnother(t)) {
        painter.line(axis.x(t) - 1, (rows() + 1) * pitch());
      }
    }
    if (rows() > 0 && picked != null && !covered.get()) {
      painter.frame(x(picked), y(picked), axis.columnWidth(), pitch() - GAP);
    }
    if (pointed != null) {
      painter.framePointed(x(pointed), y(pointed), axis.columnWidth(), pitch() - GAP);
    }
  }

  private void paint(CheckGridPainter painter, Content shown, Cell cell) {
    if (covered.get()) {
      painter.covered(x(cell), y(cell), axis.columnWidth(), pitch() - GAP);
    } else {
      painter.square(shown.at(cell), x(cell), y(cell), axis.columnWidth(), pitch() - GAP);
    }
  }

  private double x(Cell cell) {
    return axis.x(cell.timestep());
  }

  private double y(Cell cell) {
    return (cell.row() + 1) * pitch() + 1;
  }

  private CheckGridPainter.Inks inks() {
    return new CheckGridPainter.Inks(
        agrees.getValue(),
        onAgrees.getValue(),
        differs.getValue(),
        onDiffers.getValue(),
        hatch.getValue(),
        cover.getValue(),
        mark.getValue(),
        ink.getValue(),
        number.getValue());
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    boolean isSaid = attribute == AccessibleAttribute.TEXT && !words.get().isEmpty();
    return isSaid
        ? getAccessibleText() + ": " + words.get()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /** Shows something else. */
  public void setContent(Content shown) {
    content = shown;
    point(null);
    requestParentLayout();
  }

  /** Frames the square that is looked at; null for none. */
  public void setPicked(@Nullable Cell cell) {
    picked = cell;
    point(isFocusVisible() ? cell : pointed);
  }

  /** Called with the square that is clicked, or chosen with Enter or Space. */
  public void setOnPick(Consumer<Cell> action) {
    onPick = action;
  }

  /** The read-out of what is pointed at, with the mouse or the keys; empty if nothing is. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Whether all marks are covered, to be guessed first. */
  public BooleanProperty coveredProperty() {
    return covered;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS.getCssMetaData();
  }
}
