package dev.backstep.ui.compare;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.parts.PairRows;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
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
  private final Vector quantity;
  private final PairRows rows;

  /**
   * Adds the rows to a box.
   *
   * @param read told in words what is pointed at
   */
  QuantityStrips(
      CompareViewModel compare,
      Texts texts,
      Vector quantity,
      TimeAxis axis,
      VBox box,
      Consumer<String> read) {
    this.compare = compare;
    this.texts = texts;
    this.quantity = quantity;
    rows =
        new PairRows(
            texts,
            axis,
            "compare-" + quantity.symbol(),
            List.of(
                texts.of("compare.strip", quantity.symbol(), texts.of("compare.a")),
                texts.of("compare.strip", quantity.symbol(), texts.of("compare.b")),
                texts.of("compare.strip.difference", quantity.symbol())));
    rows.setOnRead(read);
    rows.setOnPick(compare.cursor()::goTo);
    rows.addTo(box);
  }

  void show(Trace a, Trace b) {
    MatrixView between = compare.difference(quantity);
    rows.show(quantity, a, b, between);
    rows.first().setSubtitle(describe(a));
    rows.second().setSubtitle(describe(b));
    rows.difference()
        .setReason(
            between != null
                ? ""
                : texts.of("compare.no-difference", a.shape().hidden(), b.shape().hidden()));
  }

  /** What the hidden state begins with; of another quantity the largest entry. */
  private String describe(Trace trace) {
    if (!quantity.equals(Cell.H)) {
      return rows.largest(trace.limit(quantity));
    }
    double norm = trace.initialStateNorm();
    return norm == 0
        ? texts.of("parts.h0.zero")
        : texts.of("parts.h0.carried", Numbers.three(norm));
  }

  void setCursor(int timestep) {
    rows.setCursor(timestep);
  }
}
