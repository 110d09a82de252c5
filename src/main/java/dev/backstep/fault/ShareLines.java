package dev.backstep.fault;

import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Lines of a fault in what is added to weight gradients, printed from how a net adds it. */
enum ShareLines {
  /** {@code dW = …}. */
  ASSIGNED(ShareLines::whole, (gradient, printer) -> whole(gradient, printer, " = ")),

  /** {@code dW + …}. */
  LOST(ShareLines::whole, (gradient, printer) -> whole(gradient, printer, " + ")),

  /** {@code if t > 0: dW += …}. */
  NOT_FIRST(ShareLines::whole, (gradient, printer) -> "if t > 0: " + whole(gradient, printer)),

  /** {@code dE[x] = …}, a row that is looked up. */
  ROWS_ASSIGNED(
      (gradient, printer) -> printer.line(gradient),
      (gradient, printer) -> printer.line(gradient).replace(" += ", " = ")),

  /** {@code dE[xs] += …} for all timesteps at once. */
  ROWS_AT_ONCE(
      (gradient, printer) ->
          "np.add.at("
              + String.join(", ", rows(gradient, printer), ids(printer), added(gradient, printer))
              + ")",
      (gradient, printer) ->
          rows(gradient, printer) + "[" + ids(printer) + "] += " + added(gradient, printer));

  private final BiFunction<Gradient, Printer, String> right;
  private final BiFunction<Gradient, Printer, String> wrong;

  ShareLines(
      BiFunction<Gradient, Printer, String> right, BiFunction<Gradient, Printer, String> wrong) {
    this.right = right;
    this.wrong = wrong;
  }

  private static String whole(Gradient gradient, Printer printer) {
    return whole(gradient, printer, " += ");
  }

  /** That of a one-hot input is written as a whole matrix too, and not as the row that it is. */
  private static String whole(Gradient gradient, Printer printer, String sign) {
    if (!gradient.isAtInput()) {
      return printer.line(gradient).replace(" += ", sign);
    }
    Notation notation = printer.notation();
    String sum = notation.gradient(gradient.weight()) + sign;
    String rows = "np.eye(" + size(gradient.weight(), notation) + ")";
    String x = notation.word("x");
    String share = printer.right(gradient.right());
    boolean isTransposed = notation.isTransposed(gradient.weight());
    if (notation.hasColumns()) {
      return isTransposed
          ? sum + share + " @ " + rows + "[[" + x + "]]"
          : sum + rows + "[:, [" + x + "]] @ " + share + ".T";
    }
    String row = rows + "[" + x + "]";
    return isTransposed
        ? sum + "np.outer(" + share + ", " + row + ")"
        : sum + "np.outer(" + row + ", " + share + ")";
  }

  /**
   * How many ids there are: V, or the rows of the gradient where the file has a V that is no size.
   */
  private static String size(Weight weight, Notation notation) {
    if (!notation.isTaken("V")) {
      return notation.word("V");
    }
    String gradient = notation.gradient(weight);
    return notation.isTransposed(weight) ? gradient + ".shape[1]" : "len(" + gradient + ")";
  }

  /** The ids of all timesteps. */
  private static String ids(Printer printer) {
    return printer.notation().word("xs");
  }

  /** A gradient whose rows are those that are looked up. */
  private static String rows(Gradient gradient, Printer printer) {
    Notation notation = printer.notation();
    return notation.gradient(gradient.weight())
        + (notation.isTransposed(gradient.weight()) ? ".T" : "");
  }

  /** What is added to the rows, a row for each timestep. */
  private static String added(Gradient gradient, Printer printer) {
    return printer.right(gradient.right()) + "s" + (printer.notation().hasColumns() ? ".T" : "");
  }

  /** The faulty lines for some weights, one below the other. */
  String wrong(List<Weight> weights, Printer printer) {
    return lines(weights, printer, wrong);
  }

  /** The right lines for some weights. */
  String right(List<Weight> weights, Printer printer) {
    return lines(weights, printer, right);
  }

  private static String lines(
      List<Weight> weights, Printer printer, BiFunction<Gradient, Printer, String> line) {
    return weights.stream()
        .map(weight -> line.apply(printer.net().gradient(weight), printer))
        .collect(Collectors.joining("\n"));
  }
}
