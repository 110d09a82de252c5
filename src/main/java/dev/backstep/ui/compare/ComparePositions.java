package dev.backstep.ui.compare;

import dev.backstep.math.Numbers;
import dev.backstep.ui.chart.PositionBars;
import dev.backstep.words.Texts;
import java.util.stream.IntStream;

/** The difference B − A of the mean training losses, letter by letter. */
final class ComparePositions {
  private final CompareViewModel compare;
  private final Texts texts;
  private final PositionBars bars;

  /** The losses shown, which may be older than what the runs tell. */
  private double[] a = {};

  private double[] b = {};

  ComparePositions(CompareViewModel compare, Texts texts, PositionBars bars) {
    this.compare = compare;
    this.texts = texts;
    this.bars = bars;
    bars.setAccessibleText(texts.of("compare.positions.help"));
    bars.placeholderProperty().set(texts.of("compare.positions.none"));
    bars.setWords(this::words);
  }

  void show() {
    a = compare.a().positionLosses();
    b = compare.b().positionLosses();
    bars.valuesProperty()
        .set(
            IntStream.range(0, Math.min(a.length, b.length))
                .mapToDouble(t -> b[t] - a[t])
                .toArray());
  }

  private String words(int position) {
    return texts.of(
        "compare.position",
        position + 1,
        Numbers.signed(b[position] - a[position], 3),
        Numbers.decimals(a[position], 3),
        Numbers.decimals(b[position], 3));
  }
}
