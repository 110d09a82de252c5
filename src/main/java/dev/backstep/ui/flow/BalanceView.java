package dev.backstep.ui.flow;

import dev.backstep.math.Numbers;
import dev.backstep.trace.flow.FlowBalance;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.ui.time.TimeAxis;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/**
 * Why the norm at t is another than at t + 1, in powers of ten: two bars under each letter that add
 * up to the change.
 */
final class BalanceView extends TimeCanvas {
  private static final double EDGE = 4;
  private static final double WIDEST_BAR = 22;

  /** What the bars reach to if all changes are small. */
  private static final double LEAST_LIMIT = 0.1;

  BalanceView(FlowViewModel flow, TimeAxis axis) {
    super(flow, axis);
  }

  /** The balance from t + 1 to t of a row. */
  static FlowBalance balance(FlowViewModel flow, LossFlow row, int t) {
    return FlowBalance.of(row, flow.stateProperty().get(), t);
  }

  /** The largest bar of a row that is finite, or a little where all are small. */
  static double limit(FlowViewModel flow, LossFlow row) {
    double most = LEAST_LIMIT;
    for (int t = 0; t < row.loss(); t++) {
      FlowBalance balance = balance(flow, row, t);
      most = larger(most, larger(Math.abs(balance.inCell()), Math.abs(balance.between())));
    }
    return most;
  }

  private static double larger(double a, double b) {
    return Double.isFinite(b) ? Math.max(a, b) : a;
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    Optional<LossFlow> row = flow().row();
    if (row.isEmpty() || row.get().loss() >= axis().getLength()) {
      return;
    }
    double limit = limit(flow(), row.get());
    double zero = Math.rint(height / 2);
    double perDecade = (height / 2 - EDGE) / limit;
    writeLeft(g, "×" + Numbers.brief(StrictMath.pow(10, limit)), -6, EDGE + typeSize() / 2);
    writeLeft(g, "×1", -6, zero);
    clipToColumns(g, width, height);
    g.setFill(grid());
    g.fillRect(0, zero, width, 1);
    int last = Math.min(row.get().loss() - 1, axis().lastVisible());
    for (int t = axis().firstVisible(); t <= last; t++) {
      FlowBalance balance = balance(flow(), row.get(), t);
      double bar = Math.max(1, Math.min(WIDEST_BAR, Math.floor(axis().columnWidth() * 0.36)));
      g.setFill(forward());
      drawBar(g, middle(t) - bar - 0.5, bar, zero, balance.inCell() * perDecade);
      g.setFill(backward());
      drawBar(g, middle(t) + 0.5, bar, zero, balance.between() * perDecade);
    }
  }

  private static void drawBar(GraphicsContext g, double x, double width, double zero, double up) {
    if (Double.isFinite(up)) {
      double y = Math.rint(zero - up);
      g.fillRect(x, Math.min(y, zero), width, Math.max(1, Math.abs(zero - y)));
    }
  }
}
