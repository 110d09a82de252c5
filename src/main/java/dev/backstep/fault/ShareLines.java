package dev.backstep.fault;

import dev.backstep.net.Gradient;
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
      String[] parts = right.substring("np.add.at(".length(), right.length() - 1).split(", ");
      return parts[0] + "[" + parts[1] + "]" + ADDS + parts[2];
    }

    @Override
    String right(Gradient gradient, Printer printer) {
      String sum = "d" + printer.notation().name(gradient.weight());
      boolean isTurned = printer.notation().isTransposed(gradient.weight().name());
      String rows = printer.right(gradient.right()) + "s" + (isTurned ? ".T" : "");
      return "np.add.at(" + (isTurned ? sum + ".T" : sum) + ", xs, " + rows + ")";
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
    String added = printer.right(gradient.right());
    String sum = "d" + printer.notation().name(gradient.weight());
    return printer.notation().hasColumns()
        ? sum + ADDS + added + " @ np.eye(V)[[x]]"
        : sum + ADDS + "np.outer(np.eye(V)[x], " + added + ")";
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
