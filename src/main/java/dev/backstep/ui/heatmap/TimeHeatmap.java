package dev.backstep.ui.heatmap;

import dev.backstep.math.MatrixView;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelBox;
import dev.backstep.ui.paint.Shading;
import dev.backstep.ui.time.TimeAxis;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
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

  @Override
  PixelBox boxOf(Place place) {
    double x = axis.x(place.across());
    int height = devicePixels(getHeight());
    return new PixelBox(
        devicePixels(x),
        PixelBoard.edge(place.down(), values.get().cols(), height),
        devicePixels(x + axis.columnWidth()),
        PixelBoard.edge(place.down() + 1, values.get().cols(), height));
  }

  @Override
  protected void paint(PixelBoard board, double pixelsPerUnit) {
    MatrixView matrix = values.get();
    if (matrix == null) {
      return;
    }
    Shading shading = shading();
    int last = Math.min(axis.lastVisible(), matrix.rows() - 1);
    for (int t = axis.firstVisible(); t <= last; t++) {
      paintColumn(board, pixelsPerUnit, matrix, t, shading);
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

  private void paintColumn(
      PixelBoard board, double pixelsPerUnit, MatrixView matrix, int t, Shading shading) {
    int x0 = (int) Math.round(axis.x(t) * pixelsPerUnit);
    int x1 = (int) Math.round((axis.x(t) + axis.columnWidth()) * pixelsPerUnit);
    if (covered.get() == t) {
      board.cover(x0, x1, pixelsPerUnit, coverColor(), groundColor());
    } else if (computed.get().test(t)) {
      board.column(x0, x1, matrix.cols(), n -> matrix.get(t, n), shading);
      paintLights(board, pixelsPerUnit, matrix, t, x0, x1);
      paintHovered(board, pixelsPerUnit, matrix, t, x0, x1);
    } else {
      board.hatch(x0, x1, pixelsPerUnit, hatchColor(), groundColor());
    }
  }

  /** Frames what the number under the mouse was made of, and in another way what it feeds. */
  private void paintLights(
      PixelBoard board, double pixelsPerUnit, MatrixView matrix, int t, int x0, int x1) {
    int cursor = marked.get() == t ? (int) Math.round(3 * pixelsPerUnit) : 0;
    PixelBox area = new PixelBox(x0, cursor, x1, board.height() - cursor);
    lightFrames(board, pixelsPerUnit)
        .paint(
            lights.get().inRow(t),
            area,
            block ->
                new PixelBox(
                    x0,
                    PixelBoard.edge(block.fromCol(), matrix.cols(), board.height()),
                    x1,
                    PixelBoard.edge(block.untilCol(), matrix.cols(), board.height())));
  }

  private void paintHovered(
      PixelBoard board, double pixelsPerUnit, MatrixView matrix, int t, int x0, int x1) {
    Square square = hoveredProperty().get();
    if (square != null && square.row() == t) {
      int top = PixelBoard.edge(square.col(), matrix.cols(), board.height());
      int bottom = PixelBoard.edge(square.col() + 1, matrix.cols(), board.height());
      int thickness = Math.max(1, (int) Math.round(pixelsPerUnit));
      int least = Math.max(bottom, top + 3 * thickness);
      board.frame(x0, top, x1, least, thickness, markColor());
    }
  }

  @Override
  @Nullable Square squareAt(double x, double y) {
    MatrixView matrix = values.get();
    int t = axis.timestepAt(x);
    if (matrix == null || t < 0 || t >= matrix.rows() || !computed.get().test(t)) {
      return null;
    }
    int height = devicePixels(getHeight());
    if (covered.get() == t) {
      int under = PixelBoard.cellAt(y * pixelsPerUnit(), matrix.cols(), height);
      return under < 0 ? null : new Square(t, under, Double.NaN);
    }
    int n = PixelBoard.shownAt(y * pixelsPerUnit(), matrix.cols(), height, i -> matrix.get(t, i));
    return n < 0 ? null : new Square(t, n, matrix.get(t, n));
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
