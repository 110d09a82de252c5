package dev.backstep.ui.viewmodel;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Notation;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import java.util.List;

/** What a square under the mouse is, in words: name, index, characters, value. */
public final class ReadOuts {
  private ReadOuts() {}

  /** {@code dh[3] at t = 6 “a” → “t” = −0.830458}. */
  public static String of(Trace trace, Quantity quantity, int timestep, int unit) {
    MatrixView values = trace.values(quantity);
    boolean isPerCharacter = values.cols() == trace.shape().vocabulary() && isOutput(quantity);
    String index = isPerCharacter ? unit + " “" + trace.label(unit) + "”" : String.valueOf(unit);
    return "%s[%s] at t = %d “%s” → “%s” = %s"
        .formatted(
            quantity.symbol(),
            index,
            timestep,
            trace.label(trace.input(timestep)),
            trace.label(trace.target(timestep)),
            Numbers.six(values.get(timestep, unit)));
  }

  private static boolean isOutput(Quantity quantity) {
    return quantity == Quantity.O || quantity == Quantity.E || quantity == Quantity.DXT;
  }

  /** {@code h_prev[3] at t = 6 = −0.830458}: the state that cell t finds. */
  public static String ofPrevious(Trace trace, int timestep, int unit) {
    double value = trace.previousStates().get(timestep, unit);
    return "h_prev[%d] at t = %d = %s".formatted(unit, timestep, Numbers.six(value));
  }

  /** A cell of the unrolled graph: what it reads, and how large what it has computed is. */
  public static String ofCell(Texts texts, StepViewModel step, int timestep) {
    Trace trace = step.traceProperty().get();
    StringBuilder words =
        new StringBuilder(texts.of("read-out.cell", timestep, trace.label(trace.input(timestep))));
    for (Quantity quantity : List.of(Quantity.H, Quantity.DH)) {
      if (step.isComputed(quantity, timestep)) {
        String norm = Numbers.six(trace.norm(quantity, timestep));
        words.append(texts.of("read-out.norm", quantity.vectorSymbol(), norm));
      }
    }
    return words.toString();
  }

  /** What is given and not computed, in words; empty for what has a derivation. */
  public static String ofGiven(Texts texts, Trace trace, Notation notation, Entry entry) {
    if (entry instanceof Entry.OfWeights weight) {
      MatrixView matrix = trace.weights(weight.parameter());
      return of(trace, notation, "", weight.parameter(), matrix, weight.row(), weight.col());
    }
    if (entry instanceof Entry.OfInitialState state) {
      double value = trace.previousStates().get(0, state.index());
      return "h0[" + state.index() + "] = " + Numbers.six(value);
    }
    if (entry instanceof Entry.OfInput input) {
      return texts.of(
          "arithmetic.input", input.timestep(), trace.label(trace.input(input.timestep())));
    }
    return entry instanceof Entry.OfTarget target
        ? texts.of(
            "arithmetic.target", target.timestep(), trace.label(trace.target(target.timestep())))
        : "";
  }

  /**
   * {@code dW2[3, 5] = −0.830458}; the characters stand beside the indices where there are any. Row
   * and column are those of the project's matrix.
   */
  public static String of(
      Trace trace,
      Notation notation,
      String prefix,
      String parameter,
      MatrixView matrix,
      int row,
      int col) {
    String first =
        parameter.equals(Parameters.W1) || parameter.equals(Parameters.W3)
            ? row + " “" + trace.label(row) + "”"
            : String.valueOf(row);
    String second =
        parameter.equals(Parameters.BO) ? col + " “" + trace.label(col) + "”" : String.valueOf(col);
    boolean isTransposed = notation.isTransposed(parameter);
    String both = isTransposed ? second + ", " + first : first + ", " + second;
    String index = matrix.rows() == 1 ? second : both;
    return "%s%s[%s] = %s"
        .formatted(prefix, notation.name(parameter), index, Numbers.six(matrix.get(row, col)));
  }
}
