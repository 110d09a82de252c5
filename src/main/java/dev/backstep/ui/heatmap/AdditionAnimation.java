package dev.backstep.ui.heatmap;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/**
 * A sum of pictures seen happening: the picture of what is added moves onto that of the sum, which
 * until then looks as it did before. The heatmaps themselves have the numbers of the end all the
 * time; only copies of their pictures move, above them.
 */
public final class AdditionAnimation {
  /** The share of the time that the way takes; in the rest the copies fade. */
  private static final double WAY = 0.65;

  private final Pane over;
  private final MatrixHeatmap added;
  private final MatrixHeatmap sum;
  private final ImageView before;
  private final ImageView moving;
  private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress", 1);
  private final Timeline timeline = new Timeline();

  /**
   * @param over the pane that the copies are laid over; all three heatmaps are in it
   * @param seconds how long it takes
   */
  public AdditionAnimation(
      Pane over, MatrixHeatmap before, MatrixHeatmap added, MatrixHeatmap sum, double seconds) {
    this.over = over;
    this.added = added;
    this.sum = sum;
    this.before = before.mirror();
    moving = added.mirror();
    moving.setId("landing");
    for (ImageView copy : List.of(this.before, moving)) {
      copy.setManaged(false);
      copy.setVisible(false);
      over.getChildren().add(copy);
    }
    progress.addListener(observable -> place());
    timeline
        .getKeyFrames()
        .setAll(
            new KeyFrame(Duration.ZERO, new KeyValue(progress, 0)),
            new KeyFrame(
                Duration.seconds(seconds), new KeyValue(progress, 1, Interpolator.LINEAR)));
  }

  /** Begins, from the beginning if it is on its way. */
  public void play() {
    progress.set(0);
    timeline.playFromStart();
  }

  /** Is at its end at once. */
  public void finish() {
    timeline.stop();
    progress.set(1);
  }

  private void place() {
    double p = progress.get();
    double way = Interpolator.EASE_BOTH.interpolate(0.0, 1.0, Math.min(1, p / WAY));
    double opacity = Math.min(1, (1 - p) / (1 - WAY));
    Point2D from = cornerOf(added);
    Point2D to = cornerOf(sum);
    show(before, to, opacity);
    show(moving, from.interpolate(to, way), opacity);
  }

  private Point2D cornerOf(Node node) {
    Bounds bounds = over.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    return new Point2D(bounds.getMinX(), bounds.getMinY());
  }

  /** On whole pixels, where pictures are crisp. */
  private void show(ImageView copy, Point2D corner, double opacity) {
    copy.setVisible(progress.get() < 1);
    copy.setOpacity(opacity);
    copy.relocate(Math.round(corner.getX()), Math.round(corner.getY()));
  }

  /** The share of the time passed, 0 … 1; 1 while nothing moves. */
  public DoubleProperty progressProperty() {
    return progress;
  }

  public boolean isRunning() {
    return timeline.getStatus() == Animation.Status.RUNNING;
  }

  /** The time it takes. */
  public Duration length() {
    return timeline.getTotalDuration();
  }
}
