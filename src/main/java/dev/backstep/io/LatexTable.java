package dev.backstep.io;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Clip;
import dev.backstep.trace.Equation;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Notation;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Quantity;
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
    writeWrongLine();
    for (Equation equation : Equation.of(phase)) {
      line("\\hline");
      List<FormulaLine> lines = notation.lines(equation, trace);
      lines.forEach(each -> row(each.latex()));
      writeNumbers(equation, lines.stream().map(LatexTable::leftSide).toList());
    }
    line("\\hline");
    line("\\end{tabular}");
    return table.toString();
  }

  /** The equations are as they should be, also where the run has a wrong line. */
  private void writeWrongLine() {
    String wrong = trace.wrongLine().in(notation);
    if (!wrong.isBlank()) {
      row("\\text{This run has a wrong line:}");
      wrong.lines().forEach(each -> row("\\quad " + LatexNumbers.code(each)));
    }
  }

  private static String leftSide(FormulaLine line) {
    return line.latex().split(" (= |\\\\mathrel)")[0];
  }

  /** The id of a character, and the character where LaTeX takes it as it is. */
  private String id(int id) {
    String label = trace.label(id);
    return label.matches("[A-Za-z0-9]") ? id + "\\ (\\text{" + label + "})" : String.valueOf(id);
  }

  private void writeNumbers(Equation equation, List<String> names) {
    switch (equation) {
      case H -> {
        vector("h_{\\mathrm{prev}}", trace.previousStates(), t);
        vector(names.get(0), Quantity.H);
      }
      case O -> vector(names.get(0), Quantity.O);
      case LOSS -> {
        numbers(names.get(0) + "_t", trace.loss(t));
        numbers(names.get(0), trace.totalLoss());
      }
      case E -> vector(names.get(0), Quantity.E);
      case DH -> writeGradient(names.get(0));
      case DTANH -> vector(names.get(0), Quantity.DTANH);
      case DW_OUTPUT -> {
        share(names.get(0), Parameters.W3);
        share(names.get(1), Parameters.BO);
      }
      case DW_HIDDEN -> {
        inputShare(names.get(0));
        share(names.get(1), Parameters.W2);
        share(names.get(2), Parameters.BH);
      }
      case DXT -> vector(names.get(0), Quantity.DXT);
      case DH_PREV -> vector(names.get(0), Quantity.DH_PREV);
      case UPDATE -> {
        numbers("\\lVert \\mathrm{all\\ d}W \\rVert", trace.update().gradientNorm());
        writeClipping(trace.update());
      }
    }
  }

  /** What is cut off entry by entry has no scale that all entries share. */
  private void writeClipping(Update update) {
    Clip clip = update.rule() == null ? null : update.rule().clip();
    if (clip != null && clip.kind() != Clip.Kind.NONE) {
      numbers("\\mathrm{limit}", clip.limit());
    }
    if (clip == null || clip.kind() == Clip.Kind.GLOBAL_NORM) {
      numbers("g / \\mathrm{d}W", update.clipScale());
    }
  }

  /** dh and its two summands, under the names that the equation has for them. */
  private void writeGradient(String name) {
    String right = notation.lines(Equation.DH).get(0).latex().split(" = ")[1];
    vector(right.split(" \\+ ")[0], Quantity.DH_FROM_OUTPUT);
    vector(right.split(" \\+ ")[1], Quantity.DH_FROM_LATER);
    vector(name, Quantity.DH);
  }

  private void vector(String name, Quantity quantity) {
    vector(name, trace.values(quantity), t);
  }

  private void vector(String name, MatrixView rows, int row) {
    String transposed = notation.hasColumns() ? "^{\\top}" : "";
    row("\\quad " + name + " = " + LatexNumbers.vector(rows, row) + transposed);
  }

  /** What this cell adds; the signs of the equation say that it is added. */
  private void share(String name, String parameter) {
    MatrixView share = trace.share(parameter, t);
    if (Parameters.isBias(parameter)) {
      vector("\\Delta " + name, share, 0);
    } else {
      String matrix = LatexNumbers.matrix(notation.stand(parameter, share));
      row("\\quad \\Delta " + name + " = " + matrix);
    }
  }

  /** All of it but the row of the character that was read is 0. */
  private void inputShare(String name) {
    String place = notation.hasColumns() ? "[\\cdot, %d]" : "[%d, \\cdot]";
    vector(
        "\\Delta " + name + String.format(Locale.ROOT, place, trace.input(t)),
        trace.share(Parameters.W1, t),
        trace.input(t));
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
