package dev.backstep.ui.picture;

import dev.backstep.io.picture.SvgElement;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.transform.Transform;

/** Where a node stands in the picture. */
public record NodeTransform(Transform transform) {
  static NodeTransform of(Node node) {
    return new NodeTransform(node.getLocalToSceneTransform());
  }

  /** Puts an element that is written in the node's own units into its place. */
  SvgElement put(SvgElement element) {
    Transform m = transform;
    boolean isMovedOnly = m.getMxx() == 1 && m.getMyy() == 1 && m.getMxy() == 0 && m.getMyx() == 0;
    if (isMovedOnly && m.getTx() == 0 && m.getTy() == 0) {
      return element;
    }
    return element.with(
        "transform",
        isMovedOnly
            ? "translate(" + join(m.getTx(), m.getTy()) + ")"
            : "matrix("
                + join(m.getMxx(), m.getMyx(), m.getMxy(), m.getMyy(), m.getTx(), m.getTy())
                + ")");
  }

  /** A rectangle of the node, in the units of the picture. */
  Bounds of(Bounds local) {
    return transform.transform(local);
  }

  private static String join(double... numbers) {
    StringBuilder joined = new StringBuilder();
    for (double number : numbers) {
      joined.append(joined.isEmpty() ? "" : " ").append(SvgElement.number(number));
    }
    return joined.toString();
  }
}
