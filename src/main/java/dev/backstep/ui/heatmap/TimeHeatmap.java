package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelBox;
import dev.backstep.ui.paint.Shading;
import dev.backstep.ui.time.TimeAxis;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of every timestep: a matrix (T, N) with time to the right, column t over the axis'
 * column t, entry 0 at the top. Columns that are not computed yet are hatched, never zero-coloured.
 */
public final class TimeHeatmap extends Heatmap {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final TimeAxis axis;
  private final ObjectProperty<MatrixView> values = new SimpleObjectProperty<>(this, "values");
  private final ObjectProperty<IntPredicate> computed =
      new SimpleObjectProperty<>(this, "computed", t -> true);
  private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
  private final IntegerProperty covered = new SimpleIntegerProperty(this, "covered", -1);
  private final IntegerProperty unit = new SimpleIntegerProperty(this, "unit", -1);
  private final ObjectProperty<@Nullable IntToDoubleFunction> limits =
      new SimpleObjectProperty<>(this, "limits");
  private final BooleanProperty active = new SimpleBooleanProperty(this, "active");
  private final ObjectProperty<Lights> lights =
      new SimpleObjectProperty<>(this, "lights", Lights.NONE);
  private IntConsumer onPick = t -> {};

  public TimeHeatmap(TimeAxis axis) {
    this.axis = axis;
    values.addListener(observable -> refresh());
    computed.addListener(observable -> refresh());
    covered.addListener(observable -> refresh());
    marked.addListener(observable -> requestLayout());
    lights.addListener((property, before, now) -> requestLayout());
    limits.addListener(observable -> refresh());
    unit.addListener((property, before, now) -> requestLayout());
    heightProperty().addListener((property, before, now) -> axis.setRowHeight(now.doubleValue()));
    axis.foldedProperty().addListener(observable -> refresh());
    axis.rowHeightProperty().addListener((property, before, now) -> refresh());
    axis.offsetProperty().addListener(observable -> refresh());
    axis.pitchProperty().addListener(observable -> refresh());
    active.addListener((property, before, now) -> pseudoClassStateChanged(ACTIVE, now));
    setMinWidth(0);
    setOnMouseClicked(event -> pick(new Place(axis.timestepAt(event.getX()), 0)));
  }

  @Override
  void pick(Place place) {
    if (place.across() >= 0 && values.get() != null) {
      onPick.accept(place.across());
    }
  }

  @Override
  @Nullable SquareGrid grid() {
    return values.get() == null ? null : new SquareGrid(values.get(), true);
  }

  @Override
  boolean isComputed(int across) {
    return computed.get().test(across);
  }

  @Override
  boolean isCovered(int across) {
    return covered.get() == across;
  }

  /** The keys begin where the timeline stands. */
  @Override
  Place entered(Place last) {
    return marked.get() < 0 ? last : new Place(marked.get(), last.down());
  }

  @Override
  void reveal(int across) {
    axis.reveal(across);
  }

  /** How a column is laid out at present. */
  public Fold fold() {
    return axis.fold(values.get().cols());
  }

  private TimeColumn column(int t) {
    int x0 = devicePixels(axis.x(t));
    int x1 = devicePixels(axis.x(t) + axis.columnWidth());
    return new TimeColumn(values.get(), t, fold(), x0, x1, devicePixels(getHeight()));
  }

  @Override
  PixelBox boxOf(Place place) {
    return column(place.across()).box(place.down());
  }

  @Override
  Place moved(Place from, KeyEvent event, SquareGrid grid) {
    return SquareCursor.moved(from, event, grid.width(), fold());
  }

  /** The colours of one column, which may reach up to a limit of its own. */
  private Shading shadingOf(int t) {
    IntToDoubleFunction own = limits.get();
    return own == null ? shading() : shading().upTo(own.applyAsDouble(t));
  }

  @Override
  String wordsOfLimit(int across) {
    IntToDoubleFunction own = limits.get();
    return own == null ? "" : ", " + names().ofLimit(own.applyAsDouble(across));
  }

  @Override
  Magnified magnified(Place center) {
    return new TimeLens(values.get(), names(), this::isSeen, this::shadingOf)
        .over(center, fold(), limits.get());
  }

  @Override
  protected void paint(PixelBoard board, double pixelsPerUnit) {
    MatrixView matrix = values.get();
    if (matrix == null) {
      return;
    }
    int last = Math.min(axis.lastVisible(), matrix.rows() - 1);
    for (int t = axis.firstVisible(); t <= last; t++) {
      paintColumn(board, pixelsPerUnit, t);
    }
    paintMark(board, pixelsPerUnit);
  }

