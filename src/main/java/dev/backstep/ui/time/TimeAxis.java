package dev.backstep.ui.time;

import dev.backstep.ui.paint.Fold;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The one time axis that everything with timesteps shares: column t stands at {@link #x} in every
 * row. A sequence that does not fit is scrolled, all rows together. All lengths are whole pixels.
 *
 * <p>Zoomed out, columns get narrower until all of them fit; zoomed in, they get wider and the rows
 * higher.
 */
public final class TimeAxis {
  private static final double MIN_PITCH = 44;

  /** Room for the frame of the cursor left of the first column. */
  static final double MARGIN = 4;

  static final double MAX_PITCH = 192;

  /** One notch of the zoom. */
  private static final double NOTCH = 1.25;

  private static final int MOST_NOTCHES = 14;

  /** The narrowest column in which a vector is folded into squares. */
  private static final double FOLDED_FROM = 28;

  /**
   * The number of timesteps from which a unit is followed over time, for which each needs a line of
   * its own: only columns that are wider than usual are folded then.
   */
  private static final int LONG = 24;

  /** Rows that share a picture differ in height by less, and are folded alike. */
  private static final double SAME_HEIGHT = 3;

  private final IntegerProperty length = new SimpleIntegerProperty(0);
  private final DoubleProperty viewportWidth = new SimpleDoubleProperty(0);
  private final ReadOnlyDoubleWrapper pitch = new ReadOnlyDoubleWrapper(MIN_PITCH);
  private final ReadOnlyDoubleWrapper magnification = new ReadOnlyDoubleWrapper(1);
  private final DoubleProperty offset = new SimpleDoubleProperty(0);
  private final BooleanProperty folded = new SimpleBooleanProperty(false);
  private final ReadOnlyDoubleWrapper rowHeight = new ReadOnlyDoubleWrapper(60);
  private int notches;
  private int revealed = -1;

  private double scale = 1;
  private double widest = MAX_PITCH;

  public TimeAxis() {
    length.addListener(observable -> fitLength());
    viewportWidth.addListener((property, before, now) -> fitWidth(before.doubleValue()));
  }

  private void fitLength() {
    revealed = -1;
    fit();
  }

  private void fitWidth(double before) {
    fitAround(before == 0 || isWithin(before, revealed));
  }

  /** The column that was brought into sight stays there, unless it was scrolled away. */
  private void fitAround(boolean isSeen) {
    fit();
    if (isSeen && revealed >= 0) {
      reveal(revealed);
    }
  }

  private boolean isWithin(double width, int t) {
    return x(t) + columnWidth() > 0 && x(t) < width;
  }

  private void fit() {
    pitch.set(Math.max(fittingPitch(), Math.min(widest * scale, scaled(naturalPitch(), notches))));
    setOffset(offset.get());
  }

  /** The pitch without zooming. */
  private double naturalPitch() {
    return Math.max(MIN_PITCH * scale, fittingPitch());
  }

  /** The widest pitch at which every column is seen; one pixel where there are too many. */
  private double fittingPitch() {
    double wanted = Math.floor((viewportWidth.get() - MARGIN) / Math.max(1, length.get()));
    return Math.max(1, Math.min(widest * scale, wanted));
  }

  private static double scaled(double pixels, int notches) {
    return Math.floor(pixels * StrictMath.pow(NOTCH, notches));
  }

  /** Zooms in, or out by negative notches; what stands at x keeps its place as far as it can. */
  public void zoom(int by, double x) {
    double place = (x - MARGIN + offset.get()) / pitch.get();
    notches = Math.max(fewestNotches(), Math.min(MOST_NOTCHES, notches)) + by;
    notches = Math.max(fewestNotches(), Math.min(MOST_NOTCHES, notches));
    magnification.set(StrictMath.pow(NOTCH, Math.max(0, notches)));
    fit();
    setOffset(place * pitch.get() + MARGIN - x);
  }

  /** Zooms and scrolls to where another axis is, as far as the width allows. */
  public void beAs(TimeAxis other) {
    notches = other.notches;
    magnification.set(other.magnification.get());
    fit();
    setOffset(other.getOffset());
  }

  /** Shows every column; if that is so already, columns of a width to read them by again. */
  public void zoomToFit() {
    int target = notches == fewestNotches() ? 0 : fewestNotches();
    zoom(target - notches, 0);
  }

  /** The notches at which every column is seen: 0 if that is so without zooming. */
  private int fewestNotches() {
    int fewest = 0;
    while (scaled(naturalPitch(), fewest) > fittingPitch()) {
      fewest--;
    }
    return fewest;
  }

  /** Lets columns be wider than usual where there are few of them in a wide window. */
  public void setWidest(double pixels) {
    widest = pixels;
    fit();
  }

  /** Larger type needs wider columns. */
  public void setScale(double typeScale) {
    // In between, while the styles of a window are changed, type has another size for a moment.
    boolean isSeen = isWithin(viewportWidth.get(), revealed);
    scale = typeScale;
    fitAround(isSeen);
  }

  /** The left edge of column t, as it is scrolled. */
  public double x(int t) {
    return MARGIN + t * pitch.get() - offset.get();
  }

  /** The width of a column without the gap to the next. */
  public double columnWidth() {
    double width = pitch.get();
    return width - (width < 4 ? 0 : width < 16 ? 1 : width < 32 ? 3 : width < 64 ? 6 : 14);
  }

  /** How a vector of so many units is laid out in a column: alike in every column and row. */
  public Fold fold(int units) {
    double least = (length.get() < LONG ? FOLDED_FROM : MIN_PITCH) * scale;
    return folded.get() && columnWidth() >= least
        ? Fold.squares(units, columnWidth(), rowHeight.get())
        : Fold.stripes(units);
  }

  /** The timestep whose column (or the gap right of it) is at x; −1 if there is none. */
  public int timestepAt(double x) {
    int t = (int) Math.floor((x - MARGIN + offset.get()) / pitch.get());
    return t >= 0 && t < length.get() ? t : -1;
  }

  public int firstVisible() {
    return (int) Math.max(0, Math.floor((offset.get() - MARGIN) / pitch.get()));
  }

  /** The last column of which anything is seen; less than the first if there are none. */
  public int lastVisible() {
    int last = (int) Math.ceil((offset.get() + viewportWidth.get() - MARGIN) / pitch.get()) - 1;
    return Math.min(length.get() - 1, last);
  }

  /**
   * Scrolls as little as it takes to see column t and its neighbours, now and when the width
   * changes.
   */
  public void reveal(int t) {
    revealed = t;
    double from = Math.max(0, t - 1) * pitch.get();
    double until = MARGIN + Math.min(length.get(), t + 2) * pitch.get();
    if (from < offset.get()) {
      setOffset(from);
    } else if (until > offset.get() + viewportWidth.get()) {
      setOffset(until - viewportWidth.get());
    }
  }

  public double contentWidth() {
    return MARGIN + length.get() * pitch.get();
  }

  public double maxOffset() {
    return Math.max(0, contentWidth() - viewportWidth.get());
  }

  /** The number of timesteps, T. */
  public IntegerProperty lengthProperty() {
    return length;
  }

  public int getLength() {
    return length.get();
  }

  public void setLength(int timesteps) {
    length.set(timesteps);
  }

  /** The width that there is for columns. */
  public DoubleProperty viewportWidthProperty() {
    return viewportWidth;
  }

  public double getViewportWidth() {
    return viewportWidth.get();
  }

  /** The distance from one column to the next. */
  public ReadOnlyDoubleProperty pitchProperty() {
    return pitch.getReadOnlyProperty();
  }

  public double getPitch() {
    return pitch.get();
  }

  /** The height of the rows as a multiple of that without zooming, 1 or more. */
  public ReadOnlyDoubleProperty magnificationProperty() {
    return magnification.getReadOnlyProperty();
  }

  /** The distance the columns are scrolled left. */
  public ReadOnlyDoubleProperty offsetProperty() {
    return offset;
  }

  public double getOffset() {
    return offset.get();
  }

  /** Scrolls, at most to the ends. */
  public void setOffset(double pixels) {
    offset.set(Math.round(Math.max(0, Math.min(maxOffset(), pixels))));
  }

  /** Whether vectors are folded into squares where there is room; else they are stripes. */
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /** The height that the rows share, for which vectors are folded. */
  public ReadOnlyDoubleProperty rowHeightProperty() {
    return rowHeight.getReadOnlyProperty();
  }

  /** Says how high a row is; a pixel more or less than the others makes no difference. */
  public void setRowHeight(double pixels) {
    if (pixels > 0 && Math.abs(pixels - rowHeight.get()) >= SAME_HEIGHT) {
      rowHeight.set(pixels);
    }
  }
}
