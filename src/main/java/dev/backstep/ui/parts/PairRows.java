package dev.backstep.ui.parts;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.math.RowView;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of two traces and their difference: three rows on one scale, so that the difference
 * can be judged by eye.
 */
public final class PairRows {
  private static final List<String> PARTS = List.of("a", "b", "difference");

  private final Texts texts;
  private final List<String> names;
  private final List<QuantityRow> rows;
  private IntConsumer onUnit = this::light;

  /**
   * @param id how the heatmaps begin that are named for tests and styles
   * @param names what the three rows are called
   */
  public PairRows(Texts texts, TimeAxis axis, String id, List<String> names) {
    this.texts = texts;
    this.names = names;
    rows = PARTS.stream().map(part -> row(axis, id, part)).toList();
  }

  /** Lights a unit in every column; none for −1. */
  public void light(int unit) {
    rows.forEach(row -> row.heatmap().unitProperty().set(unit));
  }

  /** Told the unit that is pointed at, −1 for none, in the place of lighting it in these rows. */
  public void setOnUnit(IntConsumer action) {
    onUnit = action;
  }

  private QuantityRow row(TimeAxis axis, String id, String part) {
    String name = names.get(PARTS.indexOf(part));
    QuantityRow row = new QuantityRow(axis, name, "").withId(id + "-" + part);
    row.getStyleClass().add("of-" + part);
    row.heatmap()
        .hoveredProperty()
        .addListener((property, before, now) -> onUnit.accept(now == null ? -1 : now.col()));
    return row;
  }

  public void addTo(VBox box) {
    box.getChildren().addAll(rows);
  }

  /** Told in words what is pointed at; empty if nothing is. */
  public void setOnRead(Consumer<String> read) {
    rows.forEach(row -> row.setOnRead(read));
  }

  /** Told the timestep of a column that is clicked. */
  public void setOnPick(IntConsumer pick) {
    rows.forEach(row -> row.setOnPick(pick));
  }

  /**
   * Shows a quantity of both, and the difference; of a net that does not have it nothing is shown.
   *
   * @param between null if there is none
   */
  public void show(Vector quantity, Trace a, Trace b, @Nullable MatrixView between) {
    List<Trace> traces = List.of(a, b, a);
    show(
        quantity,
        Arrays.asList(values(quantity, a), values(quantity, b), between),
        place -> names(place, traces.get(place)));
  }

  private static @Nullable MatrixView values(Vector quantity, Trace trace) {
    return trace.net().vectors().contains(quantity) ? trace.values(quantity) : null;
  }

  /**
   * Shows a quantity of every column, the same from elsewhere, and the difference.
   *
   * @param a a row for each column
   * @param words the words for a column
   * @param shorter what is written beside one
   */
  public void show(
      Vector quantity,
      MatrixView a,
      MatrixView b,
      IntFunction<String> words,
      IntFunction<String> shorter) {
    show(
        quantity,
        Arrays.asList(a, b, Combined.difference(b, a)),
        place ->
            new HeatmapNames(
                texts,
                (t, unit) -> texts.of("parts.square.at", names.get(place), unit, words.apply(t)),
                shorter,
                String::valueOf,
                false,
                false));
  }

  /**
   * All on the scale of the largest, gradients in each column on that of the largest there; a
   * matrix that is null is not there.
   */
  private void show(
      Vector quantity, List<@Nullable MatrixView> matrices, IntFunction<HeatmapNames> squares) {
    double limit = 0;
    for (int place = 0; place < rows.size(); place++) {
      MatrixView values = matrices.get(place);
      double largest = values == null ? 0 : values.maxAbs();
      rows.get(place).setNames(squares.apply(place));
      rows.get(place).show(values, ColorScale.DIVERGING);
      String words = values == null ? "" : largest(largest);
      rows.get(place).setSubtitle(words, words);
      limit = Math.max(limit, largest);
    }
    IntToDoubleFunction ofColumns = quantity.phase() == Phase.BACKWARD ? limits(matrices) : null;
    for (QuantityRow row : rows) {
      row.setLimit(limit);
      row.setColumnLimits(
          ofColumns, texts.of("parts.limit.per-column"), texts.of("parts.limit.own-per-column"));
    }
  }

  private static IntToDoubleFunction limits(List<@Nullable MatrixView> matrices) {
    int timesteps = 0;
    for (MatrixView values : matrices) {
      timesteps = values == null ? timesteps : Math.max(timesteps, values.rows());
    }
    double[] limits = new double[timesteps];
    Arrays.setAll(limits, t -> limit(matrices, t));
    // Where a longer sequence is coming its own limits follow its numbers.
    return t -> t < limits.length ? limits[t] : 0;
  }

  private static double limit(List<@Nullable MatrixView> matrices, int t) {
    double limit = 0;
    for (MatrixView values : matrices) {
      if (values != null && t < values.rows()) {
        limit = Math.max(limit, new RowView(values, t).maxAbs());
      }
    }
    return limit;
  }

  private HeatmapNames names(int place, Trace trace) {
    return HeatmapNames.ofTimesteps(
        texts,
        trace,
        (t, unit) ->
            texts.of("parts.square", names.get(place), unit, t, trace.label(trace.input(t))),
        String::valueOf);
  }

  /** "largest 0.12". */
  public String largest(double value) {
    return texts.of("parts.largest", Numbers.three(value));
  }

  public void setCursor(int timestep) {
    rows.forEach(row -> row.setCursor(t -> true, timestep));
  }

  public QuantityRow first() {
    return rows.get(0);
  }

  public QuantityRow second() {
    return rows.get(1);
  }

  public QuantityRow difference() {
    return rows.get(2);
  }
}
