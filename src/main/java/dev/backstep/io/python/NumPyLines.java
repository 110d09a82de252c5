package dev.backstep.io.python;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Script;
import dev.backstep.trace.Trace;
import dev.backstep.trace.UpdateRule;
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
   * The lines for one rule of a net. Those for the update are plain gradient descent, with
   * gradients that were clipped before if they are to be clipped.
   */
  public static List<String> of(Rule rule, Net net, Notation notation) {
    return rule.equals(Rule.UPDATE)
        ? net.weights().stream()
            .map(weight -> notation.name(weight) + " -= lr * " + notation.gradient(weight))
            .toList()
        : new Printer(net, notation, Script.NUMPY).lines(rule);
  }

  /**
   * The same for the rule of that name of a trace: the update is that of the optimiser of its run.
   * Of a run that has a faulty line a comment says which.
   */
  public static List<String> of(Rule rule, Notation notation, Trace trace) {
    return Stream.of(right(rule, notation, trace), FaultyLineComment.of(trace, notation))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> right(Rule rule, Notation notation, Trace trace) {
    UpdateRule optimizer = trace.update().rule();
    return rule.equals(Rule.UPDATE) && optimizer != null
        ? new NumPyUpdate(optimizer, trace.net().names(), notation).lines()
        : of(trace.net().rule(rule.id()), trace.net(), notation);
  }
}
