package dev.backstep.ui.flow;

import dev.backstep.ui.time.TimeAxis;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;

/** A picture with a column for every timestep, over those of the time axis. */
abstract class TimeCanvas extends FlowCanvas {
  /** The room for numbers left of the columns, in sizes of their type. */
  private static final double ROOM = 3.7;

  /** Frames may reach so far beyond what they are around. */
  private static final double EDGE = 3;

  private final FlowViewModel flow;
  private final TimeAxis axis;

  TimeCanvas(FlowViewModel flow, TimeAxis axis) {
    this.flow = flow;
    this.axis = axis;
    setMinWidth(0);
    axis.offsetProperty().addListener(observable -> requestLayout());
    axis.pitchProperty().addListener(observable -> requestLayout());
    axis.lengthProperty().addListener(observable -> requestLayout());
  }

  @Override
  final double roomLeft() {
    return Math.ceil(ROOM * typeSize());
  }

  final FlowViewModel flow() {
    return flow;
  }

  final TimeAxis axis() {
    return axis;
  }

  /** Lets nothing be drawn left of the columns, where those lie that are scrolled away. */
  final void clipToColumns(GraphicsContext g, double width, double height) {
    g.beginPath();
    g.rect(0, -EDGE, width, height + EDGE);
    g.clip();
  }

  final double middle(int t) {
    return axis.x(t) + axis.columnWidth() / 2;
  }

  /** Told of the timestep of a column that is clicked. */
  final void setOnPick(IntConsumer action) {
    setOnMouseClicked(
        event -> {
          int t = axis.timestepAt(event.getX());
          if (t >= 0 && event.getButton() == MouseButton.PRIMARY) {
            action.accept(t);
          }
        });
  }
}
