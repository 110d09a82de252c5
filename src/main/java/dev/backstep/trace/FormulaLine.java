package dev.backstep.trace;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of an equation.
 *
 * @param text as plain text: {@code dh = e·W3 + dh_later}
 * @param latex as LaTeX, without dollar signs
 */
public record FormulaLine(String text, String latex) {
  /** The update where the optimiser is not known. */
  private static final FormulaLine UPDATE =
      new FormulaLine("W_after = W + ΔW", "W_{\\mathrm{after}} = W + \\Delta W");

  /** A rule of a net, line by line. */
  public static List<FormulaLine> of(Rule rule, Net net, Notation notation) {
    if (rule.equals(Rule.UPDATE)) {
      return List.of(UPDATE);
    }
    List<String> text = new Printer(net, notation, Script.TEXT).lines(rule);
    List<String> latex = new Printer(net, notation, Script.LATEX).lines(rule);
    return IntStream.range(0, text.size())
        .mapToObj(i -> new FormulaLine(text.get(i), latex.get(i)))
        .toList();
  }

  /**
   * The rule of that name of a trace: the update is written as the optimiser of its run does it.
   */
  public static List<FormulaLine> of(Rule rule, Trace trace, Notation notation) {
    UpdateRule optimizer = trace.update().rule();
    return rule.equals(Rule.UPDATE) && optimizer != null
        ? UpdateFormulas.of(optimizer)
        : of(trace.net().rule(rule.id()), trace.net(), notation);
  }
}
