package dev.backstep.ui.view;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.ColorScale;
import dev.backstep.ui.control.TimeAxis;
import dev.backstep.ui.viewmodel.CompareViewModel;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/**
 * One quantity of two runs, and by how much B differs from A: three rows on one scale, so that the
 * difference can be judged by eye.
 */
final class QuantityStrips {
  private final CompareViewModel compare;
  private final Texts texts;
  private final Quantity quantity;
  private final String nameOfA;
  private final String nameOfB;
  private final String nameOfDifference;
  private final QuantityRow rowOfA;
  private final QuantityRow rowOfB;
  private final QuantityRow difference;

  /**
   * Adds the rows to a box.
   *
   * @param read told in words what is pointed at
   */
  QuantityStrips(
      MainViewModel main, Quantity quantity, TimeAxis axis, VBox box, Consumer<String> read) {
    compare = main.compare();
    texts = main.texts();
    this.quantity = quantity;
    nameOfA = texts.of("compare.strip", quantity.symbol(), texts.of("compare.a"));
    nameOfB = texts.of("compare.strip", quantity.symbol(), texts.of("compare.b"));
    nameOfDifference = texts.of("compare.strip.difference", quantity.symbol());
    rowOfA = row(axis, nameOfA, "a");
    rowOfB = row(axis, nameOfB, "b");
    difference = row(axis, nameOfDifference, "difference");
    rows().forEach(row -> row.setOnRead(read));
    rows().forEach(row -> row.setOnPick(compare.cursor()::goTo));
    box.getChildren().addAll(rows());
  }

  private QuantityRow row(TimeAxis axis, String name, String part) {
    QuantityRow row =
        new QuantityRow(axis, name, "").withId("compare-" + quantity.symbol() + "-" + part);
    row.getStyleClass().add("of-" + part);
    return row;
  }

  private List<QuantityRow> rows() {
    return List.of(rowOfA, rowOfB, difference);
  }

  void show(Trace a, Trace b) {
    MatrixView between = compare.difference(quantity);
    double largest = between == null ? 0 : between.maxAbs();
    double limit = Math.max(largest, Math.max(a.limit(quantity), b.limit(quantity)));
    show(rowOfA, nameOfA, a, a.values(quantity));
    show(rowOfB, nameOfB, b, b.values(quantity));
    show(difference, nameOfDifference, a, between);
    rows().forEach(row -> row.setLimit(limit));
    rowOfA.setSubtitle(describe(a));
    rowOfB.setSubtitle(describe(b));
    difference.setSubtitle(between == null ? "" : texts.of("compare.largest", three(largest)));
    difference.setReason(
        between != null
            ? ""
            : texts.of("compare.no-difference", a.shape().hidden(), b.shape().hidden()));
  }

  private void show(QuantityRow row, String name, Trace trace, MatrixView values) {
    row.setNames(
        Naming.ofTimesteps(
            texts,
            trace,
            (t, unit) -> texts.of("compare.square", name, unit, t, trace.label(trace.input(t))),
            String::valueOf));
    row.show(values, ColorScale.DIVERGING);
  }

  /** What the hidden state begins with; of another quantity the largest entry. */
  private String describe(Trace trace) {
    if (quantity != Quantity.H) {
      return texts.of("compare.largest", three(trace.limit(quantity)));
    }
    double norm = trace.initialStateNorm();
    return norm == 0 ? texts.of("step.h0.zero") : texts.of("step.h0.carried", three(norm));
  }

  private static String three(double value) {
    return Numbers.three(value);
  }

  void setCursor(int timestep) {
    rows().forEach(row -> row.setCursor(t -> true, timestep));
  }
}
