package dev.backstep.ui.compare;

import dev.backstep.math.Numbers;
import dev.backstep.math.Series;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.words.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The losses of two runs in numbers: in training, and held out in both ways; and B − A. */
final class MeanLosses {
  private static final int A = 1;
  private static final int B = 2;
  private static final int DIFFERENCE = 3;

  private final CompareViewModel compare;
  private final Texts texts;
  private final GridPane grid;
  private final Label[][] numbers = new Label[Row.values().length][DIFFERENCE + 1];

  /** The losses that there are, in the order in which they stand. */
  private enum Row {
    TRAINING("compare.mean.training", RunViewModel::smoothedLosses),
    FROM_ZERO("compare.mean.from_zero", RunViewModel::heldOutLosses),
    OWN_STATE("compare.mean.own_state", RunViewModel::ownStateLosses);

    private final String key;
    private final Function<RunViewModel, Series> series;

    Row(String key, Function<RunViewModel, Series> series) {
      this.key = key;
      this.series = series;
    }

    /** NaN if there is none: also in training that diverged, whose last loss is no number. */
    private double last(RunViewModel run) {
      Series losses = series.apply(run);
      boolean hasDiverged = this == TRAINING && run.divergenceProperty().get() != null;
      return hasDiverged || losses.size() == 0 ? Double.NaN : losses.last();
    }
  }

  MeanLosses(CompareViewModel compare, Texts texts, GridPane grid) {
    this.compare = compare;
    this.texts = texts;
    this.grid = grid;
    grid.add(head("compare.a", "run-a"), A, 0);
    grid.add(head("compare.b", "run-b"), B, 0);
    grid.add(head("compare.difference", "run-difference"), DIFFERENCE, 0);
    for (Row row : Row.values()) {
      addRow(row);
    }
  }

  private Label head(String key, String style) {
    Label label = new Label(texts.of(key));
    label.getStyleClass().addAll("hint", style);
    label.setMinWidth(Label.USE_PREF_SIZE);
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }

  private void addRow(Row row) {
    Label name = new Label(texts.of(row.key));
    name.getStyleClass().add("hint");
    name.setMinWidth(Label.USE_PREF_SIZE);
    grid.add(name, 0, row.ordinal() + 1);
    for (int column = A; column <= DIFFERENCE; column++) {
      Label number = new Label();
      number.setId("mean-" + row.name().toLowerCase(Locale.ROOT) + "-" + column);
      number.getStyleClass().add("mono");
      number.setMinWidth(Label.USE_PREF_SIZE);
      numbers[row.ordinal()][column] = number;
      GridPane.setHalignment(number, HPos.RIGHT);
      grid.add(number, column, row.ordinal() + 1);
    }
  }

  void show() {
    for (Row row : Row.values()) {
      double a = row.last(compare.a());
      double b = row.last(compare.b());
      numbers[row.ordinal()][A].setText(loss(a));
      numbers[row.ordinal()][B].setText(loss(b));
      numbers[row.ordinal()][DIFFERENCE].setText(difference(b - a));
    }
  }

  private String loss(double value) {
    return Double.isNaN(value) ? texts.of("compare.mean.none") : Numbers.decimals(value, 3);
  }

  private String difference(double value) {
    return Double.isNaN(value) ? texts.of("compare.mean.none") : Numbers.signed(value, 3);
  }
}
