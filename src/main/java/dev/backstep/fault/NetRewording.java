package dev.backstep.fault;

import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Printer;
import dev.backstep.net.Vanilla;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Words and lines about the vanilla net as they are said of another: in the names of its vectors
 * and functions, and without what it has not.
 */
record NetRewording(Net net) {
  /** What is said of a net. */
  String in(String words) {
    return ofParts(net.cell() instanceof PlainCell cell ? ofCell(words, cell) : words);
  }

  private String ofCell(String words, PlainCell cell) {
    String function =
        net.functions().isEmpty() ? "tanh" : net.functions().get(0).function().symbol();
    return named(words, cell).replaceAll("\\btanh\\b", function);
  }

  /** The same where tanh is meant and not the function of the net. */
  String withoutFunction(String words) {
    return ofParts(net.cell() instanceof PlainCell cell ? named(words, cell) : words);
  }

  private static String named(String words, PlainCell cell) {
    return words.replaceAll("\\b" + Vanilla.DTANH + "\\b", cell.da().name());
  }

  /** Five gradients are those of a net without an embedding and with an output layer. */
  String ofParts(String words) {
    boolean hasOutput = Scope.hasOutput(net);
    String counted =
        net.head().isWeighted()
            ? words.replaceAll("; dbo is right but for its rounding[^.]*", "")
            : words;
    if (hasOutput && net.input().weights().isEmpty()) {
      return counted;
    }
    String said =
        counted
            .replaceAll("all five (gradient|total)s", "every $1")
            .replaceAll("All five totals are", "Every total is")
            .replaceAll("the other four are", "every other is");
    return hasOutput
        ? said
        : said.replaceAll("[;,] (and )?dW3 and dbo (are )?exactly right", "")
            .replaceAll("; dbo is exactly right, every other is wrong", "")
            .replaceAll(", and dW3; dbo is exactly right", "")
            .replaceAll(", those of W3 and bo too", "")
            .replaceAll(" The outputs, which were computed in time, are right\\.", "");
  }

  /** What its units are made by: {@code σ}; {@code no function} of those that are a sum. */
  String function() {
    return net.functions().isEmpty() ? "no function" : net.functions().get(0).function().symbol();
  }

  /** A line of NumPy. */
  String line(String line, Printer printer) {
    String named =
        net.cell() instanceof PlainCell cell
            ? line.replaceAll("\\b" + Vanilla.DTANH + "\\b", cell.da().name())
            : line;
    String there = printer.notation().line(named);
    if (!Scope.hasOutput(net)) {
      return fill(there, printer);
    }
    boolean isErrorAlone =
        net.head().isWeighted() && named.startsWith("e = ") && !named.contains("{e}");
    return fill(there, printer) + (isErrorAlone ? printer.notation().line("\ne *= w") : "");
  }

  private String fill(String line, Printer printer) {
    String filled =
        line.replace("{dh}", printer.right(net.equation(Head.DH_FROM_OUTPUT).right()))
            .replace("{gradients}", gradients(printer));
    return Scope.hasOutput(net)
        ? filled
            .replace("{e}", printer.right(net.equation(Head.E).right()))
            .replace("{zeros}", zeros(printer))
            .replaceAll("\\{target ([^}]*)\\}", target(printer))
        : filled;
  }

  private String target(Printer printer) {
    if (!Scope.hasTargetIds(net)) {
      return "$1";
    }
    String rows = Matcher.quoteReplacement(printer.notation().line("np.eye(V)"));
    return rows + (printer.notation().hasColumns() ? "[:, [$1]]" : "[$1]");
  }

  private String gradients(Printer printer) {
    return net.weights().stream()
        .map(printer.notation()::gradient)
        .collect(Collectors.joining(", "));
  }

  private String zeros(Printer printer) {
    String zeros = printer.notation().hasColumns() ? "np.zeros((V, 1))" : "np.zeros(V)";
    return printer.notation().line(Scope.hasTargetIds(net) ? zeros : "np.zeros_like(o)");
  }
}
