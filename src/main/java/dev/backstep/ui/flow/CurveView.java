package dev.backstep.ui.flow;

import dev.backstep.net.Vector;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
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
    drawOtherStates(g, height, loss, first, last);
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

  /** Those that are not looked at, of the same loss, dashed. */
  private void drawOtherStates(GraphicsContext g, double height, int loss, int first, int last) {
    Optional<LossFlow> row = flow().row(loss);
    List<Vector> states = row.map(each -> each.net().states()).orElse(List.of());
    g.setStroke(forward());
    g.setLineWidth(1.5);
    g.setLineDashes(6, 4);
    for (Vector state : states) {
      if (!state.equals(flow().stateProperty().get())) {
        drawLine(g, height, row.get(), state, first, Math.min(loss, last));
      }
    }
    g.setLineDashes();
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
    drawLine(g, height, row.get(), state, first, Math.min(s, last));
    double norm = row.get().norm(state, s);
    if (s <= last && norm > 0 && norm < Double.POSITIVE_INFINITY) {
      double radius = isLit ? 4.5 : 2.5;
      double y = yOf(range.share(norm), height);
      g.fillOval(middle(s) - radius, y - radius, 2 * radius, 2 * radius);
    }
  }

  /** A line with gaps where a norm has no logarithm. */
  private void drawLine(
      GraphicsContext g, double height, LossFlow row, Vector state, int first, int until) {
    FlowRange range = flow().range();
    g.beginPath();
    boolean isDown = false;
    for (int t = first; t <= until; t++) {
      double norm = row.norm(state, t);
      if (norm > 0 && norm < Double.POSITIVE_INFINITY) {
        double y = yOf(range.share(norm), height);
        if (isDown) {
          g.lineTo(middle(t), y);
        } else {
          g.moveTo(middle(t), y);
        }
        isDown = true;
      } else {
        isDown = false;
      }
    }
    g.stroke();
  }
}
