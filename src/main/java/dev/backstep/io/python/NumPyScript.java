package dev.backstep.io.python;

import dev.backstep.math.MatrixView;
import dev.backstep.math.RowView;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Printer;
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
 * numbers; of a run that has a wrong line it says so, and fails where that line is seen. It needs
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
   * compares h, o, loss_t, e, dh_from_output, dh, dtanh, dxt, dh_prev and the cell's shares of dW1,
   * dW2, dW3, dbh and dbo. They may differ by 1e-12, times the scale of the numbers where that is
   * above 10 (the largest weight squared, and behind dh also the largest |dh| of the cell): NumPy
   * adds in another order, and the difference grows with what is added.
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
    warnOfWrongLine();
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

  private void warnOfWrongLine() {
    List<String> comment = WrongLineComment.of(trace, notation);
    if (!comment.isEmpty()) {
      comment.forEach(this::line);
      line("# The lines below are the right ones: the script is expected to fail at the first");
      line(
          "# number that the wrong line gives otherwise. What the cell is given (h_prev, dh_later)");
      line("# is as the run has it, so a fault in what is handed on does not show in one cell.");
    }
  }

  private void writeGiven() {
    heading("What the cell is given: x is read, y should be predicted");
    define("x", Integer.toString(trace.input(t)));
    define("y", Integer.toString(trace.target(t)));
    for (String name : Parameters.NAMES) {
      define(notation.name(name), parameter(name, trace.weights(name)));
    }
    define("h_prev", vector(trace.previous(Cell.H), t));
    define("dh_later", row(Cell.DH_FROM_LATER));
    define("loss", "0.0");
    for (String name : Parameters.NAMES) {
      String weights = notation.name(name);
      define("d" + weights, "np.zeros_like(" + weights + ")");
    }
  }

  private void writeExpected() {
    heading("What Backstep computed");
    expect("h", row(Cell.H));
    expect("o", row(Head.O));
    expect("loss_t", PythonLiterals.number(trace.loss(t)));
    expect("e", row(Head.E));
    // The lines have no name for this part of dh, so it is compared as the expression it is.
    String product =
        new Printer(trace.net(), notation, Script.NUMPY)
            .right(trace.net().equation(Head.DH_FROM_OUTPUT).right());
    expect("dh_from_output", product, row(Head.DH_FROM_OUTPUT));
    expectShare(Parameters.W3);
    expectShare(Parameters.BO);
    expectBehindHiddenState();
  }

  /**
   * The gradients that dh goes into, which explode with it. Those of the weights begin as zeros in
   * the script, so afterwards they are the shares of this cell.
   */
  private void expectBehindHiddenState() {
    tolerance = tolerance(new RowView(trace.values(Cell.DH), t).maxAbs());
    expect("dh", row(Cell.DH));
    expect(preActivation().written(), row(preActivation()));
    expect("dxt", row(Input.DXT));
    expect("dh_prev", row(Cell.DH_PREV));
    // Not the outer product with a one-hot row: 0 times an infinite gradient would be NaN.
    String weights = notation.name(Parameters.W1);
    expect("d" + weights, "np.zeros_like(" + weights + ")");
    String read =
        String.format(Locale.ROOT, notation.hasColumns() ? "[:, [%d]]" : "[%d]", trace.input(t));
    define("expected_d" + weights + read, row(preActivation()));
    expectShare(Parameters.W2);
    expectShare(Parameters.BH);
  }

  /** The gradient of the pre-activation, dtanh of the vanilla net. */
  private Vector preActivation() {
    return trace.net().preActivations().get(0);
  }

  private void expectShare(String name) {
    expect("d" + notation.name(name), parameter(name, trace.share(name, t)));
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

  /** What two orders of addition may differ by, in arrays of the given magnitude. */
  private String tolerance(double magnitude) {
    double weight =
        Parameters.NAMES.stream().mapToDouble(name -> trace.weights(name).maxAbs()).max().orElse(0);
    // Huge weights must not excuse everything.
    double weightScale = Math.min(Math.max(1, weight * weight), LARGEST_WEIGHT_SCALE);
    double scale = weightScale * Math.max(1, magnitude);
    return PythonLiterals.number(scale <= ORDINARY_SCALE ? TOLERANCE : TOLERANCE * scale);
  }

  private void writePhase(String title, Phase phase) {
    heading(title);
    trace.net().rules(phase).forEach(rule -> NumPyLines.of(rule, notation).forEach(this::line));
  }

  private void writeChecks() {
    boolean isRight = WrongLineComment.of(trace, notation).isEmpty();
    heading(isRight ? "Both must agree" : "Where these differ stands what the wrong line spoils");
    checks.forEach(this::line);
    // A console that lacks a character of the text must not make the test fail.
    line("sys.stdout.reconfigure(errors='backslashreplace')");
    String agreement =
        String.format(
            Locale.ROOT, "cell t = %d of \"%s\": all %d arrays agree", t, name(), checks.size());
    line("print(" + PythonLiterals.text(agreement) + ")");
  }

  /** What the sequence reads, cut where it gets long. */
  private String name() {
    String start =
        IntStream.range(0, Math.min(trace.length(), LONGEST_NAME))
            .mapToObj(step -> trace.label(trace.input(step)))
            .collect(Collectors.joining());
    return trace.length() > LONGEST_NAME ? start + "…" : start;
  }

  private String row(Vector quantity) {
    return vector(trace.values(quantity), t);
  }

  private String vector(MatrixView rows, int row) {
    String vector = PythonLiterals.vector(rows, row);
    return notation.hasColumns() ? vector + ".reshape(-1, 1)" : vector;
  }

  private String parameter(String name, MatrixView matrix) {
    return Parameters.isBias(name)
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
