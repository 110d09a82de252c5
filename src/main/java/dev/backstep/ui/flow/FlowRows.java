package dev.backstep.ui.flow;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.FlowPaths;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.parts.QuantityRow;
import dev.backstep.ui.time.LetterStrip;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows of the Flow screen over one time axis: letters, curve, triangle, balance, cause. */
final class FlowRows {
  /** Each path has a colour of its own. */
  private static final List<String> STYLES_OF_PATHS =
      List.of("flow-path-a", "flow-path-b", "flow-path-c", "flow-path-d");

  private final FlowViewModel flow;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final FlowWords words;
  private final TimeAxis axis;
  private final LetterStrip letters;
  private final CurveView curve;
  private final TriangleView triangle;
  private final BalanceView balance;
  private final PathsView paths;
  private final HBox pathsRow;
  private final List<Label> ofPaths = List.of(hint(), hint(), hint(), hint());
  private final Label ofCurve = hint();
  private final Label ofOther = hint();
  private final Label inCell = hint();
  private final Label between = hint();
  private final QuantityRow cause;

  FlowRows(
      FlowViewModel flow,
      Texts texts,
      ObservableValue<Notation> notation,
      TimeAxis axis,
      VBox rows) {
    this.flow = flow;
    this.texts = texts;
    this.notation = notation;
    this.axis = axis;
    words = new FlowWords(texts);
    letters = new LetterStrip(axis);
    curve = new CurveView(flow, axis);
    triangle = new TriangleView(flow, axis);
    balance = new BalanceView(flow, axis);
    paths = new PathsView(flow, axis);
    cause = new QuantityRow(axis, texts.of("flow.cause"), "").withId("flow-cause");
    ofOther.getStyleClass().add("flow-in-cell");
    inCell.getStyleClass().add("flow-in-cell");
    between.getStyleClass().add("flow-between");
    curve.setOnPick(flow::goTo);
    balance.setOnPick(flow::goTo);
    paths.setOnPick(flow::goTo);
    cause.setOnPick(flow::goTo);
    triangle.setOnSquare(flow::showInStep);
    axis.viewportWidthProperty().bind(letters.widthProperty());
    for (int i = 0; i < ofPaths.size(); i++) {
      ofPaths.get(i).getStyleClass().add(STYLES_OF_PATHS.get(i));
    }
    pathsRow = row("flow.paths", "flow-paths", paths, ofPaths.toArray(Region[]::new));
    rows.getChildren()
        .addAll(
            row("", "flow-letters", letters),
            row("flow.curve", "flow-curve", curve, ofCurve, ofOther),
            row(
                "flow.triangle",
                "flow-triangle",
                triangle,
                hint("flow.triangle.rows"),
                hint("flow.triangle.columns"),
                new DecadeBar(flow)),
            row("flow.balance", "flow-balance", balance, inCell, between),
            pathsRow,
            cause);
    cause.setShortTitle(texts.of("flow.cause"));
  }

  private static Label hint() {
    Label hint = new Label();
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    return hint;
  }

  private Label hint(String key) {
    Label hint = hint();
    hint.setText(texts.of(key));
    return hint;
  }

  private HBox row(String key, String id, Region picture, Region... below) {
    VBox gutter = new VBox();
    gutter.getStyleClass().addAll("gutter", "flow-gutter");
    if (!key.isEmpty()) {
      Label title = new Label(texts.of(key));
      title.getStyleClass().addAll("quantity-title", "mono");
      gutter.getChildren().add(title);
      picture.setAccessibleText(texts.of(key + ".help"));
      picture.setId(id);
    }
    gutter.getChildren().addAll(below);
    HBox.setHgrow(picture, Priority.ALWAYS);
    HBox row = new HBox(gutter, picture);
    picture.getStyleClass().add(id);
    if (picture == curve || picture == triangle) {
      VBox.setVgrow(row, Priority.ALWAYS);
    }
    return row;
  }

  /** The pictures, over which the wheel scrolls and zooms in time. */
  Region columns() {
    return letters;
  }

  /** Draws what is there. */
  void show() {
    Trace trace = flow.traceProperty().get();
    axis.setLength(trace == null ? 0 : trace.length());
    letters.traceProperty().set(trace);
    if (trace != null) {
      name(trace.net());
      showCause(trace);
      axis.reveal(flow.lossProperty().get());
      letters.markedProperty().set(flow.lossProperty().get());
    }
    draw();
  }

  private void name(Net net) {
    Vector state = flow.stateProperty().get();
    if (net.states().contains(state)) {
      ofCurve.setText(texts.of("flow.curve.of", state.name()));
      String others =
          net.states().stream()
              .filter(each -> !each.equals(state))
              .map(Vector::name)
              .collect(Collectors.joining(", "));
      ofOther.setText(others.isEmpty() ? "" : texts.of("flow.curve.other", others));
      ofOther.setVisible(!others.isEmpty());
      ofOther.setManaged(!others.isEmpty());
      inCell.setText(words.inCell(net, state));
      namePaths(net, state);
      between.setText(notation.getValue().named(words.between(net, state)));
    }
  }

  /** A net whose gradient comes by one path alone has no row for it. */
  private void namePaths(Net net, Vector state) {
    List<FlowPaths.Path> all = FlowPaths.of(net, state);
    boolean isSplit = all.size() > 1;
    pathsRow.setVisible(isSplit);
    pathsRow.setManaged(isSplit);
    for (int i = 0; i < ofPaths.size(); i++) {
      boolean isThere = i < all.size();
      ofPaths.get(i).setText(isThere ? all.get(i).written(net, notation.getValue()) : "");
      ofPaths.get(i).setVisible(isThere);
      ofPaths.get(i).setManaged(isThere);
    }
  }

  private void showCause(Trace trace) {
    Optional<Vector> keeping = trace.net().gating().keeping();
    String said =
        keeping
            .map(gate -> texts.of("flow.cause.gate", gate.symbol()))
            .orElse(texts.of("flow.cause.tanh"));
    cause.setSubtitle(said, said);
    cause.heatmap().setAccessibleText(texts.of("flow.cause") + ": " + said);
    cause.show(
        keeping.map(trace::values).orElseGet(() -> new TanhSlopes(trace.values(Cell.H))),
        ColorScale.GATE);
    cause.setLimit(1);
    cause.setCursor(t -> true, flow.lossProperty().get());
  }

  /** Draws the pictures anew. */
  void draw() {
    curve.requestLayout();
    triangle.requestLayout();
    balance.requestLayout();
    paths.requestLayout();
  }

  /** 1 − h². */
  private record TanhSlopes(MatrixView h) implements MatrixView {
    @Override
    public int rows() {
      return h.rows();
    }

    @Override
    public int cols() {
      return h.cols();
    }

    @Override
    public double get(int row, int col) {
      double entry = h.get(row, col);
      return 1 - entry * entry;
    }
  }
}
