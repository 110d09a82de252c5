package dev.backstep.ui.parts;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Axis;
import dev.backstep.net.Head;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.GateOpenness;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.words.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for a square under the mouse: name, index, characters, value. */
public final class ReadOuts {
  private ReadOuts() {}

  /** {@code dh[3] at t = 6 “a” → “t”}. */
  public static String name(Trace trace, Vector quantity, int timestep, int unit) {
    String index = quantity.isPerCharacter() ? quoted(trace, unit) : String.valueOf(unit);
    return String.format(
        Locale.ROOT,
        "%s[%s] at t = %d “%s” → “%s”",
        quantity.symbol(),
        index,
        timestep,
        trace.label(trace.input(timestep)),
        trace.label(trace.target(timestep)));
  }

  /** {@code dh[3] at t = 6 “a” → “t” = −0.830458}. */
  public static String of(Trace trace, Vector quantity, int timestep, int unit) {
    double value = trace.values(quantity).get(timestep, unit);
    return name(trace, quantity, timestep, unit) + " = " + Numbers.six(value);
  }

  /** An index where there is little room: {@code 3}, {@code 3 c}. */
  public static String index(Trace trace, Vector quantity, int unit) {
    return quantity.isPerCharacter() ? brief(trace, unit) : String.valueOf(unit);
  }

  private static String quoted(Trace trace, int id) {
    return id + " “" + trace.label(id) + "”";
  }

  private static String brief(Trace trace, int id) {
    return id + " " + trace.label(id);
  }

  /** The cell that a moment is about, in words: pass, characters, probability, what reaches it. */
  public static String ofMoment(Texts texts, Trace trace, Moment moment) {
    int t = moment.timestep();
    String phase = texts.of("time.phase." + moment.phase().name().toLowerCase(Locale.ROOT));
    String input = trace.label(trace.input(t));
    String target = trace.label(trace.target(t));
    String probability = Numbers.three(trace.values(Head.O).get(t, trace.target(t)));
    return moment.phase() == Phase.BACKWARD
        ? texts.of("parts.network.backward", phase, t, input, target, gradients(trace, t))
        : texts.of("parts.network.forward", phase, t, input, target, probability);
  }

  /** {@code ‖dh‖ = 0.83}, and of each further state the same. */
  private static String gradients(Trace trace, int t) {
    return trace.net().states().stream()
        .map(trace.net()::gradientOf)
        .map(gradient -> "‖" + gradient + "‖ = " + Numbers.three(trace.norm(gradient, t)))
        .collect(Collectors.joining(", "));
  }

  /**
   * The openness of the gate of cell t that says how much of a state is kept; nothing where there
   * is no such gate.
   */
  public static Optional<String> ofGate(Texts texts, Trace trace, int t) {
    return trace
        .net()
        .gating()
        .keeping()
        .map(
            gate -> {
              GateOpenness openness = GateOpenness.of(trace, gate, t);
              return texts.of(
                  "parts.gate",
                  gate,
                  Numbers.three(openness.mean()),
                  Numbers.percent(openness.open()),
                  Numbers.percent(openness.shut()));
            });
  }

  /** The words for what is given; empty for what has a derivation. */
  public static String ofGiven(Texts texts, Trace trace, Notation notation, Entry entry) {
    if (entry instanceof Entry.OfWeights weight) {
      MatrixView matrix = trace.weights(weight.parameter());
      return of(trace, notation, "", weight.parameter(), matrix, weight.row(), weight.col());
    }
    if (entry instanceof Entry.OfInitialState state) {
      double value = trace.initialState(state.state()).get(0, state.index());
      return state.state() + "0[" + state.index() + "] = " + Numbers.six(value);
    }
    if (entry instanceof Entry.OfInput input) {
      return texts.of("parts.input", input.timestep(), trace.label(trace.input(input.timestep())));
    }
    return entry instanceof Entry.OfTarget target
        ? texts.of("parts.target", target.timestep(), trace.label(trace.target(target.timestep())))
        : "";
  }

  /**
   * {@code dW2[3, 5]}; the characters stand beside the indices where there are any. Row and column
   * are those of the project's matrix.
   */
  public static String name(
      Trace trace, Notation notation, String prefix, String parameter, int row, int col) {
    String first = isPerRow(trace, parameter) ? quoted(trace, row) : String.valueOf(row);
    String second = isPerColumn(trace, parameter) ? quoted(trace, col) : String.valueOf(col);
    String both = notation.isTransposed(parameter) ? second + ", " + first : first + ", " + second;
    String index = Parameters.isBias(parameter) ? second : both;
    return prefix + notation.name(parameter) + "[" + index + "]";
  }

  /** {@code dW2[3, 5] = −0.830458}. */
  public static String of(
      Trace trace,
      Notation notation,
      String prefix,
      String parameter,
      MatrixView matrix,
      int row,
      int col) {
    String value = Numbers.six(matrix.get(row, col));
    return name(trace, notation, prefix, parameter, row, col) + " = " + value;
  }

  /** A row of a parameter where there is little room: {@code 3}, {@code 3 c}. */
  public static String rowIndex(Trace trace, String parameter, int row) {
    return isPerRow(trace, parameter) ? brief(trace, row) : String.valueOf(row);
  }

  /** A column of a parameter where there is little room. */
  public static String colIndex(Trace trace, String parameter, int col) {
    return isPerColumn(trace, parameter) ? brief(trace, col) : String.valueOf(col);
  }

  static boolean isPerRow(Trace trace, String parameter) {
    return Axis.isOfCharacters(trace.net().weight(parameter).rows());
  }

  static boolean isPerColumn(Trace trace, String parameter) {
    return Axis.isOfCharacters(trace.net().weight(parameter).cols());
  }
}
