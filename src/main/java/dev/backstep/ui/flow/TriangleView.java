package dev.backstep.ui.flow;

import dev.backstep.net.Vector;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.TruncationError;
import dev.backstep.ui.time.TimeAxis;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/**
 * ‖∂L_s/∂h_t‖ as squares: rows s, which loss, columns t, which state. Right of the diagonal, where
 * a state comes after the loss, it is hatched, as is what is not computed yet.
 */
final class TriangleView extends TimeCanvas {
  private static final double HIGHEST_ROW = 4.5;
  private static final double HATCH = 7;

  /** Room for the frames above the first row and below the last. */
  private static final double EDGE = 3;

  private TriangleLayout layout = new TriangleLayout(1, 1);

  TriangleView(FlowViewModel flow, TimeAxis axis) {
    super(flow, axis);
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> flow.pointedProperty().set(null));
  }

  private void point(double x, double y) {
    flow().pointedProperty().set(at(x, y).orElse(null));
  }

  private Optional<StatePair> at(double x, double y) {
    int s = layout.rowAt(y - EDGE);
    int t = axis().timestepAt(x);
    boolean isThere = t >= 0 && t <= s && flow().row(s).isPresent();
    return isThere ? Optional.of(new StatePair(s, t)) : Optional.empty();
  }

  /** Told of a square that is clicked. */
  void setOnSquare(Consumer<StatePair> action) {
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            at(event.getX(), event.getY()).ifPresent(action);
          }
        });
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    int length = axis().getLength();
    if (flow().triangle().isEmpty() || length == 0 || height < 4 * EDGE) {
      return;
    }
    layout = TriangleLayout.of(length, height - 2 * EDGE, HIGHEST_ROW * typeSize());
    g.translate(0, EDGE);
    drawNames(g, length);
    clipToColumns(g, width, height - EDGE);
    Vector state = flow().stateProperty().get();
    for (int s = 0; s < length; s++) {
      drawRow(g, s, state);
    }
    drawFrames(g, width);
  }

  private void drawNames(GraphicsContext g, int length) {
    int every = layout.namedEvery(typeSize());
    int loss = flow().lossProperty().get();
    for (int s = 0; s < length; s++) {
      boolean isNearLoss = s != loss && Math.abs(s - loss) < every;
      if ((s % every == 0 && !isNearLoss) || s == loss) {
        writeLeft(g, Numerals.ofLoss(s), -6, layout.middle(s));
      }
    }
  }

  private void drawRow(GraphicsContext g, int s, Vector state) {
    Optional<LossFlow> row = flow().row(s);
    FlowRange range = flow().range();
    double top = layout.top(s);
    double height = layout.rowHeight(s);
    int last = axis().lastVisible();
    for (int t = axis().firstVisible(); t <= last; t++) {
      if (t <= s && row.isPresent()) {
        g.setFill(NormColors.of(range, row.get().norm(state, t)));
        g.fillRect(axis().x(t), top, axis().columnWidth(), height);
        if (!TruncationError.keeps(flow().truncationProperty().get(), s, t)) {
          g.setFill(veil());
          g.fillRect(axis().x(t), top, axis().columnWidth(), height);
        }
      } else {
        drawHatch(g, axis().x(t), top, axis().columnWidth(), height);
      }
    }
  }

  /** Lines that go on from one square to the next. */
  private void drawHatch(GraphicsContext g, double x, double y, double width, double height) {
    g.setStroke(hatch());
    g.setLineWidth(0.7);
    double right = x + width;
    double bottom = y + height;
    double first = Math.floor((x + y) / HATCH) * HATCH;
    for (double sum = first; sum < right + bottom; sum += HATCH) {
      double fromX = Math.max(x, sum - bottom);
      double untilX = Math.min(right, sum - y);
      if (untilX > fromX) {
        g.strokeLine(fromX, sum - fromX, untilX, sum - untilX);
      }
    }
  }

  private void drawFrames(GraphicsContext g, double width) {
    int s = flow().lossProperty().get();
    double from = Math.max(1, axis().x(0) - 2);
    double until = Math.min(width - 1, axis().x(axis().getLength() - 1) + axis().columnWidth() + 2);
    g.setStroke(mark());
    g.setLineWidth(2);
    g.strokeRect(from, layout.top(s) - 1, until - from, layout.rowHeight(s) + 2);
    StatePair pair = flow().pair();
    double x = axis().x(pair.earlier());
    double y = layout.top(pair.later());
    double height = Math.max(3, layout.rowHeight(pair.later()));
    // Light and dark, so that it is seen on every colour.
    g.setStroke(Color.BLACK);
    g.setLineWidth(3);
    g.strokeRect(x, y, axis().columnWidth(), height);
    g.setStroke(Color.WHITE);
    g.setLineWidth(1.5);
    g.strokeRect(x, y, axis().columnWidth(), height);
  }
}
