package dev.backstep.io;

import dev.backstep.trace.Equation;
import java.util.List;

/**
 * Every equation of a cell as the lines of NumPy that compute it, in the names of the project.
 *
 * <p>Vectors are one-dimensional: {@code h_prev}, {@code h}, {@code dh_later}, {@code dh}, {@code
 * dtanh}, {@code dh_prev} and {@code bh} are (H,); {@code o}, {@code e}, {@code dxt} and {@code bo}
 * are (V,). W1 and W3 are (V, H), W2 is (H, H), and each gradient has the shape of its weights.
 * {@code x} and {@code y} are the ids of the character that is read and of the one to predict: a
 * one-hot vector times W1 is row x of W1. The losses are in nats, {@code loss} is their sum over
 * the cells, {@code lr} the learning rate.
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
  public static List<String> of(Equation equation) {
    return switch (equation) {
      case H -> List.of("h = np.tanh(W1[x] + h_prev @ W2 + bh)");
      // The maximum keeps exp from overflowing, and drops out of the quotient.
      case O -> List.of("z = h @ W3.T + bo", "o = np.exp(z - z.max())", "o /= o.sum()");
      case LOSS -> List.of("loss_t = -np.log(o[y])", "loss += loss_t");
      case E -> List.of("e = o.copy()", "e[y] -= 1");
      case DH -> List.of("dh = e @ W3 + dh_later");
      case DTANH -> List.of("dtanh = (1 - h**2) * dh");
      case DW_OUTPUT -> List.of("dW3 += np.outer(e, h)", "dbo += e");
      case DW_HIDDEN ->
          List.of("dW1[x] += dtanh", "dW2 += np.outer(h_prev, dtanh)", "dbh += dtanh");
      case DXT -> List.of("dxt = dtanh @ W1.T");
      case DH_PREV -> List.of("dh_prev = dtanh @ W2.T");
      case UPDATE ->
          List.of(
              "W1 -= lr * dW1",
              "W2 -= lr * dW2",
              "W3 -= lr * dW3",
              "bh -= lr * dbh",
              "bo -= lr * dbo");
    };
  }
}
