package dev.backstep.ui.heatmap;

import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.paint.PixelBoard;
import dev.backstep.ui.paint.PixelBox;
import dev.backstep.ui.paint.PixelRegion;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Squares that are pointed at with the mouse or, while the heatmap has the focus, with the keys of
 * {@link SquareCursor}. What moved last points.
 */
public abstract class Heatmap extends PixelRegion implements OwnKeys {
  private final ReadOnlyObjectWrapper<Square> hovered = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Place> selected = new SimpleObjectProperty<>();
  private SquareNames names = SquareNames.INDICES;
  private Consumer<Square> onSelect = square -> {};
  private Place cursor = new Place(0, 0);
  private @Nullable Point2D mouse;
  private boolean isPointedByKeys;

  Heatmap() {
    setFocusTraversable(true);
    hovered.addListener(observable -> requestFrames());
    selected.addListener((property, before, now) -> requestFrames());
    words.addListener(observable -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    // It can come to lie under a mouse that rests, as where the tab of a gate is pressed by key.
    setOnMouseEntered(event -> hover(new Point2D(event.getX(), event.getY())));
    setOnMouseMoved(event -> hover(new Point2D(event.getX(), event.getY())));
    setOnMouseDragged(event -> hover(new Point2D(event.getX(), event.getY())));
    setOnMouseExited(event -> hover(null));
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> select(hovered.get()));
    OwnKeys.listen(this, this, this::onKey);
    focusVisibleProperty().addListener((property, before, now) -> onFocus(now));
    focusedProperty().addListener((property, before, now) -> onFocus(now && isFocusVisible()));
  }

  /** The squares, or null while there are none. */
  abstract @Nullable SquareGrid grid();

  /** Whether there is a value in a column of the picture. */
  abstract boolean isComputed(int across);

  /** Whether the values in a column of the picture are there, but not to be seen yet. */
  abstract boolean isCovered(int across);

  /** Whether the values in a column of the picture are there to be seen. */
  public final boolean isSeen(int across) {
    return isComputed(across) && !isCovered(across);
  }

  /** The square at a point of the region, or null. */
  abstract @Nullable Square squareAt(double x, double y);

  /** Where a square is drawn, in device pixels. */
  abstract PixelBox boxOf(Place place);

  /** Where the keys begin, given where they were last. */
  Place entered(Place last) {
    return last;
  }

  /** Brings a column into sight. */
  void reveal(int across) {}

  /** Does what a click does besides selecting. */
  void pick(Place place) {}

  /** The square at a place; null where it is not computed. */
  private @Nullable Square squareOn(@Nullable Place place) {
    SquareGrid grid = grid();
    if (place == null || grid == null || !isComputed(place.across())) {
      return null;
    }
    Square square = grid.at(place);
    return isCovered(place.across()) ? new Square(square.row(), square.col(), Double.NaN) : square;
  }

  /** Where the keys point, or would; null where there is nothing. */
  private @Nullable Place cursor() {
    SquareGrid grid = grid();
    return grid == null ? null : cursor.within(grid.width(), grid.height());
  }

  private @Nullable Place keyed() {
    return isPointedByKeys ? cursor() : null;
  }

  /** The place pointed at, with the mouse or the keys; null if none is. */
  final @Nullable Place pointed() {
    SquareGrid grid = grid();
    return hovered.get() == null || grid == null ? keyed() : grid.placeOf(hovered.get());
  }

  private void hover(@Nullable Point2D point) {
    mouse = point;
    isPointedByKeys = point == null && isFocusVisible();
    point();
  }

  /** A focus that did not come by key points at nothing until a key is pressed. */
  private void onFocus(boolean isByKey) {
    isPointedByKeys = isByKey;
    if (isByKey) {
      moveTo(entered(cursor));
    } else {
      point();
    }
  }

  private void onKey(KeyEvent event) {
    SquareGrid grid = grid();
    Place from = cursor();
    if (grid == null || from == null) {
      return;
    }
    if (SquareCursor.selects(event.getCode())) {
      select(squareOn(from));
      pick(from);
    } else {
      isPointedByKeys = true;
      moveTo(moved(from, event, grid));
    }
  }

