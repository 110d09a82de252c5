package dev.backstep.ui.picture;

import dev.backstep.io.picture.Pixels;
import dev.backstep.io.picture.SvgElement;
import dev.backstep.ui.paint.Sharpness;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/** The picture of a scene to be taken away: drawn anew at twice the size, or as vectors. */
public final class Picture {
  private final Scene scene;

  public Picture(Scene scene) {
    this.scene = scene;
  }

  /** As an image with two pixels for every unit of length. */
  public WritableImage image() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(NodeImages.SCALE, NodeImages.SCALE));
    parameters.setFill(scene.getFill());
    return Sharpness.at(NodeImages.SCALE, scene, () -> scene.getRoot().snapshot(parameters, null));
  }

  /** {@link #image} to be written to a file. */
  public Pixels pixels() {
    return NodeImages.pixels(image());
  }

  /** As vectors; what is painted on canvases stays an image. */
  public SvgElement svg() {
    return Sharpness.at(NodeImages.SCALE, scene, () -> new SceneWalk().of(scene.getRoot()));
  }
}
