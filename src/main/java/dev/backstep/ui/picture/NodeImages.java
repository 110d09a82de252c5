package dev.backstep.ui.picture;

import dev.backstep.io.picture.Pixels;
import dev.backstep.io.picture.SvgElement;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** The images of nodes, in pixels. */
final class NodeImages {
  /** The pixels of a unit in everything that is taken away. */
  static final double SCALE = 2;

  private NodeImages() {}

  /** A node alone, on nothing, at its place in the picture. */
  static SvgElement image(Node node) {
    Bounds bounds = NodeTransform.of(node).of(node.getLayoutBounds());
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    parameters.setFill(Color.TRANSPARENT);
    // The parent's own coordinates begin the viewport: what hangs over the edge is not seen.
    Bounds inParent = node.getBoundsInParent();
    parameters.setViewport(
        new Rectangle2D(
            inParent.getMinX() * SCALE,
            inParent.getMinY() * SCALE,
            Math.ceil(bounds.getWidth() * SCALE),
            Math.ceil(bounds.getHeight() * SCALE)));
    return SvgElement.image(
        pixels(node.snapshot(parameters, null)),
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight());
  }

  static Pixels pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Pixels(width, height, argb);
  }
}
