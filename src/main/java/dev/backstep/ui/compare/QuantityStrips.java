package dev.backstep.ui.compare;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.parts.PairRows;
import dev.backstep.ui.parts.QuantityRow;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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
   * @param read told in words what is pointed at
   * @param light told the unit that is pointed at
   */
  QuantityStrips(
      CompareViewModel compare,
      Texts texts,
      Vector quantity,
      TimeAxis axis,
      Consumer<String> read,
      IntConsumer light) {
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
    rows.setOnUnit(light);
    rows.setOnPick(compare.cursor()::goTo);
  }

  /** Lights a unit in every row; none for −1. */
  void light(int unit) {
    rows.light(unit);
  }

  void addTo(VBox box) {
    rows.addTo(box);
  }

  void show(Trace a, Trace b) {
    MatrixView between = compare.difference(quantity);
    rows.show(quantity, a, b, between);
    show(rows.first(), a, "compare.a");
    show(rows.second(), b, "compare.b");
    boolean isInBoth = isIn(a) && isIn(b);
    rows.difference().setReason(isInBoth && between == null ? whyNoDifference(a, b) : "");
    rows.difference().setVisible(isInBoth);
    rows.difference().setManaged(isInBoth);
  }

  private void show(QuantityRow row, Trace trace, String side) {
    row.setReason(isIn(trace) ? "" : notThere(trace, side));
    String words = isIn(trace) ? describe(trace) : "";
    row.setSubtitle(words, words);
  }

  private boolean isIn(Trace trace) {
    return trace.net().vectors().contains(quantity);
  }

  private String notThere(Trace trace, String side) {
    return texts.of(
        "compare.not-there",
        texts.of(side),
        new SettingWords(texts).cell(trace.net()),
        quantity.symbol());
  }

  private String whyNoDifference(Trace a, Trace b) {
    SettingWords words = new SettingWords(texts);
    return a.net() == b.net()
        ? texts.of("compare.no-difference", a.shape().hidden(), b.shape().hidden())
        : texts.of("compare.no-difference.cells", words.cell(a.net()), words.cell(b.net()));
  }

  /** The start of a state; of another quantity the largest entry. */
  private String describe(Trace trace) {
    if (!trace.net().states().contains(quantity)) {
      return rows.largest(trace.limit(quantity));
    }
    String initial = quantity.name() + "0";
    double norm = norm(trace.initialState(quantity));
    if (trace.isStateLearned()) {
      return texts.of("compare.state.learned", initial, Numbers.three(norm));
    }
    return norm == 0
        ? texts.of("compare.state.zero", initial)
        : texts.of("compare.state.carried", initial, Numbers.three(norm));
  }

  private static double norm(MatrixView row) {
    double sum = 0;
    for (int i = 0; i < row.cols(); i++) {
      sum += row.get(0, i) * row.get(0, i);
    }
    return Math.sqrt(sum);
  }

  void setCursor(int timestep) {
    rows.setCursor(timestep);
  }
}
