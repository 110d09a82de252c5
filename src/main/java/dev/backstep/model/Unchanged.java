package dev.backstep.model;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.HashSet;
import java.util.Set;

/**
 * The vectors that are by other rules what they are by the right ones, because neither their
 * equations nor what those read is another.
 */
final class Unchanged {
  private final Net right;
  private final Net net;
  private final BackwardRules rules;

  private Unchanged(Net right, BackwardRules rules) {
    this.right = right;
    this.rules = rules;
    net = rules.net(right);
  }

  /**
   * Finds them.
   *
   * @return those of the forward pass, if all of them are, and what was given; of rules that change
   *     nothing but equations those of the backward pass as well. Empty if something in the forward
   *     pass is another.
   */
  static Set<Vector> of(Net right, BackwardRules rules) {
    Unchanged found = new Unchanged(right, rules);
    if (!found.isForwardRight()) {
      return Set.of();
    }
    return rules.isOfEquations() ? found.unreached() : found.ofForward();
  }

  private boolean isForwardRight() {
    return net.equations().stream()
        .filter(equation -> equation.left().phase() == Phase.FORWARD)
        .allMatch(equation -> isSame(equation) && rules.after(equation.left(), right) == null);
  }

  private boolean isSame(Equation equation) {
    return equation.equals(right.equation(equation.left()));
  }

  private Set<Vector> ofForward() {
    Set<Vector> kept = new HashSet<>(net.given());
    net.vectors().stream().filter(each -> each.phase() == Phase.FORWARD).forEach(kept::add);
    return kept;
  }

  /** Those that no equation reaches which is another. */
  private Set<Vector> unreached() {
    Set<Vector> changed = new HashSet<>();
    net.equations().stream()
        .filter(equation -> !isSame(equation))
        .forEach(equation -> changed.add(equation.left()));
    boolean isGrowing = !changed.isEmpty();
    while (isGrowing) {
      isGrowing = false;
      for (Equation equation : net.equations()) {
        isGrowing |= readsAny(equation, changed) && changed.add(equation.left());
      }
    }
    Set<Vector> kept = new HashSet<>(net.vectors());
    kept.removeAll(changed);
    return kept;
  }

  private static boolean readsAny(Equation equation, Set<Vector> changed) {
    return equation.right().reads().map(Expr.Of::vector).anyMatch(changed::contains);
  }
}
