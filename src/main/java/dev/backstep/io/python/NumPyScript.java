package dev.backstep.io.python;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One cell as a Python script that proves it: the script holds the numbers of the cell, computes it
 * forward and backward with the lines of {@link NumPyLines}, and fails where NumPy comes to other
 * numbers; of a run that has a faulty line it says so, and fails where that line is seen. It needs
 * nothing but NumPy.
 */
public final class NumPyScript {
  private static final int LONGEST_NAME = 40;
  private static final double TOLERANCE = 1e-12;
  private static final double LARGEST_WEIGHT_SCALE = 1e6;
  private static final double ORDINARY_SCALE = 10;

  private final Trace trace;
  private final int t;
  private final Notation notation;
  private String tolerance;
  private final StringBuilder script = new StringBuilder();
  private final List<String> checks = new ArrayList<>();

  private NumPyScript(Trace trace, int t, Notation notation) {
    this.trace = trace;
    this.t = t;
    this.notation = notation;
    tolerance = tolerance(1);
  }

  /**
   * The script, in ASCII, with line ends {@code \n}, in the names and shapes of a notation. It
   * compares every vector of the cell, loss_t, and the cell's shares of the gradients of the
   * weights. They may differ by 1e-12, times the scale of the numbers where that is above 10 (the
   * largest weight squared, and behind dh also the largest |dh| of the cell): NumPy adds in another
   * order, and the difference grows with what is added.
   *
   * @param timestep t, counted from 0
   * @param notation how the weights are called, and whether vectors are rows or columns
   * @throws IndexOutOfBoundsException if the sequence has no such timestep
   */
  public static String of(Trace trace, int timestep, Notation notation) {
    if (timestep < 0 || timestep >= trace.length()) {
      throw new IndexOutOfBoundsException(
          String.format(Locale.ROOT, "t is %d; it must be 0 … %d", timestep, trace.length() - 1));
    }
    return new NumPyScript(trace, timestep, notation).write();
  }

  private String write() {
    line("# One cell of a character-level RNN: the numbers that Backstep shows, computed again.");
    warnOfFaultyLine();
    line("import sys");
    line("");
    line("import numpy as np");
    writeGiven();
    writeExpected();
    writePhase("Forward", Phase.FORWARD);
    writePhase("Loss, in nats", Phase.LOSS);
    writePhase("Backward", Phase.BACKWARD);
    writeChecks();
    return script.toString();
  }

  private void warnOfFaultyLine() {
    List<String> comment = FaultyLineComment.of(trace, notation);
    if (!comment.isEmpty()) {
      comment.forEach(this::line);
      line("# The lines below are the right ones: the script is expected to fail at the first");
      line(
          "# number that the fault gives otherwise. What the cell is given (h_prev,"
              + " dh_later)");
      line("# is as the run has it, so a fault in what is handed on does not show in one cell.");
    }
  }

  private void writeGiven() {
    heading("What the cell is given: x is read, y should be predicted");
    define("x", Integer.toString(trace.input(t)));
    define("y", Integer.toString(trace.target(t)));
    for (String name : net().names()) {
      define(notation.name(name), parameter(name, trace.weights(name)));
      if (trace.input(t) < 0 && net().gradient(net().weight(name)).isAtInput()) {
        addRowOfNoInput(notation.name(name));
      }
    }
    for (Vector state : net().states()) {
      define(state.name() + "_prev", vector(trace.previous(state), t));
    }
    net().equations().stream()
        .filter(Equation::isHandedOver)
        .forEach(equation -> define(equation.left().written(), row(equation.left())));
    define("loss", "0.0");
    for (String name : net().names()) {
      String weights = notation.name(name);
      define("d" + weights, "np.zeros_like(" + weights + ")");
    }
  }

  /** The row that x = −1 looks up is the last. */
  private void addRowOfNoInput(String weights) {
    line("# The cell reads no character but the zero vector: x looks up a last row, of zeros.");
    define(
        weights,
        notation.hasColumns()
            ? "np.hstack([" + weights + ", np.zeros_like(" + weights + "[:, :1])])"
            : "np.vstack([" + weights + ", np.zeros_like(" + weights + "[:1])])");
  }

  private void writeExpected() {
    heading("What Backstep computed");
    for (Rule rule : net().rules()) {
      if (rule instanceof Rule.OfVector of) {
        expect(of);
      } else if (rule instanceof Rule.OfLoss) {
        expect("loss_t", PythonLiterals.number(trace.loss(t)));
      }
    }
    // Those of the weights begin as zeros, so afterwards they are the shares of this cell.
    net().gradients().stream().filter(gradient -> !isOfOutput(gradient)).forEach(this::expectShare);
  }

