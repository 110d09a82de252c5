package dev.backstep.ui.network;

import static dev.backstep.ui.network.NetworkSizes.BARS_Y;
import static dev.backstep.ui.network.NetworkSizes.BAR_PITCH;
import static dev.backstep.ui.network.NetworkSizes.TARGET_Y;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.GateOpenness;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Brush;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws the unrolled network once, at one place of the timeline. */
final class NetworkPainter {
  /** The narrowest column that words and three bars fit into. */
  private static final double NARROW = 30;

  /** The narrowest column that the target and its probability fit into. */
  private static final double ROOMY = 48;

  /** The least share that is not written as 0 %. */
  private static final double LEAST_WHOLE = 0.005;

  private static final double LETTER_WIDTH = 8;

  private static final Font TEXT = Font.font(11);
  private static final Font SMALL = Font.font("Monospaced", 10);
  private static final Font MONO = Font.font("Monospaced", 12);
  private static final Font LETTER = Font.font("Monospaced", 15);

  record Colors(
      Color ink,
      Color muted,
      Color surface,
      Color forward,
      Color backward,
      Color target,
      Color cursor) {}

  private final GraphicsContext g;
  private final Brush brush;
  private final TimeAxis axis;
  private final NetworkLayout layout;
  private final NetworkSizes sizes;
  private final Trace trace;
  private final int place;
  private final Colors colors;
  private final Timeline timeline;
  private final Moment moment;
  private final GradientNorms norms;
  private NetworkLinks links;
  private Set<Vector> pending = Set.of();
  private boolean isCovered;
  private boolean saysOpenness;

  NetworkPainter(
      GraphicsContext g, NetworkLayout layout, GradientNorms norms, int place, Colors colors) {
    this.g = g;
    brush = new Brush(g);
    this.layout = layout;
    sizes = layout.sizes();
    axis = layout.axis();
    trace = layout.trace();
    this.norms = norms;
    this.colors = colors;
    timeline = trace.timeline();
    this.place = timeline.clamp(place);
    moment = timeline.at(this.place);
    links = new NetworkLinks(g, layout, norms, this.place, colors);
  }

  /** Sets which vectors of the cell under the cursor are not computed yet. */
  void setPending(Set<Vector> vectors) {
    pending = vectors;
    boolean isBackward = moment.phase() == Phase.BACKWARD;
    boolean isHandedOn =
        isBackward
            ? trace.net().handedBack().stream().noneMatch(pending::contains)
            : !pending.contains(Cell.H);
    links = new NetworkLinks(g, layout, norms, isHandedOn ? place : place - 1, colors);
  }

  private boolean isComputed(Vector quantity, int t) {
    boolean isPending =
        pending.contains(quantity) && moment.equals(new Moment(quantity.phase(), t));
    return !isPending && timeline.isComputed(quantity, t, place);
  }

  /** The numbers of the cell under the cursor are question marks. */
  void setCovered(boolean covered) {
    isCovered = covered;
  }

  /** Sets whether the gate that keeps is told of below each character. */
  void setSaysOpenness(boolean says) {
    saysOpenness = says;
  }

  private Optional<Vector> gate() {
    return trace.net().gating().keeping().filter(gate -> saysOpenness);
  }

  private boolean isCovered(int t, Phase phase) {
    return isCovered && moment.equals(new Moment(phase, t));
  }

