package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.PlainCell;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import dev.backstep.trace.FaultyLine.Swap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said about the faults: their names and explanations, and their lines in NumPy. */
public record FaultTexts(ResourceBundle bundle) {
  private static final String AT_ONE_TIMESTEP = "at-one-timestep";
  private static final String OTHER_FUNCTION = "other-function";

  /** Behind a key, for weights that are not transposed where those of the project are. */
  private static final String TURNED = ".turned";

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
    return title(fault, fault.words().in(of(fault, "title")));
  }

  /** What the fault is called, in the names of a notation. */
  public String title(Fault fault, Notation notation) {
    return notation.named(ofAnyNet(fault, "title", notation));
  }

  /** What the fault is called in a net. */
  public String title(Fault fault, Net net, Notation notation) {
    return notation.named(title(fault, said(fault, "title", net, notation)));
  }

  private String title(Fault fault, String atEveryTimestep) {
    OptionalInt timestep = fault.words().timestep();
    return timestep.isEmpty()
        ? atEveryTimestep
        : bundle
            .getString(AT_ONE_TIMESTEP + ".title")
            .replace("{title}", atEveryTimestep)
            .replace("{place}", FaultTextKey.place(timestep.getAsInt()));
  }

  /** By which numbers it gives itself away. */
  public String lookFor(Fault fault, Notation notation) {
    return notation.named(
        withTimestep(fault, "look", fault.words().in(ofAnyNet(fault, "look", notation))));
  }

  /** By which numbers it gives itself away in a net. */
  public String lookFor(Fault fault, Net net, Notation notation) {
    return notation.named(withTimestep(fault, "look", said(fault, "look", net, notation)));
  }

  /** On what data it is not seen, or hardly. */
  public String hides(Fault fault, Notation notation) {
    return notation.named(
        withTimestep(fault, "hides", fault.words().in(ofAnyNet(fault, "hides", notation))));
  }

  /** On what data it is not seen in a net, or hardly. */
  public String hides(Fault fault, Net net, Notation notation) {
    return notation.named(withTimestep(fault, "hides", said(fault, "hides", net, notation)));
  }

  private String withTimestep(Fault fault, String what, String atEveryTimestep) {
    return fault.words().timestep().isEmpty()
        ? atEveryTimestep
        : bundle.getString(AT_ONE_TIMESTEP + "." + what);
  }

  /** In the words of the net that it is written for. */
  private String ofAnyNet(Fault fault, String what, Notation notation) {
    boolean isTurned =
        Nets.ALL.stream()
            .filter(fault::isOf)
            .findFirst()
            .filter(net -> isTurned(fault, what, net, notation))
            .isPresent();
    return of(fault, isTurned ? what + TURNED : what);
  }

  /**
   * Whether a weight that is transposed where the words are true is not transposed in a notation,
   * and the words have another form for that: a state that is a row times the weights of a file
   * that stand transposed, or these that do not times a column.
   */
  private boolean isTurned(Fault fault, String what, Net net, Notation notation) {
    return bundle.containsKey(key(fault, what + TURNED))
        && notation.isTransposed(net.recurrentWeights().get(0)) != notation.hasColumns();
  }

  /** In the words of the net, which has some of its own where its function makes a difference. */
  private String said(Fault fault, String what, Net net, Notation notation) {
    NetRewording others = new NetRewording(net);
    if (!fault.hasFunctionsOf(net)) {
      return ofOtherFunction(fault, what, others);
    }
    String said = fault.words().in(ofKind(fault, what, net, notation));
    return isAboutOwnFunction(fault) ? others.ofParts(said) : others.in(said);
  }

  /** What is a mistake in the derivative of tanh, in a net that has another function. */
  private String ofOtherFunction(Fault fault, String what, NetRewording words) {
    String key = OTHER_FUNCTION + "." + what;
    String own = words.withoutFunction(of(fault, what));
    return bundle.containsKey(key)
        ? bundle.getString(key).replace("{title}", own).replace("{function}", words.function())
        : own;
  }

  /** Words for a kind of net, where it has some. */
  private String ofKind(Fault fault, String what, Net net, Notation notation) {
    String key = key(fault, what);
    boolean isGated = !(net.cell() instanceof PlainCell);
    return Stream.of(
            Scope.hasOutput(net) ? "" : key + ".no-output",
            key + "." + net.id(),
            isGated ? key + ".gated" : "")
        .filter(bundle::containsKey)
        .findFirst()
        .map(bundle::getString)
        .orElseGet(() -> of(fault, isTurned(fault, what, net, notation) ? what + TURNED : what));
  }

  /** Where tanh is said and is not the function of the net. */
  private static boolean isAboutOwnFunction(Fault fault) {
    return FunctionFaults.ALL.stream().anyMatch(own -> own.id().equals(fault.words().key()));
  }

  /** The rule in whose place the faulty line stands; nothing where it is beside them all. */
  public Optional<Rule> equation(Fault fault) {
    return equation(fault, Vanilla.NET);
  }

  /** The same of another net: of several lines the rule of the first. */
  public Optional<Rule> equation(Fault fault, Net net) {
    if (fault.isWritten()) {
      return Optional.of(fault.otherSides(net).get(0).rule());
    }
    if (fault.words().lines().isPresent()) {
      return Optional.of(net.ruleOf(fault.words().weights(net).get(0)));
    }
    String key = key(fault, "equation");
    return bundle.containsKey(key)
        ? Optional.of(net.rule(bundle.getString(key)))
        : Optional.empty();
  }

  /** The line as it is wrong. Lines after one another are separated by a line break. */
  public String faultyLine(Fault fault, Notation notation) {
    return faultyLine(fault, Vanilla.NET, notation);
  }

  /** The faulty line in another net. */
  public String faultyLine(Fault fault, Net net, Notation notation) {
    if (fault.isWritten()) {
      return wrong(fault.otherSides(net), printer(net, notation));
    }
    FaultTextKey words = fault.words();
    String line =
        words
            .lines()
            .map(lines -> lines.wrong(words.weights(net), printer(net, notation)))
            .orElseGet(() -> line(fault, "wrong", net, notation));
    return words.timestep().isEmpty()
        ? line
        : line + "  # at " + FaultTextKey.place(words.timestep().getAsInt()) + " alone";
  }

  /** The line as it is right. */
  public String rightLine(Fault fault, Notation notation) {
    return rightLine(fault, Vanilla.NET, notation);
  }

  /** The right line in another net. */
  public String rightLine(Fault fault, Net net, Notation notation) {
    if (fault.isWritten()) {
      return right(fault.otherSides(net), printer(net, notation));
    }
    FaultTextKey words = fault.words();
    return words
        .lines()
        .map(lines -> lines.right(words.weights(net), printer(net, notation)))
        .orElseGet(() -> line(fault, "right", net, notation));
  }

  /** What a fault writes in the place of a rule of a net, and what stands there; or nothing. */
  Optional<Swap> swap(Fault fault, Net net, Rule rule, Notation notation) {
    if (!fault.isWritten()) {
      return equation(fault, net)
          .filter(rule::equals)
          .map(
              found -> new Swap(faultyLine(fault, net, notation), rightLine(fault, net, notation)));
    }
    Printer printer = printer(net, notation);
    List<OtherSide> sides =
        fault.otherSides(net).stream().filter(side -> side.rule().equals(rule)).toList();
    return sides.isEmpty()
        ? Optional.empty()
        : Optional.of(new Swap(wrong(sides, printer), right(sides, printer)));
  }

  private static String wrong(List<OtherSide> sides, Printer printer) {
    return sides.stream().map(side -> side.wrong(printer)).collect(Collectors.joining("\n"));
  }

  private static String right(List<OtherSide> sides, Printer printer) {
    return sides.stream().map(side -> side.right(printer)).collect(Collectors.joining("\n"));
  }

  private static Printer printer(Net net, Notation notation) {
    return new Printer(net, notation, Script.NUMPY);
  }

  /** A line of the bundle, which has the names of the vanilla net. */
  private String line(Fault fault, String which, Net net, Notation notation) {
    String inColumns = which + ".columns";
    boolean isOther = notation.hasColumns() && bundle.containsKey(key(fault, inColumns));
    return new NetRewording(net)
        .line(of(fault, isOther ? inColumns : which), printer(net, notation));
  }

  private String of(Fault fault, String what) {
    List<Weight> weights = fault.words().weights();
    String ofOne = weights.size() == 1 ? key(fault, what) + "." + weights.get(0) : "";
    return bundle.getString(bundle.containsKey(ofOne) ? ofOne : key(fault, what));
  }

  private static String key(Fault fault, String what) {
    return fault.words().key() + "." + what;
  }
}