  private double largestGradient() {
    return net().states().stream()
        .map(net()::gradientOf)
        .mapToDouble(gradient -> new RowView(trace.values(gradient), t).maxAbs())
        .max()
        .orElse(0);
  }

  private void expect(Rule.OfVector rule) {
    rule.parts().stream().filter(part -> !part.isHandedOver()).forEach(this::expectPart);
    if (rule.equals(net().ruleOf(Cell.DH))) {
      net().gradients().stream().filter(this::isOfOutput).forEach(this::expectShare);
      // The gradients that dh goes into explode with it.
      tolerance = tolerance(largestGradient());
    }
    expect(rule.equation().left().written(), row(rule.equation().left()));
  }

  /** The lines have no name for such a part, so it is compared as the expression it is. */
  private void expectPart(Equation part) {
    String expression = new Printer(net(), notation, Script.NUMPY).right(part.right());
    expect(part.left().name(), expression, row(part.left()));
  }

  private boolean isOfOutput(Gradient gradient) {
    return gradient.right().reads().allMatch(of -> of.vector().isPerCharacter());
  }

  private Net net() {
    return trace.net();
  }

  private void expectShare(Gradient gradient) {
    String name = gradient.weight().name();
    if (!gradient.isAtInput()) {
      expect("d" + notation.name(name), parameter(name, trace.share(name, t)));
      return;
    }
    // Not the outer product with a one-hot row: 0 times an infinite gradient would be NaN.
    String weights = notation.name(name);
    expect("d" + weights, "np.zeros_like(" + weights + ")");
    String read =
        String.format(Locale.ROOT, notation.hasColumns() ? "[:, [%d]]" : "[%d]", trace.input(t));
    define("expected_d" + weights + read, row(of(gradient.right())));
  }

  /** The vector that an expression is; the right net's gradients are made of vectors alone. */
  private static Vector of(Expr expression) {
    return ((Expr.Of) expression).vector();
  }

  private void expect(String name, String literal) {
    expect(name, name, literal);
  }

  private void expect(String name, String expression, String literal) {
    define("expected_" + name, literal);
    checks.add(
        String.format(
            Locale.ROOT,
            "np.testing.assert_allclose(%s, expected_%s, rtol=0, atol=%s, err_msg='%s')",
            expression,
            name,
            tolerance,
            name));
  }

  /** The tolerance for two orders of addition, in arrays of the given magnitude. */
  private String tolerance(double magnitude) {
    double weight =
        net().names().stream().mapToDouble(name -> trace.weights(name).maxAbs()).max().orElse(0);
    // Huge weights must not excuse everything.
    double weightScale = Math.min(Math.max(1, weight * weight), LARGEST_WEIGHT_SCALE);
    double scale = weightScale * Math.max(1, magnitude);
    return PythonLiterals.number(scale <= ORDINARY_SCALE ? TOLERANCE : TOLERANCE * scale);
  }

  private void writePhase(String title, Phase phase) {
    heading(title);
    net().rules(phase).forEach(rule -> NumPyLines.of(rule, net(), notation).forEach(this::line));
  }

  private void writeChecks() {
    boolean isRight = FaultyLineComment.of(trace, notation).isEmpty();
    heading(isRight ? "Both must agree" : "Where these differ stands what the fault spoils");
    checks.forEach(this::line);
    // A console that lacks a character of the text must not make the test fail.
    line("sys.stdout.reconfigure(errors='backslashreplace')");
    String agreement =
        String.format(
            Locale.ROOT, "cell t = %d of \"%s\": all %d arrays agree", t, name(), checks.size());
    line("print(" + PythonLiterals.text(agreement) + ")");
  }

  /** The characters read, cut where they get many. */
  private String name() {
    String start =
        IntStream.range(0, Math.min(trace.length(), LONGEST_NAME))
            .mapToObj(step -> trace.label(trace.input(step)))
            .collect(Collectors.joining());
    return trace.length() > LONGEST_NAME ? start + "…" : start;
  }

  private String row(Vector quantity) {
    String row = PythonLiterals.vector(trace.values(quantity), t);
    boolean hasRowOfNoInput = trace.input(t) < 0 && quantity.equals(net().inputGradient());
    return asColumn(hasRowOfNoInput ? "np.append(" + row + ", 0)" : row);
  }

  private String vector(MatrixView rows, int row) {
    return asColumn(PythonLiterals.vector(rows, row));
  }

  private String asColumn(String vector) {
    return notation.hasColumns() ? vector + ".reshape(-1, 1)" : vector;
  }

  private String parameter(String name, MatrixView matrix) {
    return net().weight(name).isBias()
        ? vector(matrix, 0)
        : PythonLiterals.matrix(notation.stand(name, matrix));
  }

  private void define(String name, String literal) {
    line(name + " = " + literal);
  }

  private void heading(String title) {
    line("");
    line("# " + title);
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
