package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import dev.backstep.ui.paint.HeatmapShapes;
import dev.backstep.ui.paint.WindowPane;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** Goes through what a scene shows, back to front, and writes it as a vector picture. */
final class SceneWalk {
  private final SvgElement definitions = new SvgElement("defs");
  private int clips;

  /** The parts of a scene's picture; what images need is drawn at the scale that is set now. */
  SvgElement of(Node root) {
    Bounds bounds = root.getLayoutBounds();
    SvgElement picture = SvgElement.picture(bounds.getWidth(), bounds.getHeight()).add(definitions);
    if (root instanceof WindowPane window) {
      SvgElement ground = RegionInk.rectangle(0, 0, bounds.getWidth(), bounds.getHeight());
      Inks.paint(ground, "fill", window.ground());
      picture.add(ground);
    }
    walk(root, picture);
    return picture;
  }

  private void walk(Node node, SvgElement into) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    SvgElement inner = inner(node, into);
    draw(node, inner);
    if (node instanceof Parent parent && !HeatmapShapes.isHeatmap(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, inner));
    }
  }

  /** A group of its own where the node is clipped or seen through. */
  private SvgElement inner(Node node, SvgElement into) {
    boolean isClipped = node.getClip() instanceof Rectangle;
    if (!isClipped && node.getOpacity() == 1) {
      return into;
    }
    SvgElement group = new SvgElement("g");
    if (node.getOpacity() < 1) {
      group.with("opacity", node.getOpacity());
    }
    if (isClipped) {
      group.with("clip-path", "url(#" + clip(node) + ")");
    }
    into.add(group);
    return group;
  }

  private String clip(Node node) {
    Bounds bounds = NodeTransform.of(node).of(node.getClip().getBoundsInParent());
    String id = "clip" + clips++;
    definitions.add(
        new SvgElement("clipPath")
            .with("id", id)
            .add(
                RegionInk.rectangle(
                    bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight())));
    return id;
  }

  private static void draw(Node node, SvgElement into) {
    if (node instanceof Region region) {
      new RegionInk(region, into).draw();
      if (HeatmapShapes.isHeatmap(node)) {
        new HeatmapInk(region, into).draw();
      }
    } else if (node instanceof Text text) {
      new TextInk(text, into).draw();
    } else if (node instanceof Canvas || node instanceof ImageView) {
      image(node, into);
    } else if (node instanceof Shape shape) {
      outline(shape, into);
    }
  }

  private static void image(Node node, SvgElement into) {
    Bounds bounds = node.getLayoutBounds();
    if (bounds.getWidth() > 0 && bounds.getHeight() > 0) {
      into.add(NodeImages.image(node));
    }
  }

  private static void outline(Shape shape, SvgElement into) {
    if (!Inks.isSeen(shape.getFill())) {
      return;
    }
    String data = TextInk.data((Path) Shape.subtract(shape, new Rectangle()));
    if (!data.isEmpty()) {
      SvgElement element = new SvgElement("path").with("d", data);
      Inks.paint(element, "fill", shape.getFill());
      into.add(element);
    }
  }
}
