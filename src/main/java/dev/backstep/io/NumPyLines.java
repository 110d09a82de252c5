package dev.backstep.io;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Equation;
import dev.backstep.trace.Notation;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every equation of a cell as the lines of NumPy that compute it.
 *
 * <p>In the project's names vectors are one-dimensional: {@code h_prev}, {@code h}, {@code
 * dh_later}, {@code dh}, {@code dtanh}, {@code dh_prev} and {@code bh} are (H,); {@code o}, {@code
 * e}, {@code dxt} and {@code bo} are (V,). W1 and W3 are (V, H), W2 is (H, H). In the names of the
 * literature vectors are columns, (H, 1) and (V, 1), Wxh is (H, V), Whh (H, H) and Why (V, H). Each
 * gradient has the shape of its weights. {@code x} and {@code y} are the ids of the character that
 * is read and of the one to predict: a weight times a one-hot vector is one row or column of the
 * weight. The losses are in nats, {@code loss} is their sum over the cells, {@code lr} the learning
 * rate.
 *
 * <p>The lines of all equations in their order are one cell, forward and backward; {@code loss} and
 * the gradients must exist before, as zeros or as the cells visited earlier left them.
 */
public final class NumPyLines {
  private NumPyLines() {}

  /**
   * The lines for one equation. Those for the update are plain gradient descent, with gradients
   * that were clipped before if they are to be clipped.
   */
  public static List<String> of(Equation equation, Notation notation) {
    return notation.hasColumns() ? inColumns(equation) : inRows(equation);
  }

  /**
   * The same for an equation of a trace: the update is that of the optimiser of its run. Of a run
   * that has a wrong line a comment says which.
   */
  public static List<String> of(Equation equation, Notation notation, Trace trace) {
    return Stream.of(right(equation, notation, trace), WrongLineComment.of(trace, notation))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> right(Equation equation, Notation notation, Trace trace) {
    boolean isOfOptimizer =
        equation == Equation.UPDATE && trace != null && trace.update().rule() != null;
    return isOfOptimizer
        ? new NumPyUpdate(trace.update().rule(), notation).lines()
        : of(equation, notation);
  }

  private static List<String> inRows(Equation equation) {
    return switch (equation) {
      case H -> List.of("h = np.tanh(W1[x] + h_prev @ W2 + bh)");
      case O -> softmax("z = h @ W3.T + bo");
      case LOSS -> List.of("loss_t = -np.log(o[y])", "loss += loss_t");
      case DH -> List.of("dh = e @ W3 + dh_later");
      case DW_OUTPUT -> List.of("dW3 += np.outer(e, h)", "dbo += e");
      case DW_HIDDEN ->
          List.of("dW1[x] += dtanh", "dW2 += np.outer(h_prev, dtanh)", "dbh += dtanh");
      case DXT -> List.of("dxt = dtanh @ W1.T");
      case DH_PREV -> List.of("dh_prev = dtanh @ W2.T");
      case E, DTANH, UPDATE -> inBoth(equation, Notation.OURS);
    };
  }

  private static List<String> inColumns(Equation equation) {
    return switch (equation) {
      // The list around x keeps the column a column.
      case H -> List.of("h = np.tanh(Wxh[:, [x]] + Whh @ h_prev + bh)");
      case O -> softmax("z = Why @ h + by");
      case LOSS -> List.of("loss_t = -np.log(o[y, 0])", "loss += loss_t");
      case DH -> List.of("dh = Why.T @ e + dh_later");
      case DW_OUTPUT -> List.of("dWhy += e @ h.T", "dby += e");
      case DW_HIDDEN ->
          List.of("dWxh[:, [x]] += dtanh", "dWhh += dtanh @ h_prev.T", "dbh += dtanh");
      case DXT -> List.of("dxt = Wxh.T @ dtanh");
      case DH_PREV -> List.of("dh_prev = Whh.T @ dtanh");
      case E, DTANH, UPDATE -> inBoth(equation, Notation.FIELD);
    };
  }

  private static List<String> inBoth(Equation equation, Notation notation) {
    return switch (equation) {
      case E -> List.of("e = o.copy()", "e[y] -= 1");
      case DTANH -> List.of("dtanh = (1 - h**2) * dh");
      default ->
          Parameters.NAMES.stream()
              .map(notation::name)
              .map(name -> name + " -= lr * d" + name)
              .toList();
    };
  }

  /** The maximum keeps exp from overflowing, and drops out of the quotient. */
  private static List<String> softmax(String logits) {
    return List.of(logits, "o = np.exp(z - z.max())", "o /= o.sum()");
  }
}
