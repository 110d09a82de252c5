package dev.backstep.ui.step;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.parts.FamilyTabs;
import dev.backstep.ui.parts.QuantityRow;
import dev.backstep.ui.parts.RowChoice;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The heatmaps of the Step screen, one row a quantity, on one time axis. */
final class QuantityRows {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final BooleanProperty squares;
  private final Texts texts;
  private final TimeAxis axis;
  private final VBox box;

  /** The rows of every net that was shown, and in their order those of the net that is. */
  private final Map<Vector, QuantityRow> made = new HashMap<>();

  private final Map<Vector, QuantityRow> rows = new LinkedHashMap<>();
  private final Map<Vector, FamilyTabs> tabs = new HashMap<>();
  private final OutputRow outputRow;

  /** Adds the rows to a box. */
  QuantityRows(
      StepViewModel step,
      GuessFirst guessFirst,
      BooleanProperty squares,
      Texts texts,
      TimeAxis axis,
      VBox box) {
    this.step = step;
    this.squares = squares;
    this.guessFirst = guessFirst;
    this.texts = texts;
    this.axis = axis;
    this.box = box;
    QuantityRow outputs = row(Head.O);
    made.put(Head.O, outputs);
    outputRow = new OutputRow(outputs, step.outputOrder(), texts);
    use(step.net());
    step.netProperty().addListener((property, before, now) -> use(now));
    step.rows().stateProperty().addListener((property, before, now) -> arrange());
    step.activeProperty().addListener((property, before, now) -> bringActiveToFront());
    step.notationProperty().addListener((property, before, now) -> showSubtitles());
    step.selection().entryProperty().addListener((property, before, now) -> showSelected(now));
    step.highlight().lightsProperty().addListener((property, before, now) -> showLights(now));
    step.highlight().entryProperty().addListener((property, before, now) -> showUnit(now));
    step.againstProperty().addListener(observable -> show(step.traceProperty().get()));
    step.outputOrder().byProbabilityProperty().addListener(observable -> showOutputs());
    step.outputOrder().topProperty().addListener(observable -> showOutputs());
    showActive();
  }

  private void use(Net net) {
    List<Vector> all = RowChoice.vectors(net);
    if (!Set.copyOf(all).equals(rows.keySet())) {
      rows.clear();
      all.forEach(quantity -> rows.put(quantity, made.computeIfAbsent(quantity, this::row)));
    }
    arrange();
  }

  /** Puts the chosen rows of the net below one another. */
  private void arrange() {
    Net net = step.net();
    List<QuantityRow> chosen = step.rows().shown(net).stream().map(rows::get).toList();
    List<QuantityRow> there =
        box.getChildren().stream()
            .filter(QuantityRow.class::isInstance)
            .map(QuantityRow.class::cast)
            .toList();
    if (!chosen.equals(there)) {
      // What stands above them can come and go, so they are told by what they are.
      box.getChildren().removeAll(there);
      box.getChildren().addAll(chosen);
    }
    tabs.values().forEach(FamilyTabs::show);
    showTitles();
    showActive();
  }

  private QuantityRow row(Vector quantity) {
    String key = key(quantity);
    QuantityRow row =
        new QuantityRow(axis, texts.of(key), texts.of(key + ".of", "")).withId(quantity.symbol());
    row.setOnPick(step::goToTimestep);
    row.setOnSelect(square -> step.selection().select(entry(quantity, square)));
    Pointing.at(row.heatmap(), step.highlight(), square -> entry(quantity, square));
    row.setScaleMenu(new ScaleMenu(step, quantity, squares, texts).button());
    step.scales().choiceProperty(quantity).addListener(observable -> showScale(quantity, row));
    step.net().gating().familyOf(quantity).ifPresent(family -> addTabs(family, quantity, row));
    return row;
  }

  private void addTabs(Family family, Vector quantity, QuantityRow row) {
    FamilyTabs of = new FamilyTabs(step.rows(), family, quantity, texts);
    of.setOnLeave(chosen -> Objects.requireNonNull(tabs.get(chosen)).focus(chosen));
    tabs.put(quantity, of);
    row.addToHead(of);
  }

  private Entry.OfCell entry(Vector quantity, Square square) {
    return outputRow.shown().entry(quantity, square);
  }

  private void showSelected(Entry entry) {
    rows.values().forEach(row -> row.heatmap().setSelected(-1, -1));
    if (entry instanceof Entry.OfCell cell && rows.containsKey(cell.quantity())) {
      step.rows().bringToFront(step.net(), cell.quantity());
      int place = outputRow.shown().placeOf(cell);
      rows.get(cell.quantity()).heatmap().setSelected(cell.timestep(), place);
    }
  }

  private void showLights(Lights lights) {
    rows.forEach((quantity, row) -> row.setLights(lights.on(new LitMatrix.OfCells(quantity))));
    outputs().setLights(outputRow.shown().arranged(lights.on(new LitMatrix.OfCells(Head.O))));
  }

  /** The unit that is pointed at is lit in every row of which the entries are of the same kind. */
  private void showUnit(@Nullable Entry entry) {
    rows.forEach((quantity, row) -> row.heatmap().unitProperty().set(unit(quantity, entry)));
  }

