package dev.backstep.fault;

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
    if (fault.otherSide().isPresent()) {
      return fault.otherSide().map(OtherSide::rule);
    }
    String key = key(fault, "equation");
    return bundle.containsKey(key)
        ? Optional.of(Vanilla.NET.rule(bundle.getString(key)))
        : Optional.empty();
  }

  /** The line as it is wrong. Lines after one another are separated by a line break. */
  public String wrongLine(Fault fault, Notation notation) {
    return fault
        .otherSide()
        .map(side -> side.wrong(printer(notation)))
        .orElseGet(() -> line(fault, "wrong", notation));
  }

  /** The line as it is right. */
  public String rightLine(Fault fault, Notation notation) {
    return fault
        .otherSide()
        .map(side -> side.right(printer(notation)))
        .orElseGet(() -> line(fault, "right", notation));
  }

  private static Printer printer(Notation notation) {
    return new Printer(Vanilla.NET, notation, Script.NUMPY);
  }

  private String line(Fault fault, String which, Notation notation) {
    String inColumns = which + ".columns";
    boolean isOther = notation.hasColumns() && bundle.containsKey(key(fault, inColumns));
    return of(fault, isOther ? inColumns : which);
  }

  private String of(Fault fault, String what) {
    return bundle.getString(key(fault, what));
  }

  private static String key(Fault fault, String what) {
    return fault.id() + "." + what;
  }
}
