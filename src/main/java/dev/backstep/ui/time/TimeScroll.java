package dev.backstep.ui.time;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

/**
 * Ties a scroll bar, the wheel and the keys + − 0 to a time axis; the bar is there only if there is
 * more to see.
 */
public final class TimeScroll {
  private static final double THICKNESS = 12;

  private final TimeAxis axis;
  private final ScrollBar bar;

  public TimeScroll(TimeAxis axis, ScrollBar bar) {
    this.axis = axis;
    this.bar = bar;
    bar.setMinHeight(THICKNESS);
    bar.valueProperty().addListener((property, before, now) -> axis.setOffset(now.doubleValue()));
    axis.offsetProperty().addListener(observable -> bar.setValue(axis.getOffset()));
    axis.lengthProperty().addListener(observable -> fit());
    axis.pitchProperty().addListener(observable -> fit());
    axis.viewportWidthProperty().addListener(observable -> fit());
    fit();
  }

  private void fit() {
    // Widths change while the window is laid out; what is managed must not change before that ends.
    Platform.runLater(this::showIfNeeded);
    bar.setMax(Math.max(1, axis.maxOffset()));
    bar.setVisibleAmount(bar.getMax() * axis.getViewportWidth() / Math.max(1, axis.contentWidth()));
    bar.setUnitIncrement(axis.getPitch());
    bar.setBlockIncrement(axis.getViewportWidth());
    bar.setValue(axis.getOffset());
  }

  private void showIfNeeded() {
    bar.getParent().setVisible(axis.maxOffset() > 0);
    bar.getParent().setManaged(axis.maxOffset() > 0);
  }

  /**
   * Sideways wheels and Shift with the wheel scroll in time; Ctrl with the wheel zooms around the
   * mouse, which is over a node that has columns.
   */
  public void followWheelOver(Node rows, Node columns) {
    rows.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.isShortcutDown()) {
            double x = columns.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            axis.zoom((int) Math.signum(event.getDeltaY()), x);
            event.consume();
          } else if (axis.maxOffset() > 0 && event.getDeltaX() != 0) {
            axis.setOffset(axis.getOffset() - event.getDeltaX());
            event.consume();
          }
        });
  }

  /**
   * Zooms by a typed character: + − around a column if it is seen, else around the middle; 0 to
   * fit.
   */
  public void onTyped(String character, int timestep) {
    boolean isSeen = timestep >= axis.firstVisible() && timestep <= axis.lastVisible();
    double x = isSeen ? axis.x(timestep) + axis.columnWidth() / 2 : axis.getViewportWidth() / 2;
    switch (character) {
      case "+", "=" -> axis.zoom(1, x);
      case "-" -> axis.zoom(-1, x);
      case "0" -> axis.zoomToFit();
      default -> {}
    }
  }
}
