package dev.backstep.ui.parts;

import dev.backstep.math.Numbers;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.SquareNames;
import dev.backstep.words.Texts;
import java.util.function.IntFunction;

/**
 * The names of the squares of each kind of heatmap, with characters in the place of ids.
 *
 * @param hasCharacterRows whether the rows are those of characters
 * @param hasCharacterColumns whether the columns are
 */
public record HeatmapNames(
    Texts texts,
    Name name,
    IntFunction<String> rows,
    IntFunction<String> cols,
    boolean hasCharacterRows,
    boolean hasCharacterColumns)
    implements SquareNames {

  /** The name of the square at a row and column. */
  @FunctionalInterface
  public interface Name {
    String of(int row, int col);
  }

  /** Anything of every timestep: (T, N). */
  public static HeatmapNames ofTimesteps(
      Texts texts, Trace trace, Name name, IntFunction<String> units) {
    return new HeatmapNames(
        texts, name, t -> t + " " + trace.label(trace.input(t)), units, false, false);
  }

  /** A quantity of one timestep: (1, N). */
  public static HeatmapNames ofVector(Texts texts, Trace trace, Vector quantity, int timestep) {
    return new HeatmapNames(
        texts,
        (row, unit) -> ReadOuts.name(trace, quantity, timestep, unit),
        row -> "",
        unit -> ReadOuts.index(trace, quantity, unit),
        false,
        quantity.isPerCharacter());
  }

  /** Any vector whose entries are no characters: (1, N). */
  public static HeatmapNames ofVector(Texts texts, Name name, IntFunction<String> units) {
    return new HeatmapNames(texts, name, row -> "", units, false, false);
  }

  /** A weight matrix, a bias or a gradient of it, said after a prefix. */
  public static HeatmapNames ofParameter(
      Texts texts, Trace trace, Notation notation, String prefix, String parameter) {
    return new HeatmapNames(
        texts,
        (row, col) -> ReadOuts.name(trace, notation, prefix, parameter, row, col),
        row -> ReadOuts.rowIndex(trace, parameter, row),
        col -> ReadOuts.colIndex(trace, parameter, col),
        ReadOuts.isPerRow(trace, parameter),
        ReadOuts.isPerColumn(trace, parameter));
  }

  @Override
  public String notComputed() {
    return texts.of("parts.not-computed");
  }

  @Override
  public String covered() {
    return texts.of("parts.covered");
  }

  @Override
  public String ofLimit(double limit) {
    return texts.of("parts.limit.of-column", Numbers.three(limit));
  }

  @Override
  public String limitPerColumn() {
    return texts.of("parts.limit.per-column");
  }

  @Override
  public String square(int row, int col) {
    return name.of(row, col);
  }

  @Override
  public String row(int row) {
    return rows.apply(row);
  }

  @Override
  public String col(int col) {
    return cols.apply(col);
  }
}