  private int unit(Vector quantity, @Nullable Entry entry) {
    return entry instanceof Entry.OfCell cell
            && cell.quantity().isPerCharacter() == quantity.isPerCharacter()
        ? outputRow.shown().placeOf(new Entry.OfCell(quantity, cell.timestep(), cell.index()))
        : -1;
  }

  private QuantityRow outputs() {
    return Objects.requireNonNull(rows.get(Head.O));
  }

  /** Shows a trace, or nothing. */
  void show(@Nullable Trace trace) {
    if (trace == null) {
      rows.values().forEach(row -> row.show(null, ColorScale.DIVERGING));
      return;
    }
    axis.setLength(trace.length());
    rows.forEach((quantity, row) -> showQuantity(trace, quantity, row));
  }

  private void showQuantity(Trace trace, Vector quantity, QuantityRow row) {
    if (quantity.equals(Head.O)) {
      int t = step.momentProperty().get().timestep();
      // The order of what is covered would tell its largest.
      outputRow.show(numbers(trace), guessFirst.isCovered(Head.O, t) ? -1 : t);
    } else {
      row.setNames(numbers(trace).names(quantity));
      row.show(numbers(trace).values(quantity), numbers(trace).scale(quantity));
    }
    showTitle(trace, quantity, row);
    showScale(trace, quantity, row);
    showSubtitle(trace, quantity, row);
    if (quantity.isPerCharacter() && !quantity.equals(Head.O)) {
      row.setRowLabels(
          IntStream.range(0, trace.shape().vocabulary()).mapToObj(trace::label).toList());
    }
  }

  private void showTitles() {
    Trace trace = step.traceProperty().get();
    if (trace != null) {
      rows.forEach((quantity, row) -> showTitle(trace, quantity, row));
    }
  }

  /** The tabs say which one of a family it is. */
  private void showTitle(Trace trace, Vector quantity, QuantityRow row) {
    String name = numbers(trace).title(quantity, texts.of(key(quantity)));
    row.setTitle(name);
    step.net()
        .gating()
        .familyOf(quantity)
        .filter(family -> !step.rows().isEach(family))
        .ifPresent(family -> row.setShortTitle(texts.of("step.family." + family.id())));
  }

  private StepNumbers numbers(Trace trace) {
    return new StepNumbers(texts, trace, step.againstProperty().get());
  }

  private static String key(Vector quantity) {
    return "step.quantity." + quantity.name();
  }

  private void showSubtitles() {
    if (step.traceProperty().get() != null) {
      rows.forEach((quantity, row) -> showSubtitle(step.traceProperty().get(), quantity, row));
    }
  }

  private void showSubtitle(Trace trace, Vector quantity, QuantityRow row) {
    String key = key(quantity) + ".of";
    String shape = shape(trace, quantity);
    row.setSubtitle(texts.of(key, shape, right(trace, quantity)), shape);
  }

  private String right(Trace trace, Vector quantity) {
    return new Printer(trace.net(), step.notationProperty().get(), Script.TEXT)
        .right(trace.net().equation(quantity).right());
  }

  /** {@code 32 × 11}; {@code 5 of 27 × 11} where not all are shown. */
  private String shape(Trace trace, Vector quantity) {
    int entries = trace.values(quantity).cols();
    int shown = quantity.equals(Head.O) ? outputRow.shown().count() : entries;
    String shape = shown < entries ? texts.of("step.quantity.shown", shown) : "" + entries;
    return shape + " × " + trace.length();
  }

  private void showScale(Vector quantity, QuantityRow row) {
    if (rows.containsKey(quantity)) {
      showScale(step.traceProperty().get(), quantity, row);
    }
  }

  private void showScale(@Nullable Trace trace, Vector quantity, QuantityRow row) {
    boolean isLogarithmic = step.scales().choiceProperty(quantity).get().logarithmic();
    row.setKind(ScaleKind.of(isLogarithmic));
    if (trace != null) {
      row.setLimit(step.scales().limit(trace, quantity));
      row.setColumnLimits(
          step.scales().columnLimits(trace, quantity),
          texts.of("parts.limit.per-column"),
          texts.of("parts.limit.own-per-column"));
    }
  }

  private void showOutputs() {
    Trace trace = step.traceProperty().get();
    if (trace != null && step.momentProperty().get().timestep() < trace.length()) {
      showQuantity(trace, Head.O, outputs());
      showSelected(step.selection().entryProperty().get());
    }
  }

  /** Shows what is computed where the cursor stands, which is at no cell for timestep −1. */
  void showCursor(int timestep) {
    rows.forEach(
        (quantity, row) -> {
          row.setCovered(guessFirst.isCovered(quantity, timestep) ? timestep : -1);
          row.setCursor(t -> step.isComputed(quantity, t), timestep);
        });
    if (step.outputOrder().followsCursor()) {
      showOutputs();
    }
  }

  /** The gradients of the weights are of all of a family, none before the others. */
  private void bringActiveToFront() {
    if (step.activeProperty().get() instanceof Rule.OfVector of) {
      step.rows().bringToFront(step.net(), of.equation().left());
    }
    showActive();
  }

  private void showActive() {
    rows.forEach(
        (quantity, row) -> row.setActive(step.activeProperty().get().vectors().contains(quantity)));
  }
}
