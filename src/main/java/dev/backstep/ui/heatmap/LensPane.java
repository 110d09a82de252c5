package dev.backstep.ui.heatmap;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Lies over the screens; on it the lens floats beside the square that is pointed at. */
public final class LensPane extends Pane {
  private static final double GAP = 14;

  private final Lens lens = new Lens();
  private final BooleanProperty isOn;

  /** A heatmap that is taken out of the window says no more that nothing in it is pointed at. */
  private final InvalidationListener onScene = observable -> show();

  private @Nullable Heatmap heatmap;

  /** Lies over everything in a pane, and listens to the heatmaps in it. */
  public LensPane(Pane screens, BooleanProperty isOn) {
    this.isOn = isOn;
    setMouseTransparent(true);
    getChildren().add(lens);
    lens.setVisible(false);
    screens.getChildren().add(this);
    screens.addEventHandler(HeatmapEvent.POINTED, event -> pointed((Heatmap) event.getTarget()));
    isOn.addListener(observable -> show());
  }

  private void pointed(Heatmap source) {
    boolean isOver = source.pointedBounds() == null;
    if (isOver && source != heatmap) {
      return;
    }
    if (heatmap != null) {
      heatmap.sceneProperty().removeListener(onScene);
    }
    heatmap = isOver ? null : source;
    if (heatmap != null) {
      heatmap.sceneProperty().addListener(onScene);
    }
    show();
  }

  private void show() {
    Bounds pointed =
        isOn.get() && heatmap != null && heatmap.getScene() == getScene()
            ? heatmap.pointedBounds()
            : null;
    lens.setVisible(pointed != null);
    if (heatmap != null && pointed != null) {
      lens.show(heatmap);
      Bounds square = sceneToLocal(heatmap.localToScene(pointed));
      Point2D place = beside(square, lens.getLayoutBounds(), getLayoutBounds());
      lens.relocate(Math.rint(place.getX()), Math.rint(place.getY()));
    }
  }

  /**
   * Below what is pointed at, else above it, else at its side: never on it, and within the room.
   */
  static Point2D beside(Bounds square, Bounds size, Bounds room) {
    double x = square.getCenterX() - size.getWidth() / 2;
    double y = square.getCenterY() - size.getHeight() / 2;
    double below = square.getMaxY() + GAP;
    double above = square.getMinY() - GAP - size.getHeight();
    double right = square.getMaxX() + GAP;
    double left = square.getMinX() - GAP - size.getWidth();
    if (below + size.getHeight() <= room.getHeight()) {
      y = below;
    } else if (above >= 0) {
      y = above;
    } else {
      x = right + size.getWidth() <= room.getWidth() ? right : left;
    }
    return new Point2D(
        within(x, size.getWidth(), room.getWidth()), within(y, size.getHeight(), room.getHeight()));
  }

  private static double within(double start, double length, double room) {
    return Math.max(0, Math.min(room - length, start));
  }
}
