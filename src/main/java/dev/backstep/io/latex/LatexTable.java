package dev.backstep.io.latex;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Equation;
import dev.backstep.net.Gradient;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Clip;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.Locale;

/**
 * The equations of one cell with its numbers, as a table for LaTeX. It needs the package amsmath.
 */
public final class LatexTable {
  private final Trace trace;
  private final int t;
  private final Notation notation;
  private final StringBuilder table = new StringBuilder();

  private LatexTable(Trace trace, int t, Notation notation) {
    this.trace = trace;
    this.t = t;
    this.notation = notation;
  }

  /**
   * A {@code tabular}, in ASCII, with line ends {@code \n}: every equation of the phase, and below
   * it the vectors that it takes and makes. Numbers have six significant digits; of a long vector
   * the first six entries are written, of a matrix its upper left corner.
   *
   * @throws IndexOutOfBoundsException if the sequence has no such timestep
   */
  public static String of(Trace trace, int timestep, Phase phase, Notation notation) {
    if (timestep < 0 || timestep >= trace.length()) {
      throw new IndexOutOfBoundsException(
          String.format(Locale.ROOT, "t is %d; it must be 0 … %d", timestep, trace.length() - 1));
    }
    return new LatexTable(trace, timestep, notation).write(phase);
  }

  private String write(Phase phase) {
    line("% One cell of a character-level RNN with its numbers; needs \\usepackage{amsmath}.");
    line("\\begin{tabular}{l}");
    line("\\hline");
    row(
        String.format(
            Locale.ROOT,
            "t = %d,\\quad x = %s,\\quad y = %s",
            t,
            id(trace.input(t)),
            id(trace.target(t))));
    writeFaultyLine();
    for (Rule equation : trace.net().rules(phase)) {
      line("\\hline");
      List<FormulaLine> lines = FormulaLine.of(equation, trace, notation);
      lines.forEach(each -> row(each.latex()));
      writeNumbers(equation, lines.stream().map(LatexTable::leftSide).toList());
    }
    line("\\hline");
    line("\\end{tabular}");
    return table.toString();
  }

  /** The equations are as they should be, also where the run has a faulty line. */
  private void writeFaultyLine() {
    String wrong = trace.faultyLine().in(notation);
    if (!wrong.isBlank()) {
      row("\\text{This run has a fault:}");
      wrong.lines().forEach(each -> row("\\quad " + LatexNumbers.code(each)));
    }
  }

  private static String leftSide(FormulaLine line) {
    return line.latex().split(" (= |\\\\mathrel)", 2)[0];
  }

  /** The id of a character, and the character where LaTeX takes it as it is. */
  private String id(int id) {
    String label = trace.label(id);
    return label.matches("[A-Za-z0-9]") ? id + "\\ (\\text{" + label + "})" : String.valueOf(id);
  }

  private void writeNumbers(Rule rule, List<String> names) {
    if (rule instanceof Rule.OfVector vector) {
      writeVector(vector);
    } else if (rule instanceof Rule.OfGradients shares) {
      for (int i = 0; i < names.size(); i++) {
        share(names.get(i), shares.gradients().get(i));
      }
    } else if (rule instanceof Rule.OfLoss) {
      numbers(names.get(0) + "_t", trace.loss(t));
      numbers(names.get(0), trace.totalLoss());
    } else {
      numbers("\\lVert \\mathrm{all\\ d}W \\rVert", trace.update().gradientNorm());
      writeClipping(trace.update());
    }
  }

  /** A vector after its parts and the states that it is made of, as the equation names them. */
  private void writeVector(Rule.OfVector rule) {
    Printer printer = new Printer(trace.net(), notation, Script.LATEX);
    rule.equation()
        .right()
        .reads()
        .filter(of -> of.shift() < 0)
        .forEach(of -> vector(printer.right(of), trace.previous(of.vector()), t));
    for (Equation part : rule.parts()) {
      vector(printer.right(part.left().expr()), part.left());
    }
    vector(printer.right(rule.equation().left().expr()), rule.equation().left());
  }

  /** Writes the clipping; entry by entry it has no scale that all share. */
  private void writeClipping(Update update) {
    Clip clip = update.rule() == null ? null : update.rule().clip();
    if (clip != null && clip.kind() != Clip.Kind.NONE) {
      numbers("\\mathrm{limit}", clip.limit());
    }
    if (clip == null || clip.kind() == Clip.Kind.GLOBAL_NORM) {
      numbers("g / \\mathrm{d}W", update.clipScale());
    }
  }

  private void vector(String name, Vector quantity) {
    vector(name, trace.values(quantity), t);
  }

  private void vector(String name, MatrixView rows, int row) {
    String transposed = notation.hasColumns() ? "^{\\top}" : "";
    row("\\quad " + name + " = " + LatexNumbers.vector(rows, row) + transposed);
  }

  /**
   * Writes the cell's share; the signs of the equation say that it is added. At the input all of it
   * but the row of the character that was read is 0.
   */
  private void share(String name, Gradient gradient) {
    String weight = gradient.weight().name();
    MatrixView share = trace.share(weight, t);
    if (gradient.isAtInput()) {
      String place = notation.hasColumns() ? "[\\cdot, %d]" : "[%d, \\cdot]";
      vector(
          "\\Delta " + name + String.format(Locale.ROOT, place, trace.input(t)),
          share,
          trace.input(t));
    } else if (gradient.weight().isBias()) {
      vector("\\Delta " + name, share, 0);
    } else {
      String matrix = LatexNumbers.matrix(notation.stand(weight, share));
      row("\\quad \\Delta " + name + " = " + matrix);
    }
  }

  private void numbers(String name, double value) {
    row("\\quad " + name + " = " + LatexNumbers.number(value));
  }

  private void row(String formula) {
    line("$" + formula + "$ \\\\");
  }

  private void line(String text) {
    table.append(text).append('\n');
  }
}
