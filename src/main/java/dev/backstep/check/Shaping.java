package dev.backstep.check;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the arrays of a file into the project's shapes, and refuses those that have others. */
final class Shaping {
  private final FoundArrays found;

  Shaping(FoundArrays found) {
    this.found = found;
  }

  /**
   * The entries of a matrix in the project's shape.
   *
   * @param isTransposed whether the file has it with rows and columns exchanged
   * @param sizes what V and H are, for the message
   */
  double[] matrix(String name, int rows, int cols, boolean isTransposed, String sizes)
      throws SubmissionException {
    NdArray array = finite(name);
    int[] needed = isTransposed ? new int[] {cols, rows} : new int[] {rows, cols};
    if (!array.hasShape(needed)) {
      boolean looksTransposed = array.hasShape(needed[1], needed[0]);
      throw found.refused(
          "%s is %s; with %s it must be %s%s"
              .formatted(
                  name,
                  NdArray.text(array.shape()),
                  sizes,
                  NdArray.text(needed),
                  looksTransposed ? " (it looks transposed)" : ""));
    }
    return isTransposed ? transposed(array.values(), rows, cols) : array.values().clone();
  }

  private static double[] transposed(double[] values, int rows, int cols) {
    double[] turned = new double[values.length];
    for (int row = 0; row < rows; row++) {
      for (int col = 0; col < cols; col++) {
        turned[row * cols + col] = values[col * rows + row];
      }
    }
    return turned;
  }

  /** The entries of a vector: (n,), (1, n), (n, 1), or a state of PyTorch, (1, 1, n). */
  double[] vector(String name, int length, String sizes) throws SubmissionException {
    NdArray array = finite(name);
    requireShape(
        name,
        array,
        sizes,
        List.of(
            new int[] {length},
            new int[] {1, length},
            new int[] {length, 1},
            new int[] {1, 1, length}));
    return array.values().clone();
  }

  /** One row a timestep: (T, n), columns (T, n, 1), (T, 1, n), or time last (1, n, T). */
  double[][] overTime(String name, int length, int width, String sizes) throws SubmissionException {
    NdArray array = finite(name);
    int[] timeLast = {1, width, length};
    requireShape(
        name,
        array,
        sizes,
        List.of(
            new int[] {length, width},
            timeLast,
            new int[] {length, width, 1},
            new int[] {length, 1, width}));
    boolean isTimeLast = array.hasShape(timeLast);
    double[][] rows = new double[length][width];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < width; i++) {
        rows[t][i] = array.values()[isTimeLast ? i * length + t : t * width + i];
      }
    }
    return rows;
  }

  /** A number alone, or an array of one. */
  double number(String name) throws SubmissionException {
    NdArray array = finite(name);
    if (array.values().length != 1) {
      throw found.refused(
          "%s is %s; it must be one number".formatted(name, NdArray.text(array.shape())));
    }
    return array.values()[0];
  }

  private void requireShape(String name, NdArray array, String sizes, List<int[]> allowed)
      throws SubmissionException {
    if (allowed.stream().noneMatch(array::hasShape)) {
      String shapes =
          allowed.stream()
              .limit(3)
              .map(NdArray::text)
              .distinct()
              .collect(Collectors.joining(" or "));
      throw found.refused(
          "%s is %s; with %s it must be %s"
              .formatted(name, NdArray.text(array.shape()), sizes, shapes));
    }
  }

  /** The array, which holds numbers and no NaN and no infinity. */
  NdArray finite(String name) throws SubmissionException {
    NdArray array = found.get(name);
    if (array.kind() == NdArray.Kind.CHARACTER) {
      throw found.refused(name + " holds characters; it must hold numbers");
    }
    for (int i = 0; i < array.values().length; i++) {
      if (!Double.isFinite(array.values()[i])) {
        String what = Double.isNaN(array.values()[i]) ? "NaN" : "infinite";
        throw found.refused(
            "%s%s is %s; every number must be finite".formatted(name, array.index(i), what));
      }
    }
    return array;
  }

  /** The ids of characters: as they are, (T,), or one-hot, (T, V), (1, V, T) and as columns. */
  int[] ids(String name, int vocabulary) throws SubmissionException {
    NdArray array = finite(name);
    int[] shape = Arrays.stream(array.shape()).filter(size -> size != 1).toArray();
    if (array.values().length == 0) {
      throw found.refused(name + " is empty; a sequence has at least one character");
    }
    return isOneHot(array, vocabulary)
        ? oneHot(name, array, vocabulary)
        : plainIds(name, array, shape, vocabulary);
  }

  /** Whether it has an axis of V more than a list of ids has; a single 1 among zeros decides. */
  private static boolean isOneHot(NdArray array, int vocabulary) {
    int[] shape = array.shape();
    int length = array.values().length / vocabulary;
    boolean fits =
        shape.length >= 2
            && (array.hasShape(length, vocabulary)
                || array.hasShape(1, vocabulary, length)
                || array.hasShape(length, vocabulary, 1)
                || array.hasShape(length, 1, vocabulary));
    boolean couldBeIds = length == 1 || vocabulary == 1;
    return fits && (!couldBeIds || Arrays.stream(array.values()).sum() == length);
  }

  private int[] oneHot(String name, NdArray array, int vocabulary) throws SubmissionException {
    int length = array.values().length / vocabulary;
    double[][] rows = overTime(name, length, vocabulary, "V = " + vocabulary);
    int[] ids = new int[length];
    for (int t = 0; t < length; t++) {
      ids[t] = one(name, t, rows[t]);
    }
    return ids;
  }

  private int one(String name, int t, double[] row) throws SubmissionException {
    int id = -1;
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0 && (row[i] != 1 || id >= 0)) {
        id = -1;
        break;
      }
      id = row[i] == 1 ? i : id;
    }
    if (id < 0) {
      throw found.refused(
          "%s is not one-hot at t = %d; it must have a single 1 and else zeros there, or be ids"
              .formatted(name, t));
    }
    return id;
  }

  private int[] plainIds(String name, NdArray array, int[] shape, int vocabulary)
      throws SubmissionException {
    if (shape.length > 1) {
      throw found.refused(
          "%s is %s; it must be ids (T,), or one-hot (T, %d) or (1, %d, T)"
              .formatted(name, NdArray.text(array.shape()), vocabulary, vocabulary));
    }
    int[] ids = new int[array.values().length];
    for (int t = 0; t < ids.length; t++) {
      double id = array.values()[t];
      if (id != Math.rint(id) || id < 0 || id >= vocabulary) {
        throw found.refused(
            "%s[%d] is %s; with V = %d ids are whole numbers from 0 to %d"
                .formatted(name, t, whole(id), vocabulary, vocabulary - 1));
      }
      ids[t] = (int) id;
    }
    return ids;
  }

  private static String whole(double id) {
    return id == Math.rint(id) ? String.valueOf((long) id) : String.valueOf(id);
  }
}
