package dev.backstep.ui.flow;

import javafx.scene.canvas.GraphicsContext;

/** The colours of the norms, and the powers of ten at their ends. */
final class DecadeBar extends FlowCanvas {
  private static final double THICKNESS = 5;

  private final FlowViewModel flow;

  DecadeBar(FlowViewModel flow) {
    this.flow = flow;
    getStyleClass().add("flow-decades");
    setMouseTransparent(true);
    flow.revisionProperty().addListener(observable -> requestLayout());
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    if (flow.triangle().isEmpty() || width < 1) {
      return;
    }
    for (int x = 0; x < width; x++) {
      g.setFill(NormColors.ofShare(Math.min(1, x / width)));
      g.fillRect(x, 0, 1, THICKNESS);
    }
    String low = Exponents.of(flow.range().low());
    String high = Exponents.of(flow.range().high());
    double y = THICKNESS + 0.7 * typeSize();
    writeLeft(g, high, width, y);
    writeRight(g, low, 0, y);
  }
}
