package dev.backstep.io.python;

import dev.backstep.net.Notation;
import dev.backstep.trace.Clip;
import dev.backstep.trace.UpdateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The update of all weights as lines of NumPy, with the optimiser and the clipping of a run. The
 * gradients, and what the optimiser remembers ({@code mW2} of {@code W2}), are changed in place;
 * {@code lr} is the learning rate and {@code n} counts the updates from 1.
 */
final class NumPyUpdate {
  private final UpdateRule rule;
  private final List<String> names;
  private final Notation notation;

  /**
   * @param names of the weights
   */
  NumPyUpdate(UpdateRule rule, List<String> names, Notation notation) {
    this.rule = rule;
    this.names = names;
    this.notation = notation;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(clipping());
    List<String> variables = new ArrayList<>(List.of("W", "d"));
    List<String> lists = new ArrayList<>(List.of(all(""), all("d")));
    for (String memory : rule.memoryBefore().keySet()) {
      variables.add(memory);
      lists.add(all(memory));
    }
    lines.add("for " + String.join(", ", variables) + " in zip(");
    lists.forEach(list -> lines.add("    " + list + ","));
    lines.add("):");
    rule.formulas().numPy().forEach(line -> lines.add("    " + line));
    return lines;
  }

  private List<String> clipping() {
    Clip clip = rule.clip();
    if (clip.kind() == Clip.Kind.NONE) {
      return List.of();
    }
    String limit = PythonLiterals.number(clip.limit());
    String each = "for d in " + all("d") + ":";
    return clip.kind() == Clip.Kind.ELEMENTWISE
        ? List.of(each, String.format(Locale.ROOT, "    np.clip(d, -%s, %s, out=d)", limit, limit))
        : List.of(
            "grads = " + all("d"),
            norm(),
            // Where the norm is below the limit this is 1.
            String.format(Locale.ROOT, "scale = %s / max(norm, %s)", limit, limit),
            "for d in grads:",
            "    d *= scale");
  }

  /** With the squares of dh0, which the update of the weights has no other use for. */
  private String norm() {
    String squares = "sum((d**2).sum() for d in grads)";
    return rule.squaresBeside() == 0
        ? "norm = np.sqrt(" + squares + ")"
        : "norm = np.sqrt(" + squares + " + " + PythonLiterals.number(rule.squaresBeside()) + ")";
  }

  /** {@code [dW1, dW2, dW3, dbh, dbo]}. */
  private String all(String prefix) {
    return names.stream()
        .map(name -> prefix + notation.name(name))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
