package dev.backstep.ui.time;

import dev.backstep.net.Phase;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws the bar: strong up to the place, pale after it, with arrowheads along both tracks. */
final class TimelinePainter {
  private static final double THICKNESS = 10;
  private static final double BOX = 16;
  private static final double ARROW_EVERY = 48;
  private static final double PALE = 0.28;
  private static final double THUMB = 8;
  private static final Map<Phase, Integer> ARROWS = Map.of(Phase.FORWARD, 1, Phase.BACKWARD, -1);

  private final GraphicsContext gc;
  private final TimelineTrack track;
  private final Function<TimelineInk, Color> inks;
  private final double middle;

  TimelinePainter(
      GraphicsContext gc, TimelineTrack track, Function<TimelineInk, Color> inks, double middle) {
    this.gc = gc;
    this.track = track;
    this.inks = inks;
    this.middle = middle;
  }

  /** The parts in grey, as there is nothing to step through. */
  void drawEmpty() {
    for (Phase phase : Phase.values()) {
      fill(phase, inks.apply(TimelineInk.EMPTY));
    }
  }

  void drawParts(int place) {
    double x = track.xOf(place);
    for (Phase phase : track.timeline().phases()) {
      TimelineTrack.Part part = track.part(phase);
      Color color = inks.apply(TimelineInk.of(phase));
      fill(phase, color.deriveColor(0, 1, 1, PALE));
      if (x > part.start()) {
        gc.save();
        gc.beginPath();
        double end = ARROWS.containsKey(phase) ? x : part.end();
        gc.rect(part.start(), 0, Math.min(end, part.end()) - part.start(), 2 * middle);
        gc.clip();
        fill(phase, color);
        gc.restore();
      }
      drawArrows(phase, x, color);
    }
  }

  void drawThumb(int place, boolean focused) {
    double x = track.xOf(place);
    if (focused) {
      fillCircle(x, THUMB + 5, inks.apply(TimelineInk.FOCUS));
      fillCircle(x, THUMB + 3, inks.apply(TimelineInk.BACKGROUND));
    } else {
      fillCircle(x, THUMB + 2, inks.apply(TimelineInk.BACKGROUND));
    }
    fillCircle(x, THUMB, inks.apply(TimelineInk.THUMB));
  }

  /** A tick at the place under the pointer, and its name above it. */
  void drawHover(int place, String name, double nameWidth, double width) {
    double x = Math.floor(track.xOf(place)) + 0.5;
    double top = middle - BOX / 2 - 4;
    gc.setStroke(inks.apply(TimelineInk.TEXT));
    gc.setLineWidth(1);
    gc.strokeLine(x, top, x, middle + BOX / 2 + 2);
    gc.setFill(inks.apply(TimelineInk.TEXT));
    gc.setTextAlign(TextAlignment.CENTER);
    gc.setTextBaseline(VPos.BOTTOM);
    double half = nameWidth / 2;
    gc.fillText(name, Math.max(half, Math.min(width - half, x)), top - 2);
  }

  void drawLabel(TimelineLabels.Placed label, double top) {
    gc.setFill(inks.apply(TimelineInk.TEXT));
    gc.setTextAlign(TextAlignment.CENTER);
    gc.setTextBaseline(VPos.TOP);
    gc.fillText(label.text(), label.center(), top);
  }

  private void fill(Phase phase, Color color) {
    TimelineTrack.Part part = track.part(phase);
    double height = ARROWS.containsKey(phase) ? THICKNESS : BOX;
    double arc = ARROWS.containsKey(phase) ? THICKNESS : 5;
    gc.setFill(color);
    gc.fillRoundRect(part.start(), middle - height / 2, part.width(), height, arc, arc);
  }

  private void drawArrows(Phase phase, double x, Color color) {
    int direction = ARROWS.getOrDefault(phase, 0);
    if (direction == 0) {
      return;
    }
    TimelineTrack.Part part = track.part(phase);
    int count = (int) Math.max(1, Math.floor(part.width() / ARROW_EVERY));
    gc.setLineWidth(1.6);
    gc.setLineCap(StrokeLineCap.ROUND);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    for (int i = 0; i < count; i++) {
      double center = part.start() + (i + 0.5) * part.width() / count;
      boolean strong = center < x;
      gc.setStroke(strong ? inks.apply(TimelineInk.BACKGROUND) : color);
      double tip = center + 1.5 * direction;
      double tail = center - 1.5 * direction;
      gc.strokePolyline(
          new double[] {tail, tip, tail}, new double[] {middle - 3, middle, middle + 3}, 3);
    }
  }

  private void fillCircle(double x, double radius, Color color) {
    gc.setFill(color);
    gc.fillOval(x - radius, middle - radius, 2 * radius, 2 * radius);
  }
}
