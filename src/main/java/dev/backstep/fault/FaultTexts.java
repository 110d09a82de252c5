package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import java.util.Optional;
import java.util.ResourceBundle;

/** What is said about the faults: their names and explanations, and their lines in NumPy. */
public record FaultTexts(ResourceBundle bundle) {
  /** The bundle that ships with the program. */
  public static FaultTexts load() {
    return new FaultTexts(ResourceBundle.getBundle("dev.backstep.fault.faults"));
  }

  /** What a group is called. */
  public String title(FaultGroup group) {
    return bundle.getString("group." + group.name());
  }

  /** What the fault is called, in the project's names. */
  public String title(Fault fault) {
    return of(fault, "title");
  }

  /** What the fault is called, in the names of a notation. */
  public String title(Fault fault, Notation notation) {
    return notation.named(title(fault));
  }

  /** By which numbers it gives itself away. */
  public String lookFor(Fault fault, Notation notation) {
    return notation.named(of(fault, "look"));
  }

  /** On what data it is not seen, or hardly. */
  public String hides(Fault fault, Notation notation) {
    return notation.named(of(fault, "hides"));
  }

  /** The rule in whose place the wrong line stands; nothing where it is beside them all. */
  public Optional<Rule> equation(Fault fault) {
    return equation(fault, Vanilla.NET);
  }

  /** The same rule of another net with a plain cell. */
  public Optional<Rule> equation(Fault fault, Net net) {
    if (fault.otherSide().isPresent()) {
      return fault.otherSide().map(side -> side.in(net).rule());
    }
    String key = key(fault, "equation");
    return bundle.containsKey(key)
        ? Optional.of(net.rule(bundle.getString(key)))
        : Optional.empty();
  }

  /** The line as it is wrong. Lines after one another are separated by a line break. */
  public String wrongLine(Fault fault, Notation notation) {
    return wrongLine(fault, Vanilla.NET, notation);
  }

  /** The wrong line in another net with a plain cell. */
  public String wrongLine(Fault fault, Net net, Notation notation) {
    return fault
        .otherSide()
        .map(side -> side.in(net).wrong(printer(net, notation)))
        .orElseGet(() -> line(fault, "wrong", net, notation));
  }

  /** The line as it is right. */
  public String rightLine(Fault fault, Notation notation) {
    return rightLine(fault, Vanilla.NET, notation);
  }

  /** The right line in another net with a plain cell. */
  public String rightLine(Fault fault, Net net, Notation notation) {
    return fault
        .otherSide()
        .map(side -> side.in(net).right(printer(net, notation)))
        .orElseGet(() -> line(fault, "right", net, notation));
  }

  private static Printer printer(Net net, Notation notation) {
    return new Printer(net, notation, Script.NUMPY);
  }

  /** A line of the bundle, which has the names of the vanilla net. */
  private String line(Fault fault, String which, Net net, Notation notation) {
    String inColumns = which + ".columns";
    boolean isOther = notation.hasColumns() && bundle.containsKey(key(fault, inColumns));
    String preActivation = net.preActivations().get(0).name();
    return of(fault, isOther ? inColumns : which)
        .replaceAll("\\b" + Vanilla.DTANH + "\\b", preActivation);
  }

  private String of(Fault fault, String what) {
    return bundle.getString(key(fault, what));
  }

  private static String key(Fault fault, String what) {
    return fault.id() + "." + what;
  }
}
