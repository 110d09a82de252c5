package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * Which matrices of a file have rows and columns exchanged. In the names of min-char-rnn they may
 * stand as in min-char-rnn, or as in a program with row vectors, {@code x·Wxh + h·Whh} and {@code
 * h·Why}; for the other names there is one way.
 *
 * @param areInRows whether Wxh is (V,H) and Whh is multiplied from the left
 * @param isOutputInRows whether Why is (H,V)
 */
public record Orientation(Dialect dialect, boolean areInRows, boolean isOutputInRows) {
  /** As the names say. */
  static Orientation of(Dialect dialect) {
    return new Orientation(dialect, false, false);
  }

  /** By the shapes of a file, where they tell. */
  static Orientation of(FoundArrays found) {
    Orientation asNamed = of(found.spoken());
    int hidden = rows(found, Parameters.W2);
    if (found.spoken() != Dialect.MIN_CHAR_RNN || hidden < 1) {
      return asNamed;
    }
    boolean areInRows = isTurned(found, Parameters.W1, hidden, 1);
    boolean isOutputInRows = isTurned(found, Parameters.W3, hidden, 0);
    return new Orientation(asNamed.dialect, areInRows, isOutputInRows);
  }

  /** Whether H is the size of this axis, and only of this one. */
  private static boolean isTurned(FoundArrays found, String parameter, int hidden, int axis) {
    return found
        .parameter(parameter)
        .map(found::get)
        .filter(array -> array.dimensions() == 2)
        .filter(array -> array.shape()[axis] == hidden && array.shape()[1 - axis] != hidden)
        .isPresent();
  }

  private static int rows(FoundArrays found, String parameter) {
    Optional<NdArray> array = found.parameter(parameter).map(found::get);
    return array.filter(each -> each.dimensions() == 2).map(each -> each.shape()[0]).orElse(0);
  }

  /** The ways in which a file can be read: one, or four where V = H. */
  static List<Orientation> possible(FoundArrays found) {
    Orientation byShapes = of(found);
    int hidden = rows(found, Parameters.W2);
    boolean isSquare =
        found.spoken() == Dialect.MIN_CHAR_RNN
            && found
                .parameter(Parameters.W1)
                .filter(name -> found.get(name).hasShape(hidden, hidden))
                .isPresent();
    return isSquare
        ? List.of(
            byShapes,
            byShapes.with(true, true),
            byShapes.with(true, false),
            byShapes.with(false, true))
        : List.of(byShapes);
  }

  private Orientation with(boolean inRows, boolean outputInRows) {
    return new Orientation(dialect, inRows, outputInRows);
  }

  /** Whether the rows of a parameter are the columns of the project's matrix. */
  public boolean isTransposed(String parameter) {
    if (parameter.equals(Parameters.W3)) {
      return isOutputInRows;
    }
    return !areInRows && dialect.notation().isTransposed(parameter);
  }

  /** A sentence where it is not as the names say. */
  Optional<String> remark() {
    if (!areInRows && !isOutputInRows) {
      return Optional.empty();
    }
    String which = !isOutputInRows ? "Wxh and Whh" : areInRows ? "Wxh, Whh and Why" : "Why";
    return Optional.of(
        which
            + (which.equals("Why") ? " is" : " are")
            + " read as in a program with row vectors; what is written out is written for columns,"
            + " as in min-char-rnn.");
  }
}
