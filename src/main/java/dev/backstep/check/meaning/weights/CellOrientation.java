package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * How the two matrices of a cell stand: as the project has them, x·W1 and h·W2, or transposed.
 *
 * @param isInputInRows whether W1 is (D, H)
 * @param isStateInRows whether W2 is multiplied from the left
 * @param doubt 0 where both stand as the names say
 */
record CellOrientation(boolean isInputInRows, boolean isStateInRows, int doubt) {
  private static final int BOTH_OTHERWISE = 1;
  private static final int STATE_OTHERWISE = 2;
  private static final int INPUT_OTHERWISE = 3;

  /**
   * Those that shapes allow, the likeliest first.
   *
   * @param rows the sizes of W1 along the axes of the file but those of gates
   * @param inputs D
   * @param hidden H
   * @param areRows what the names say where W1 is square
   * @param isFixed whether both always stand alike in these names
   */
  static List<CellOrientation> of(
      int[] rows, int inputs, int hidden, boolean areRows, boolean isFixed) {
    List<CellOrientation> all = new ArrayList<>();
    boolean mayBeRows = rows[0] == inputs && rows[1] == hidden;
    boolean mayBeColumns = rows[0] == hidden && rows[1] == inputs;
    if (mayBeRows && mayBeColumns) {
      all.add(new CellOrientation(areRows, areRows, 0));
      all.add(new CellOrientation(!areRows, !areRows, BOTH_OTHERWISE));
      all.add(new CellOrientation(areRows, !areRows, STATE_OTHERWISE));
      all.add(new CellOrientation(!areRows, areRows, INPUT_OTHERWISE));
    } else {
      all.add(new CellOrientation(mayBeRows, mayBeRows, 0));
      if (!isFixed || mayBeRows != areRows) {
        all.add(new CellOrientation(mayBeRows, !mayBeRows, STATE_OTHERWISE));
      }
    }
    return all;
  }

  Part input(Part there) {
    return isInputInRows ? there : there.transposed();
  }

  Part state(Part there) {
    return isStateInRows ? there : there.transposed();
  }

  /** What is to be said of it. */
  List<String> remarks(String input, String state) {
    if (doubt == 0) {
      return List.of();
    }
    return List.of(
        isInputInRows == isStateInRows
            ? said(input, isInputInRows, "x") + " and " + said(state, isStateInRows, "h_prev") + "."
            : said(state, isStateInRows, "h_prev") + ".");
  }

  private static String said(String name, boolean isInRows, String vector) {
    return isInRows
        ? name + " is read as in " + vector + " @ " + name
        : name + " is read as in " + name + " @ " + vector;
  }
}