  /** Where a key leads to. */
  Place moved(Place from, KeyEvent event, SquareGrid grid) {
    return SquareCursor.moved(from, event, grid.width(), grid.height());
  }

  private void moveTo(Place place) {
    cursor = place;
    Place shown = keyed();
    if (shown != null) {
      reveal(shown.across());
    }
    point();
  }

  private void select(@Nullable Square square) {
    if (square != null) {
      onSelect.accept(square);
    }
  }

  /** Says what is pointed at now. */
  private void point() {
    hovered.set(
        !isPointedByKeys && mouse != null
            ? squareAt(mouse.getX(), mouse.getY())
            : squareOn(keyed()));
    words.set(describe());
    requestFrames();
    if (pointed() == null) {
      fireEvent(new HeatmapEvent());
    }
  }

  /** Draws again; under a mouse that rests there may now be another square, or none. */
  final void refresh() {
    point();
    requestLayout();
  }

  private String describe() {
    Place place = pointed();
    SquareGrid grid = grid();
    if (place == null || grid == null) {
      return isPointedByKeys ? names.notComputed() : "";
    }
    String square = names.words(grid.at(place), hovered.get() != null, isCovered(place.across()));
    return isSeen(place.across()) ? square + wordsOfLimit(place.across()) : square;
  }

  /** What is said of the colours of a column; nothing where they are those of all columns. */
  String wordsOfLimit(int across) {
    return "";
  }

  @Override
  public final boolean uses(KeyEvent event) {
    return SquareCursor.uses(event);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (pointed() != null) {
      fireEvent(new HeatmapEvent());
    }
  }

  @Override
  protected final void paintOver(PixelBoard board, double pixelsPerUnit) {
    frame(board, pixelsPerUnit, selected.get());
    frame(board, pixelsPerUnit, keyed());
  }

  private void frame(PixelBoard board, double pixelsPerUnit, @Nullable Place place) {
    SquareGrid grid = grid();
    if (place != null
        && grid != null
        && place.equals(place.within(grid.width(), grid.height()))
        && isComputed(place.across())) {
      int thickness = Math.max(1, (int) Math.round(pixelsPerUnit));
      board.frameAround(boxOf(place), thickness, inkColor(), groundColor());
    }
  }

  /** The numbers in a lens over a place. */
  abstract Magnified magnified(Place center);

  /** The numbers in a lens over the place that is pointed at; null if none is. */
  final @Nullable Magnified magnified() {
    Place center = pointed();
    return center == null ? null : magnified(center);
  }

  /** Where the square that is pointed at is drawn, in this node; null if nothing is. */
  public final @Nullable Bounds pointedBounds() {
    Place place = pointed();
    return place == null ? null : boxOf(place).inUnits(pixelsPerUnit());
  }

  /** The name, and what is pointed at. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute != AccessibleAttribute.TEXT || words.get().isEmpty()) {
      return super.queryAccessibleAttribute(attribute, parameters);
    }
    return getAccessibleText() == null ? words.get() : getAccessibleText() + ": " + words.get();
  }

  /** Called with the square that is clicked, or chosen with Enter or Space. */
  public final void setOnSelect(Consumer<Square> action) {
    onSelect = action;
  }

  /** Frames a square by the row and column of its matrix; none for −1. */
  public final void setSelected(int row, int col) {
    SquareGrid grid = grid();
    selected.set(
        grid != null && row >= 0 && col >= 0
            ? grid.placeOf(new Square(row, col, Double.NaN))
            : null);
  }

  public final SquareNames names() {
    return names;
  }

  public final void setNames(SquareNames squareNames) {
    names = squareNames;
  }

  /** The square that is pointed at; null if there is none or it is not computed. */
  public final ReadOnlyObjectProperty<Square> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** The read-out of what is pointed at: name, index, characters, value; empty if nothing is. */
  public final ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
