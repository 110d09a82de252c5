package dev.backstep.ui.flow;

import dev.backstep.math.Numbers;
import dev.backstep.trace.flow.FlowPaths;
import dev.backstep.ui.time.TimeAxis;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/**
 * By which paths the gradient of the loss under the cursor comes to each state: parts of it on top
 * of one another, from 0 to 1, and those that are turned against the others below 0.
 */
final class PathsView extends TimeCanvas {
  private static final double EDGE = 4;

  /** So far at most the bars reach on either side, where parts nearly cancel each other. */
  private static final double MOST = 4;

  PathsView(FlowViewModel flow, TimeAxis axis) {
    super(flow, axis);
  }

  /** How far all parts of one sign reach. */
  static double reach(FlowPaths paths, int sign) {
    double most = sign > 0 ? 1 : 0;
    for (int t = 0; t < paths.loss(); t++) {
      double sum = 0;
      for (int path = 0; path < paths.paths().size(); path++) {
        sum += Math.max(0, sign * paths.share(path, t));
      }
      most = Double.isFinite(sum) ? Math.max(most, sum) : most;
    }
    return Math.min(MOST, most);
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    Optional<FlowPaths> known = flow().asides().paths();
    if (known.isEmpty() || known.get().loss() >= axis().getLength() || height < 4 * EDGE) {
      return;
    }
    FlowPaths paths = known.get();
    double perWhole = (height - 2 * EDGE) / (reach(paths, 1) + reach(paths, -1));
    double zero = Math.rint(EDGE + reach(paths, 1) * perWhole);
    writeLeft(g, Numbers.plain(1), -6, zero - perWhole);
    writeLeft(g, Numbers.plain(0), -6, zero);
    clipToColumns(g, width, height);
    int last = Math.min(paths.loss() - 1, axis().lastVisible());
    for (int t = axis().firstVisible(); t <= last; t++) {
      double up = zero;
      double down = zero;
      for (int path = 0; path < paths.paths().size(); path++) {
        double size = paths.share(path, t) * perWhole;
        g.setFill(path(path));
        if (size > 0) {
          up -= size;
          g.fillRect(axis().x(t), up, axis().columnWidth(), size);
        } else if (size < 0) {
          g.fillRect(axis().x(t), down, axis().columnWidth(), -size);
          down -= size;
        }
      }
    }
    g.setFill(text());
    g.fillRect(0, zero, width, 1);
    g.setFill(grid());
    g.fillRect(0, Math.rint(zero - perWhole), width, 1);
  }
}
