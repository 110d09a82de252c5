package dev.backstep.check.meaning.weights;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** In whose names the arrays of a file are, by the whole set of them. */
final class DialectNames {
  private static final Set<Dialect> IN_ROWS =
      Set.of(
          Dialect.OURS,
          Dialect.CS231N,
          Dialect.D2L,
          Dialect.KERAS,
          Dialect.NUMPY_ML,
          Dialect.FROM_SCRATCH,
          Dialect.SYNAPSES);

  private DialectNames() {}

  /** Whether vectors are multiplied from the left there. */
  static boolean areRows(Dialect dialect) {
    return IN_ROWS.contains(dialect);
  }

  /** Whether a library saved them, in which all matrices stand alike. */
  static boolean isFixed(Dialect dialect) {
    return dialect == Dialect.PYTORCH || dialect == Dialect.KERAS;
  }

  /** The dialect of the matrices of a cell among all arrays. */
  static Dialect of(CellFinding cell, Collection<String> all) {
    NameSet names = new NameSet(cell, all);
    boolean isOurs = names.has("W1", "W2") || names.has("W1_[a-z]+", "W2_[a-z]+");
    if (isOurs && cell.isInRows()) {
      return Dialect.OURS;
    }
    if (names.has("(.*[._/])?weight_ih(_l0)?", "(.*[._/])?weight_hh(_l0)?")) {
      return Dialect.PYTORCH;
    }
    if (names.has("(.*/|.*_)?recurrent_kernel.*")) {
      return Dialect.KERAS;
    }
    if (names.has("syn(apse)?_?h.*")) {
      return Dialect.SYNAPSES;
    }
    return cell.isJoint() ? joint(names, cell) : written(names, cell);
  }

  private static Dialect joint(NameSet names, CellFinding cell) {
    boolean isColumns = cell instanceof JointMatrix joint && !joint.isInRows();
    boolean isNamed = names.has("Wf", "W[iu]", "Wc", "Wo");
    if (isNamed) {
      return isColumns ? Dialect.COURSERA : Dialect.NUMPY_ML;
    }
    return Dialect.ONE_MATRIX;
  }

  private static Dialect written(NameSet names, CellFinding cell) {
    if (names.has("Wax", "Waa")) {
      return names.isThere("bx") ? Dialect.NUMPY_ML : Dialect.COURSERA;
    }
    if (names.has("W_x[a-z]", "W_h[a-z]")
        && (names.isThere("W_hq") || (cell.tells() && cell.isInRows()))) {
      return Dialect.D2L;
    }
    if (names.has("W_?xh", "W_?hh")) {
      return Dialect.MIN_CHAR_RNN;
    }
    if (names.has("(rnn|lstm|gru|time_\\w+)_Wx", "(rnn|lstm|gru|time_\\w+)_Wh")
        || names.isThere("affine_W")) {
      return Dialect.FROM_SCRATCH;
    }
    if (names.has("Wx", "Wh") && cell.isInRows()) {
      return Dialect.CS231N;
    }
    boolean isPlain = cell.kind() == GateKind.PLAIN;
    return isPlain && names.has("U", "W") ? Dialect.UVW : Dialect.UNKNOWN;
  }

  /** The names of the matrices of a cell, and those of all arrays, without prefixes. */
  private record NameSet(CellFinding cell, Collection<String> all) {
    /** Whether each pattern is the whole name of a matrix of the cell. */
    boolean has(String... patterns) {
      for (String pattern : patterns) {
        Predicate<String> isOne =
            Pattern.compile("((params?|parameters?|model|self)[_./])?(" + pattern + ")(:0)?")
                .asMatchPredicate();
        if (cell.matrices().stream().map(Candidate::name).noneMatch(isOne)) {
          return false;
        }
      }
      return true;
    }

    boolean isThere(String name) {
      return all.stream().anyMatch(each -> each.equals(name) || each.endsWith("_" + name));
    }
  }
}
