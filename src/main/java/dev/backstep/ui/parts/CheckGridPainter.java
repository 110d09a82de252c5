package dev.backstep.ui.parts;

import dev.backstep.ui.time.TimeAxis;
import java.util.function.IntUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Draws the squares of a {@link CheckGrid}. No square speaks by its colour alone: what agrees has a
 * tick and, where there is no room for one, is only half as high; what differs has its error, or a
 * cross; what cannot be judged is an empty frame with a question mark; what is not supplied is
 * hatched.
 */
final class CheckGridPainter {
  private static final double ROUND = 5;
  private static final double ROOM_FOR_NUMBER = 20;
  private static final double ROOM_FOR_SIGN = 9;
  private static final double HATCH = 6;

  /** The width of a digit and its share of the gap, in sizes of the type. */
  private static final double NUMBER = 0.8;

  private static final int FEW = 5;
  private static final int MANY = 20;

  /** The colours of everything. */
  record Inks(
      Color agrees,
      Color onAgrees,
      Color differs,
      Color onDiffers,
      Color hatch,
      Color cover,
      Color cursor,
      Color pointed,
      Color number) {}

  private final GraphicsContext g;
  private final Inks inks;

  CheckGridPainter(GraphicsContext g, Inks inks, double typeSize) {
    this.g = g;
    this.inks = inks;
    g.setFont(Font.font("Monospaced", FontWeight.BOLD, typeSize));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
  }

  /** The timesteps over their columns, as many as there is room for. */
  void numbers(TimeAxis axis, double height, IntUnaryOperator number) {
    g.setFill(inks.number());
    double widest = NUMBER * g.getFont().getSize() * String.valueOf(axis.getLength()).length();
    int every = axis.getPitch() >= widest ? 1 : axis.getPitch() * FEW >= widest ? FEW : MANY;
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      if (number.applyAsInt(t) % every == 0) {
        g.fillText(
            String.valueOf(number.applyAsInt(t)), axis.x(t) + axis.columnWidth() / 2, height / 2);
      }
    }
  }

  /** A line down between two columns. */
  void line(double x, double height) {
    g.setFill(inks.number());
    g.fillRect(Math.rint(x) - 1, 0, 2, height);
  }

  void square(CheckMark mark, double x, double y, double width, double height) {
    switch (mark.kind()) {
      case AGREES -> agrees(x, y, width, height);
      case DIFFERS -> differs(mark, x, y, width, height);
      case CANNOT_BE_JUDGED -> open(x, y, width, height);
      case NOT_SUPPLIED -> hatched(x, y, width, height);
    }
  }

  private void agrees(double x, double y, double width, double height) {
    boolean hasRoom = width >= ROOM_FOR_SIGN;
    double inset = hasRoom ? 0 : Math.rint(height / 4);
    fill(inks.agrees(), x, y + inset, width, height - 2 * inset);
    if (hasRoom) {
      tick(x + width / 2, y + height / 2);
    }
  }

  private void tick(double x, double y) {
    g.setStroke(inks.onAgrees());
    g.setLineWidth(1.5);
    g.strokePolyline(new double[] {x - 4, x - 1, x + 4}, new double[] {y, y + 3, y - 3}, 3);
  }

  private void differs(CheckMark mark, double x, double y, double width, double height) {
    fill(inks.differs(), x, y, width, height);
    g.setFill(inks.onDiffers());
    if (width >= ROOM_FOR_NUMBER) {
      g.fillText(mark.brief(), x + width / 2, y + height / 2);
    } else if (width >= ROOM_FOR_SIGN) {
      g.fillText("×", x + width / 2, y + height / 2);
    }
  }

  private void open(double x, double y, double width, double height) {
    g.setStroke(inks.number());
    g.setLineWidth(1);
    g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, ROUND, ROUND);
    if (width >= ROOM_FOR_SIGN) {
      g.setFill(inks.number());
      g.fillText("?", x + width / 2, y + height / 2);
    }
  }

  private void hatched(double x, double y, double width, double height) {
    g.setStroke(inks.hatch());
    g.setLineWidth(1);
    g.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, ROUND, ROUND);
    for (double from = x - height; from < x + width; from += HATCH) {
      double left = Math.max(x, from);
      double right = Math.min(x + width, from + height);
      g.strokeLine(left, y + height - (left - from), right, y + height - (right - from));
    }
  }

  /** A square whose mark must not be seen yet. */
  void covered(double x, double y, double width, double height) {
    fill(inks.cover(), x, y, width, height);
  }

  private void fill(Color color, double x, double y, double width, double height) {
    g.setFill(color);
    g.fillRoundRect(x, y, width, height, ROUND, ROUND);
  }

  /** Frames the square that is looked at. */
  void frame(double x, double y, double width, double height) {
    frame(inks.cursor(), 3, x, y, width, height);
  }

  /** Frames the square that is pointed at. */
  void framePointed(double x, double y, double width, double height) {
    frame(inks.pointed(), 1.5, x, y, width, height);
  }

  private void frame(Color ink, double line, double x, double y, double width, double height) {
    g.setStroke(ink);
    g.setLineWidth(line);
    g.strokeRoundRect(x - 1.5, y - 1.5, width + 3, height + 3, ROUND + 2, ROUND + 2);
  }
}
