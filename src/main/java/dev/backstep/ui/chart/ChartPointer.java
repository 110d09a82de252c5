package dev.backstep.ui.chart;

import dev.backstep.ui.paint.OwnKeys;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The place that is pointed at in a chart, with the mouse or, while the chart has the focus, with
 * keys that go from update to update. What moved last points.
 */
final class ChartPointer {
  private static final int LARGE_STEPS = 10;
  private static final int NOT_MOVED = -1;

  private final LossChart chart;
  private final ChartHover hover;
  private final Supplier<ChartPicture> picture;
  private final Supplier<ChartTexts> texts;
  private int update = NOT_MOVED;
  private boolean isLeading;

  ChartPointer(
      LossChart chart,
      ChartHover hover,
      Supplier<ChartPicture> picture,
      Supplier<ChartTexts> texts) {
    this.chart = chart;
    this.hover = hover;
    this.picture = picture;
    this.texts = texts;
    OwnKeys.listen(chart, chart, this::onKey);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::onMouse);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onMouse);
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.setVisible(false));
    chart.focusVisibleProperty().addListener((property, before, now) -> onFocus(now));
    chart
        .focusedProperty()
        .addListener((property, before, now) -> onFocus(now && chart.isFocusVisible()));
  }

  static boolean uses(KeyEvent event) {
    return OwnKeys.isPlain(event)
        && switch (event.getCode()) {
          case LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN, ESCAPE -> true;
          default -> false;
        };
  }

  private void onMouse(MouseEvent event) {
    isLeading = false;
    pointAt(event.getX(), event.getY());
  }

  private void pointAt(double x, double y) {
    hover.moveTo(x, y);
    hover.show(picture.get(), texts.get());
  }

  private void onFocus(boolean isByKey) {
    isLeading = isByKey;
    hover.setVisible(false);
    follow();
  }

  /** Enter, which is a key of the chart too, leaves the update where it is. */
  private void onKey(KeyEvent event) {
    if (picture.get() != null && uses(event)) {
      update = Math.max(0, moved(event.getCode(), picture.get()));
      isLeading = true;
      follow();
      chart.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /** At most so far that another pixel column is reached: what looks different can be reached. */
  private int moved(KeyCode code, ChartPicture shown) {
    int from = within(shown);
    ChartArea area = shown.area();
    double pixels =
        code == KeyCode.LEFT || code == KeyCode.RIGHT ? area.pixel() : area.width() / LARGE_STEPS;
    double x = shown.updates().at(from);
    return switch (code) {
      case LEFT, PAGE_UP -> Math.min(from - 1, shown.updateAt(x - pixels));
      case RIGHT, PAGE_DOWN -> Math.max(from + 1, shown.updateAt(x + pixels));
      case HOME -> 0;
      default -> Integer.MAX_VALUE;
    };
  }

  private int within(ChartPicture shown) {
    int low = (int) shown.updates().low();
    int high = shown.updateAt(shown.area().right());
    return Math.max(low, Math.min(high, update == NOT_MOVED ? shown.lastDrawn() : update));
  }

  /** The update where the keys are. */
  int update() {
    return within(picture.get());
  }

  /** Puts the read-out where the keys are; the lines may have grown since. */
  void follow() {
    ChartPicture shown = picture.get();
    if (isLeading && shown != null) {
      ChartArea area = shown.area();
      pointAt(shown.updates().at(within(shown)), area.top() + area.height() / 2);
    }
  }
}
