package dev.backstep.ui.flow;

import dev.backstep.net.Vector;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.ui.time.TimeAxis;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** ‖∂L_s/∂h_t‖ over t on a logarithmic axis: of the loss under the cursor, others faint. */
final class CurveView extends TimeCanvas {
  /** The distance between two lines of the grid, in sizes of their numbers. */
  private static final double LINES = 1.7;

  private static final double EDGE = 6;

  CurveView(FlowViewModel flow, TimeAxis axis) {
    super(flow, axis);
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    if (flow().triangle().isEmpty() || height < 4 * EDGE) {
      return;
    }
    drawGrid(g, width, height);
    clipToColumns(g, width, height);
    int length = axis().getLength();
    int first = Math.max(0, axis().firstVisible() - 1);
    int last = Math.min(length - 1, axis().lastVisible() + 1);
    int loss = flow().lossProperty().get();
    g.setLineWidth(1);
    for (int s = first; s < length; s++) {
      if (s != loss) {
        drawRow(g, height, s, first, last, false);
      }
    }
    drawRow(g, height, loss, first, last, true);
  }

  private void drawGrid(GraphicsContext g, double width, double height) {
    FlowRange range = flow().range();
    int step = range.step((height - 2 * EDGE) / (LINES * typeSize()));
    for (int exponent = range.first(step); exponent <= range.high(); exponent += step) {
      double share = (double) (exponent - range.low()) / (range.high() - range.low());
      double y = Math.rint(yOf(share, height));
      g.setFill(grid());
      g.fillRect(0, y, width, 1);
      writeLeft(g, Exponents.of(exponent), -6, y);
    }
  }

  private static double yOf(double share, double height) {
    return height - EDGE - share * (height - 2 * EDGE);
  }

  private void drawRow(
      GraphicsContext g, double height, int s, int first, int last, boolean isLit) {
    Optional<LossFlow> row = flow().row(s);
    if (row.isEmpty()) {
      return;
    }
    Vector state = flow().stateProperty().get();
    FlowRange range = flow().range();
    g.setStroke(isLit ? backward() : faint());
    g.setFill(isLit ? backward() : faint());
    g.setLineWidth(isLit ? 3 : 1);
    g.beginPath();
    boolean isDown = false;
    double radius = isLit ? 4.5 : 2.5;
    int until = Math.min(s, last);
    for (int t = first; t <= until; t++) {
      double norm = row.get().norm(state, t);
      if (norm > 0 && norm < Double.POSITIVE_INFINITY) {
        double y = yOf(range.share(norm), height);
        if (isDown) {
          g.lineTo(middle(t), y);
        } else {
          g.moveTo(middle(t), y);
        }
        isDown = true;
        if (t == s) {
          g.fillOval(middle(t) - radius, y - radius, 2 * radius, 2 * radius);
        }
      } else {
        isDown = false;
      }
    }
    g.stroke();
  }
}