  void paint() {
    g.setTextBaseline(VPos.CENTER);
    if (columnWidth() < NARROW) {
      paintNarrow();
      return;
    }
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      paintInput(t);
      paintCell(t);
      links.paint(t, isCovered(t + 1, Phase.BACKWARD) ? t + 1 : -1);
      if (isComputed(Head.O, t)) {
        paintPredictions(t);
      }
      int at = t;
      gate().filter(gate -> isComputed(gate, at)).ifPresent(gate -> paintOpenness(at, gate));
    }
  }

  /**
   * Where columns are too narrow for words: the probability of the target as a bar, the cell as a
   * block, and the letter if there is room for one.
   */
  private void paintNarrow() {
    MatrixView o = trace.values(Head.O);
    for (int t = axis.firstVisible(); t <= axis.lastVisible(); t++) {
      double width = layout.columnWidth();
      Color pass = isBackward(t) ? colors.backward : colors.forward;
      g.setFill(isForward(t) ? colors.surface.interpolate(pass, 0.45) : tint(colors.muted));
      g.fillRect(left(t), sizes.cellY(), width, sizes.cellHeight());
      if (isComputed(Head.O, t)) {
        double top = sizes.isStrip() ? 1 : TARGET_Y;
        double room = sizes.cellY() - top - (sizes.isStrip() ? 3 : 8);
        double height = Math.max(1, Math.rint(room * o.get(t, trace.target(t))));
        g.setFill(colors.target);
        g.fillRect(left(t), top + room - height, width, height);
      }
      if (width >= LETTER_WIDTH) {
        String letter = trace.label(trace.input(t));
        brush.text(letter, center(t), sizes.tileY() + sizes.tileHeight() / 2, MONO, colors.ink);
      }
    }
    int t = moment.timestep();
    if (isCursor(t) && t >= axis.firstVisible() && t <= axis.lastVisible()) {
      g.setStroke(colors.cursor);
      g.setLineWidth(2);
      g.strokeRect(
          left(t) - 2, sizes.cellY() - 1, layout.columnWidth() + 4, sizes.cellHeight() + 2);
    }
  }

  private boolean isForward(int t) {
    return isComputed(Cell.H, t);
  }

  private boolean isBackward(int t) {
    return isComputed(Cell.DH, t);
  }

  private boolean isCursor(int t) {
    return moment.timestep() == t && moment.phase() != Phase.UPDATE;
  }

  private double left(int t) {
    return layout.x(t);
  }

  private double columnWidth() {
    return layout.columnWidth();
  }

  private double center(int t) {
    return left(t) + columnWidth() / 2;
  }

  private void paintInput(int t) {
    Rectangle2D tile = layout.tile(t);
    Color line = isForward(t) ? colors.forward : faded(colors.muted);
    g.setLineWidth(1);
    g.setStroke(line);
    g.strokeRoundRect(
        tile.getMinX() + 0.5, sizes.tileY() + 0.5, tile.getWidth() - 1, sizes.tileHeight(), 6, 6);
    brush.text(
        trace.label(trace.input(t)),
        center(t),
        sizes.tileY() + sizes.tileHeight() / 2,
        LETTER,
        colors.ink);
    if (sizes.isStrip()) {
      return;
    }
    brush.arrowUp(center(t), sizes.tileY() - 1, sizes.cellY() + sizes.cellHeight() + 2, line);
    brush.arrowUp(center(t), sizes.cellY() - 1, sizes.cellY() - 14, line);
  }

  private void paintCell(int t) {
    double width = columnWidth();
    Color pass = isBackward(t) ? colors.backward : colors.forward;
    double x = left(t) + 0.5;
    g.setFill(isForward(t) ? tint(pass) : colors.surface);
    g.fillRoundRect(x, sizes.cellY() + 0.5, width - 1, sizes.cellHeight(), 10, 10);
    g.setStroke(isCursor(t) ? colors.cursor : isForward(t) ? pass : faded(colors.muted));
    g.setLineWidth(isCursor(t) ? 2.5 : 1);
    g.strokeRoundRect(x, sizes.cellY() + 0.5, width - 1, sizes.cellHeight(), 10, 10);
    trace.net().states().forEach(state -> paintState(t, state));
  }

  /** The name of a state, and backward the norm of its gradient. */
  private void paintState(int t, Vector state) {
    double middle = sizes.middle(state);
    Vector gradient = trace.net().gradientOf(state);
    if (isComputed(gradient, t)) {
      paintName(t, state, middle - 8, colors.ink);
      String norm = isCovered(t, Phase.BACKWARD) ? "?" : Numbers.brief(trace.norm(gradient, t));
      brush.text(norm, center(t), middle + 9, TEXT, colors.backward);
    } else {
      paintName(t, state, middle, isForward(t) ? colors.ink : colors.muted);
    }
  }

  private void paintName(int t, Vector state, double y, Color color) {
    String digits = String.valueOf(t);
    double shift = 3.2 * digits.length();
    brush.text(state.name(), center(t) - shift, y, MONO, color);
    brush.text(digits, center(t) + 4, y + 4, SMALL, color);
  }

  /** Below the character: how far the gate is open that says how much of a state is kept. */
  private void paintOpenness(int t, Vector gate) {
    GateOpenness openness = GateOpenness.of(trace, gate, t);
    List<String> lines =
        isCovered(t, Phase.FORWARD)
            ? List.of("?")
            : List.of(
                gate.name() + " " + Numbers.brief(openness.mean()),
                ">.9 " + share(openness.open()),
                "<.1 " + share(openness.shut()));
    for (int i = 0; i < lines.size(); i++) {
      double y = sizes.tileY() + sizes.tileHeight() + (i + 0.5) * NetworkSizes.LINE + 4;
      brush.textWithin(columnWidth(), lines.get(i), center(t), y, SMALL, colors.ink);
    }
  }

  /** Without decimals where columns are narrow, but for what would be written as nothing. */
  private String share(double share) {
    boolean isWhole = share == 0 || (columnWidth() < ROOMY && share >= LEAST_WHOLE);
    return isWhole ? Math.round(100 * share) + "%" : Numbers.percent(share);
  }

  private void paintPredictions(int t) {
    if (isCovered(t, Phase.FORWARD)) {
      double y = sizes.isStrip() ? TARGET_Y : BARS_Y + BAR_PITCH;
      brush.text("?", center(t), y, LETTER, colors.target);
      return;
    }
    MatrixView o = trace.values(Head.O);
    int target = trace.target(t);
    boolean isRoomy = columnWidth() >= ROOMY;
    String caption = trace.label(target) + (isRoomy ? " " + Numbers.percent(o.get(t, target)) : "");
    brush.text(caption, center(t), TARGET_Y, TEXT, colors.target);
    int[] best = sizes.isStrip() ? new int[0] : layout.mostProbable(t);
    for (int rank = 0; rank < best.length; rank++) {
      paintBar(t, rank, best[rank], o.get(t, best[rank]));
    }
  }

  private void paintBar(int t, int rank, int id, double probability) {
    double y = BARS_Y + rank * BAR_PITCH;
    double letter = 14;
    double room = columnWidth() - letter;
    boolean isTarget = id == trace.target(t);
    brush.text(trace.label(id), left(t) + letter / 2 - 1, y + 5.5, MONO, colors.ink);
    g.setFill(tint(colors.muted));
    g.fillRect(left(t) + letter, y, room, 10);
    g.setFill(isTarget ? colors.target : colors.forward);
    g.fillRect(left(t) + letter, y, Math.max(1, Math.round(room * probability)), 10);
  }

  private Color tint(Color color) {
    return colors.surface.interpolate(color, 0.14);
  }

  private Color faded(Color color) {
    return colors.surface.interpolate(color, 0.45);
  }
}