  /** Last, because the frame stands on the neighbours' ground where columns are narrow. */
  private void paintMark(PixelBoard board, double pixelsPerUnit) {
    if (marked.get() >= axis.firstVisible() && marked.get() <= axis.lastVisible()) {
      int x0 = (int) Math.round(axis.x(marked.get()) * pixelsPerUnit);
      int x1 = (int) Math.round((axis.x(marked.get()) + axis.columnWidth()) * pixelsPerUnit);
      int thickness = (int) Math.round(2 * pixelsPerUnit);
      int room = (int) Math.round(3 * pixelsPerUnit);
      board.frame(x0 - room, 0, x1 + room, board.height(), thickness, markColor());
    }
  }

  private void paintColumn(PixelBoard board, double pixelsPerUnit, int t) {
    int x0 = (int) Math.round(axis.x(t) * pixelsPerUnit);
    int x1 = (int) Math.round((axis.x(t) + axis.columnWidth()) * pixelsPerUnit);
    if (covered.get() == t) {
      board.cover(x0, x1, pixelsPerUnit, coverColor(), groundColor());
    } else if (computed.get().test(t)) {
      TimeColumn column = new TimeColumn(values.get(), t, fold(), x0, x1, board.height());
      column.paint(board, line(pixelsPerUnit), shadingOf(t));
      paintUnit(board, pixelsPerUnit, column);
      paintLights(board, pixelsPerUnit, column);
      paintHovered(board, pixelsPerUnit, column);
    } else {
      board.hatch(x0, x1, pixelsPerUnit, hatchColor(), groundColor());
    }
  }

  private static int line(double pixelsPerUnit) {
    return Math.max(1, (int) Math.round(pixelsPerUnit));
  }

  /** The same unit is lit in every column. */
  private void paintUnit(PixelBoard board, double pixelsPerUnit, TimeColumn column) {
    if (unit.get() >= 0 && unit.get() < values.get().cols()) {
      frame(board, column.box(unit.get()), line(pixelsPerUnit), inkColor());
    }
  }

  /** A frame that is at least so high that something is seen within it. */
  private static void frame(PixelBoard board, PixelBox box, int line, int argb) {
    board.frame(box.x0(), box.y0(), box.x1(), Math.max(box.y1(), box.y0() + 3 * line), line, argb);
  }

  /** Frames what the number under the mouse was made of, and in another way what it feeds. */
  private void paintLights(PixelBoard board, double pixelsPerUnit, TimeColumn column) {
    int t = column.timestep();
    int cursor = marked.get() == t ? (int) Math.round(3 * pixelsPerUnit) : 0;
    PixelBox area = new PixelBox(column.x0(), cursor, column.x1(), board.height() - cursor);
    lightFrames(board, pixelsPerUnit).paint(lights.get().inRow(t), area, column::box);
  }

  private void paintHovered(PixelBoard board, double pixelsPerUnit, TimeColumn column) {
    Square square = hoveredProperty().get();
    if (square != null && square.row() == column.timestep()) {
      frame(board, column.box(square.col()), line(pixelsPerUnit), markColor());
    }
  }

  @Override
  @Nullable Square squareAt(double x, double y) {
    MatrixView matrix = values.get();
    int t = axis.timestepAt(x);
    if (matrix == null || t < 0 || t >= matrix.rows() || !computed.get().test(t)) {
      return null;
    }
    boolean isSeen = !isCovered(t);
    int at = column(t).unitAt(x * pixelsPerUnit(), y * pixelsPerUnit(), isSeen);
    return at < 0 ? null : new Square(t, at, isSeen ? matrix.get(t, at) : Double.NaN);
  }

  /** Called with the timestep of a column that is clicked. */
  public void setOnPick(IntConsumer action) {
    onPick = action;
  }

  /** The matrix (T, N), or null for nothing. */
  public ObjectProperty<MatrixView> valuesProperty() {
    return values;
  }

  /** Which timesteps are computed. */
  public ObjectProperty<IntPredicate> computedProperty() {
    return computed;
  }

  /** The timestep whose column is covered, whose squares have no value; −1 for none. */
  public IntegerProperty coveredProperty() {
    return covered;
  }

  /** The limit of each column's colours, by timestep; null where one limit is that of all. */
  public ObjectProperty<@Nullable IntToDoubleFunction> limitsProperty() {
    return limits;
  }

  /** The unit that is lit in every column; −1 for none. */
  public IntegerProperty unitProperty() {
    return unit;
  }

  /** The timestep whose column is outlined, where the cursor stands; −1 for none. */
  public IntegerProperty markedProperty() {
    return marked;
  }

  /** The lights for the number under the mouse, in this heatmap. */
  public ObjectProperty<Lights> lightsProperty() {
    return lights;
  }

  /** Whether the equation that is lit computes this. */
  public BooleanProperty activeProperty() {
    return active;
  }
}
