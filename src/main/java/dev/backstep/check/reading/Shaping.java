package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the arrays of a file into the project's shapes, and refuses those that have others. */
final class Shaping {
  private final FoundArrays found;
  private final List<String> remarks = new ArrayList<>();
  private @Nullable String leftOut;

  Shaping(FoundArrays found) {
    this.found = found;
  }

  /** Takes down a sentence about what was taken for granted. */
  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** The same where it was not taken down before. */
  void remarkOnce(String sentence) {
    if (!remarks.contains(sentence)) {
      remark(sentence);
    }
  }

  /** The sentences, in order. */
  List<String> remarks() {
    return remarks;
  }

  /**
   * The entries of a matrix, or of a block of one, in the project's shape.
   *
   * @param isTransposed whether the file has it with rows and columns exchanged
   * @param sizes what V and H are, for the message
   */
  double[] matrix(WeightPlace place, int rows, int cols, boolean isTransposed, String sizes)
      throws SubmissionException {
    NdArray array = found.get(place.array());
    int[] needed = isTransposed ? new int[] {cols, rows} : new int[] {rows, cols};
    needed[0] *= place.blocks();
    if (!array.hasShape(needed)) {
      boolean looksTransposed = array.hasShape(needed[1], needed[0]);
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; with %s it must be %s%s",
              place.array(),
              NdArray.text(array.shape()),
              sizes,
              NdArray.text(needed),
              looksTransposed ? " (it looks transposed)" : ""));
    }
    double[] block = block(place, rows * cols);
    return isTransposed ? transposed(block, rows, cols) : block;
  }

  private double[] block(WeightPlace place, int size) throws SubmissionException {
    double[] all = finite(place.array()).values();
    return Arrays.copyOfRange(all, place.block() * size, (place.block() + 1) * size);
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

  /**
   * The entries of a vector, or of a block of one: (n,), (1, n), (n, 1), or a state of PyTorch, (1,
   * 1, n).
   */
  double[] vector(WeightPlace place, int length, String sizes) throws SubmissionException {
    NdArray array = found.get(place.array());
    requireShape(place.array(), array, sizes, vectors(length * place.blocks()));
    return block(place, length);
  }

  private static List<int[]> vectors(int length) {
    return List.of(
        new int[] {length}, new int[] {1, length}, new int[] {length, 1}, new int[] {1, 1, length});
  }

  /** Whether it has one of the shapes of a vector; else it is left out. */
  boolean isVectorOrLeftOut(String name, int length, String sizes) {
    boolean isVector = vectors(length).stream().anyMatch(found.get(name)::hasShape);
    if (!isVector) {
      leaveOut(name, sizes, vectors(length));
    }
    return isVector;
  }

  /** One row a timestep, by any order of the axes that {@link TimeLayout} knows. */
  double[][] overTime(String name, int length, int width, String sizes) throws SubmissionException {
    NdArray array = found.get(name);
    TimeLayout layout = new TimeLayout(length, width);
    requireShape(name, array, sizes, layout.shapes());
    finite(name);
    if (layout.isAmbiguous(array)) {
      remark(
          String.format(
              Locale.ROOT,
              "%s is %s and read as %s.",
              name,
              NdArray.text(array.shape()),
              square()));
    }
    return layout.rows(array, isTimeLast());
  }

  /** Whether (1, n, n) is (1, n, T), as in the program with which Backstep began. */
  boolean isTimeLast() {
    return found.spoken() != KnownDialect.PYTORCH;
  }

  /** How (1, n, n) is read, for remarks. */
  String square() {
    return isTimeLast() ? "(1, n, T)" : "(1, T, n)";
  }

  /** A number alone, or an array of one. */
  double number(String name) throws SubmissionException {
    NdArray array = found.get(name);
    if (array.count() != 1) {
      throw found.refused(
          String.format(
              Locale.ROOT, "%s is %s; it must be one number", name, NdArray.text(array.shape())));
    }
    return finite(name).values()[0];
  }

  private void requireShape(String name, NdArray array, String sizes, List<int[]> allowed)
      throws SubmissionException {
    if (allowed.stream().noneMatch(array::hasShape)) {
      throw found.refused(otherShape(name, "", sizes, allowed));
    }
  }

  private String otherShape(String name, String done, String sizes, List<int[]> allowed) {
    String shapes =
        allowed.stream().limit(3).map(NdArray::text).distinct().collect(Collectors.joining(" or "));
    return String.format(
        Locale.ROOT,
        "%s is %s%s; with %s it must be %s",
        name,
        NdArray.text(found.get(name).shape()),
        done,
        sizes,
        shapes);
  }

  /** Leaves out what has a name that is known and another shape, and says so. */
  void leaveOut(String name, String sizes, List<int[]> allowed) {
    remark(otherShape(name, " and left out", sizes, allowed) + ".");
    leftOut = leftOut == null ? otherShape(name, "", sizes, allowed) : leftOut;
  }

  /** Where all was left out, refuses the first of it. */
  void refuseLeftOut() throws SubmissionException {
    if (leftOut != null) {
      throw found.refused(leftOut);
    }
  }

  /** The array, which holds numbers and no NaN and no infinity. */
  NdArray finite(String name) throws SubmissionException {
    NdArray array = found.get(name);
    if (array.kind() == NdArray.Kind.CHARACTER) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%1$s holds characters; it must hold numbers, as %1$s=[char_to_ix[c] for c in %1$s]",
              name));
    }
    for (int i = 0; i < array.values().length; i++) {
      if (!Double.isFinite(array.values()[i])) {
        String what = Double.isNaN(array.values()[i]) ? "NaN" : "infinite";
        throw found.refused(
            String.format(
                Locale.ROOT,
                "%s%s is %s; every number must be finite",
                name,
                array.index(i),
                what));
      }
    }
    return array;
  }
}
