package dev.backstep.io.python;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Shape;
import dev.backstep.net.Notation;
import dev.backstep.net.Rule;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
import java.util.Locale;
import java.util.Objects;

/**
 * One update as a Python script that proves it: the script holds weights, gradients and what the
 * optimiser remembers, updates with the lines of {@link NumPyLines}, and fails where NumPy comes to
 * other weights. It needs nothing but NumPy.
 */
public final class NumPyUpdateScript {
  /** The weights that a script is written for: each stands in it three to five times. */
  public static final int MOST_WEIGHTS = 30_000;

  private static final double TOLERANCE = 1e-12;

  private final Trace trace;
  private final UpdateRule rule;
  private final Notation notation;
  private final StringBuilder script = new StringBuilder();

  private NumPyUpdateScript(Trace trace, Notation notation) {
    this.trace = trace;
    this.notation = notation;
    rule = Objects.requireNonNull(trace.update().rule());
  }

  /** Whether a script can be written: the optimiser is known and the script not too long. */
  public static boolean isPossible(Trace trace) {
    Shape shape = trace.shape();
    long weights =
        trace.net().weights().stream()
            .filter(weight -> !weight.isBias())
            .mapToLong(weight -> (long) shape.size(weight.rows()) * shape.size(weight.cols()))
            .sum();
    return trace.update().rule() != null && weights <= MOST_WEIGHTS;
  }

  /**
   * The script, in ASCII, with line ends {@code \n}, in the names and shapes of a notation. Each
   * array of weights may differ by 1e-12 times its largest weight where that is above 1: NumPy adds
   * the norm up in another order.
   *
   * @throws IllegalArgumentException if it is not {@link #isPossible possible}
   */
  public static String of(Trace trace, Notation notation) {
    if (!isPossible(trace)) {
      throw new IllegalArgumentException(
          "a script of an update needs its optimiser and at most " + MOST_WEIGHTS + " weights");
    }
    return new NumPyUpdateScript(trace, notation).write();
  }

  private String write() {
    line("# One update of a character-level RNN: the numbers that Backstep shows, computed again.");
    line("import numpy as np");
    heading("The weights before, and their gradients of the whole sequence");
    for (String name : trace.net().names()) {
      define(notation.name(name), name, trace.weights(name));
      define("d" + notation.name(name), name, trace.gradient(name));
    }
    heading(rule.optimizer() + (rule.memoryBefore().isEmpty() ? "" : ", and what it remembers"));
    rule.memoryBefore()
        .forEach(
            (memory, values) ->
                trace
                    .net()
                    .names()
                    .forEach(
                        name -> define(memory + notation.name(name), name, values.view(name))));
    Double learningRate = Objects.requireNonNull(rule.constants().get("lr"));
    line("lr = " + PythonLiterals.number(learningRate));
    Double updates = rule.constants().get("n");
    if (updates != null) {
      line("n = " + updates.longValue());
    }
    heading("The weights after, as Backstep computed them");
    trace
        .net()
        .names()
        .forEach(name -> define("expected_" + notation.name(name), name, trace.weightsAfter(name)));
    heading("The update");
    NumPyLines.of(Rule.UPDATE, notation, trace).forEach(this::line);
    heading("Both must agree");
    trace.net().names().forEach(this::check);
    line(
        "print('update with "
            + rule.optimizer()
            + ": all "
            + trace.net().names().size()
            + " arrays agree')");
    return script.toString();
  }

  private void check(String name) {
    double tolerance = TOLERANCE * Math.max(1, trace.weightsAfter(name).maxAbs());
    String weights = notation.name(name);
    line(
        String.format(
            Locale.ROOT,
            "np.testing.assert_allclose(%s, expected_%s, rtol=0, atol=%s, err_msg='%s')",
            weights,
            weights,
            PythonLiterals.number(tolerance),
            weights));
  }

  private void define(String symbol, String name, MatrixView matrix) {
    String literal =
        trace.net().weight(name).isBias()
            ? PythonLiterals.vector(matrix, 0) + (notation.hasColumns() ? ".reshape(-1, 1)" : "")
            : PythonLiterals.matrix(notation.stand(name, matrix));
    line(symbol + " = " + literal);
  }

  private void heading(String title) {
    line("");
    line("# " + title);
  }

  private void line(String text) {
    script.append(text).append('\n');
  }
}
