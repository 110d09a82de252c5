package dev.backstep.ui.viewmodel;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a square under the mouse is, in words: name, index, characters, value. */
public final class ReadOuts {
  private ReadOuts() {}

  /** {@code dh[3] at t = 6 “a” → “t”}. */
  public static String name(Trace trace, Quantity quantity, int timestep, int unit) {
    String index = isPerCharacter(trace, quantity) ? quoted(trace, unit) : String.valueOf(unit);
    return "%s[%s] at t = %d “%s” → “%s”"
        .formatted(
            quantity.symbol(),
            index,
            timestep,
            trace.label(trace.input(timestep)),
            trace.label(trace.target(timestep)));
  }

  /** {@code dh[3] at t = 6 “a” → “t” = −0.830458}. */
  public static String of(Trace trace, Quantity quantity, int timestep, int unit) {
    double value = trace.values(quantity).get(timestep, unit);
    return name(trace, quantity, timestep, unit) + " = " + Numbers.six(value);
  }

  /** An index where there is little room: {@code 3}, {@code 3 c}. */
  public static String index(Trace trace, Quantity quantity, int unit) {
    return isPerCharacter(trace, quantity) ? brief(trace, unit) : String.valueOf(unit);
  }

  private static boolean isPerCharacter(Trace trace, Quantity quantity) {
    return trace.values(quantity).cols() == trace.shape().vocabulary() && isOutput(quantity);
  }

  private static String quoted(Trace trace, int id) {
    return id + " “" + trace.label(id) + "”";
  }

  private static String brief(Trace trace, int id) {
    return id + " " + trace.label(id);
  }

  private static boolean isOutput(Quantity quantity) {
    return quantity == Quantity.O || quantity == Quantity.E || quantity == Quantity.DXT;
  }

  /** The cell that a moment is about, in words: pass, characters, probability, what reaches it. */
  public static String ofCell(Texts texts, Trace trace, Moment moment) {
    int t = moment.timestep();
    String phase = texts.of("timeline." + moment.phase().name().toLowerCase(Locale.ROOT));
    String input = trace.label(trace.input(t));
    String target = trace.label(trace.target(t));
    String probability = Numbers.three(trace.values(Quantity.O).get(t, trace.target(t)));
    return moment.phase() == Phase.BACKWARD
        ? texts.of("network.backward", phase, t, input, target, norm(trace, t))
        : texts.of("network.forward", phase, t, input, target, probability);
  }

  private static String norm(Trace trace, int t) {
    MatrixView dh = trace.values(Quantity.DH);
    double sum = IntStream.range(0, dh.cols()).mapToDouble(j -> dh.get(t, j) * dh.get(t, j)).sum();
    return Numbers.three(Math.sqrt(sum));
  }

  /** What is given and not computed, in words; empty for what has a derivation. */
  public static String ofGiven(Texts texts, Trace trace, Entry entry) {
    if (entry instanceof Entry.OfWeights weight) {
      MatrixView matrix = trace.weights(weight.parameter());
      return of(trace, "", weight.parameter(), matrix, weight.row(), weight.col());
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

  /** {@code dW2[3, 5]}; the characters stand beside the indices where there are any. */
  public static String name(Trace trace, String prefix, String parameter, int row, int col) {
    String first = isPerRow(parameter) ? quoted(trace, row) : String.valueOf(row);
    String second = isPerColumn(parameter) ? quoted(trace, col) : String.valueOf(col);
    boolean isVector = parameter.equals(Parameters.BH) || isPerColumn(parameter);
    return prefix + parameter + "[" + (isVector ? second : first + ", " + second) + "]";
  }

  /** {@code dW2[3, 5] = −0.830458}. */
  public static String of(
      Trace trace, String prefix, String parameter, MatrixView matrix, int row, int col) {
    return name(trace, prefix, parameter, row, col) + " = " + Numbers.six(matrix.get(row, col));
  }

  /** A row of a parameter where there is little room: {@code 3}, {@code 3 c}. */
  public static String rowIndex(Trace trace, String parameter, int row) {
    return isPerRow(parameter) ? brief(trace, row) : String.valueOf(row);
  }

  /** A column of a parameter where there is little room. */
  public static String colIndex(Trace trace, String parameter, int col) {
    return isPerColumn(parameter) ? brief(trace, col) : String.valueOf(col);
  }

  private static boolean isPerRow(String parameter) {
    return parameter.equals(Parameters.W1) || parameter.equals(Parameters.W3);
  }

  private static boolean isPerColumn(String parameter) {
    return parameter.equals(Parameters.BO);
  }
}
