package dev.backstep.fault.batch;

import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said about the faults of batches: their names and explanations, and their lines. */
public record BatchFaultTexts(ResourceBundle bundle) {
  /** The bundle that ships with the program. */
  public static BatchFaultTexts load() {
    return new BatchFaultTexts(ResourceBundle.getBundle("dev.backstep.fault.faults"));
  }

  /** What the fault is called. */
  public String title(BatchFault fault) {
    return of(fault, "title");
  }

  /** By which numbers it gives itself away. */
  public String lookFor(BatchFault fault, Notation notation) {
    return notation.named(of(fault, "look"));
  }

  /** On what data it is not seen, or hardly. */
  public String hides(BatchFault fault) {
    return of(fault, "hides");
  }

  /** The line as it is wrong. Lines after one another are separated by a line break. */
  public String faultyLine(BatchFault fault, Net net, Notation notation, BatchNames names) {
    return line(fault, "wrong", net, notation, names);
  }

  /** The line as it is right. */
  public String rightLine(BatchFault fault, Net net, Notation notation, BatchNames names) {
    return line(fault, "right", net, notation, names);
  }

  private String line(
      BatchFault fault, String which, Net net, Notation notation, BatchNames names) {
    String line = of(fault, which);
    return line.contains("{rows}")
        ? net.weights().stream()
            .map(net::gradient)
            .filter(Gradient::isAtInput)
            .map(gradient -> filled(ofRows(line, gradient, notation), net, notation, names))
            .collect(Collectors.joining("\n"))
        : filled(line, net, notation, names);
  }

  /** The rows of what is read are columns where the weights stand transposed. */
  private static String ofRows(String line, Gradient gradient, Notation notation) {
    String share = ((Expr.Of) gradient.right()).vector() + (notation.hasColumns() ? ".T" : "");
    String rows = "d" + gradient.weight() + (notation.isTransposed(gradient.weight()) ? ".T" : "");
    return line.replace("{rows}", rows).replace("{share}", share);
  }

  private static String filled(String line, Net net, Notation notation, BatchNames names) {
    Printer printer = new Printer(net, notation, Script.NUMPY);
    String ofUnits = names.maskOfTimestep() + (notation.hasColumns() ? "" : "[:, None]");
    String filled =
        line.replace("{cell}", cell(net, false))
            .replace("{masked}", cell(net, true))
            .replace("{first}", net.states().get(0) + "0");
    return notation
        .line(filled)
        .replace("{e}", net.head().output().isEmpty() ? "" : error(net, printer))
        .replace("{mt}", ofUnits)
        .replace("{m}", names.mask())
        .replace("{size}", names.size())
        .replace("{axis}", String.valueOf(names.axisOfTime()))
        .replace("{lengths}", names.lengths())
        .replace("{count}", names.count())
        .replace("{column}", names.lastColumn())
        .replace("{last}", names.lastTimestep())
        .replace("{inputs}", names.inputs());
  }

  private static String error(Net net, Printer printer) {
    return printer.right(net.equation(Head.E).right());
  }

  /** One call that computes all states, and where padding stands what they were. */
  private static String cell(Net net, boolean isMasked) {
    List<Vector> states = net.states();
    String read =
        Stream.concat(Stream.of("x"), states.stream().map(state -> state + "_prev"))
            .collect(Collectors.joining(", ", "cell(", ")"));
    if (isMasked && states.size() == 1) {
      return kept(states.get(0), read);
    }
    String call =
        states.stream().map(Vector::name).collect(Collectors.joining(", ")) + " = " + read;
    return isMasked
        ? Stream.concat(Stream.of(call), states.stream().map(state -> kept(state, state.name())))
            .collect(Collectors.joining("\n"))
        : call;
  }

  private static String kept(Vector state, String computed) {
    return state + " = {mt} * " + computed + " + (1 - {mt}) * " + state + "_prev";
  }

  private String of(BatchFault fault, String what) {
    return bundle.getString(fault.id() + "." + what);
  }
}
