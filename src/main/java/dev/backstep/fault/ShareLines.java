package dev.backstep.fault;

import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a fault in what is added to weight gradients, printed from how a net adds it. */
enum ShareLines {
  /** {@code dW = …}. */
  ASSIGNED {
    @Override
    String wrong(String right) {
      return right.replace(ADDS, " = ");
    }
  },

  /** {@code dW + …}. */
  LOST {
    @Override
    String wrong(String right) {
      return right.replace(ADDS, " + ");
    }
  },

  /** {@code if t > 0: dW += …}. */
  NOT_FIRST {
    @Override
    String wrong(String right) {
      return "if t > 0: " + right;
    }
  },

  /** {@code dE[x] = …}, a row that is looked up. */
  ROWS_ASSIGNED {
    @Override
    String wrong(String right) {
      return right.replace(ADDS, " = ");
    }

    @Override
    String right(Gradient gradient, Printer printer) {
      return printer.line(gradient);
    }
  },

  /** {@code dE[xs] += …} for all timesteps at once. */
  ROWS_AT_ONCE {
    @Override
    String wrong(String right) {
      return right.replaceFirst("^np\\.add\\.at\\((.*), (\\w+), (.*)\\)$", "$1[$2]" + ADDS + "$3");
    }

    @Override
    String right(Gradient gradient, Printer printer) {
      String sum = printer.notation().gradient(gradient.weight());
      boolean isTurned = printer.notation().isTransposed(gradient.weight());
      String rows = printer.right(gradient.right()) + "s" + (isTurned ? ".T" : "");
      return "np.add.at("
          + (isTurned ? sum + ".T" : sum)
          + ", "
          + printer.notation().word("xs")
          + ", "
          + rows
          + ")";
    }
  };

  private static final String ADDS = " += ";

  /** The line as it is wrong. */
  abstract String wrong(String right);

  /**
   * The line as it is right: the gradient of a one-hot input is written as that of a whole matrix.
   */
  String right(Gradient gradient, Printer printer) {
    String line = printer.line(gradient);
    if (!gradient.isAtInput()) {
      return line;
    }
    Notation notation = printer.notation();
    String sum = notation.gradient(gradient.weight());
    String added = printer.right(gradient.right());
    String x = notation.word("x");
    boolean isTransposed = notation.isTransposed(gradient.weight());
    String rows = "np.eye(" + size(notation, sum, isTransposed) + ")";
    if (notation.hasColumns()) {
      return isTransposed
          ? sum + ADDS + added + " @ " + rows + "[[" + x + "]]"
          : sum + ADDS + rows + "[:, [" + x + "]] @ " + added + ".T";
    }
    String row = rows + "[" + x + "]";
    return sum
        + ADDS
        + "np.outer("
        + (isTransposed ? added + ", " + row : row + ", " + added)
        + ")";
  }

  /** How many ids there are: V, or the rows of the gradient where V is something else. */
  private static String size(Notation notation, String sum, boolean isTransposed) {
    String size = notation.word("V");
    return !size.equals("K") ? size : isTransposed ? sum + ".shape[1]" : "len(" + sum + ")";
  }

  /** The wrong lines for some weights, one below the other. */
  String wrong(List<Weight> weights, Printer printer) {
    return weights.stream()
        .map(weight -> wrong(right(printer.net().gradient(weight), printer)))
        .collect(Collectors.joining("\n"));
  }

  /** The right lines for some weights. */
  String right(List<Weight> weights, Printer printer) {
    return weights.stream()
        .map(weight -> right(printer.net().gradient(weight), printer))
        .collect(Collectors.joining("\n"));
  }
}
