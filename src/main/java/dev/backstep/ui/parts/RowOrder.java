package dev.backstep.ui.parts;

import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order in which a screen shows the vectors of a net below one another: forward the states, the
 * last first, as they are drawn above one another in the unrolled net, then what they are made of
 * and the output; backward the gradients in the same order, each before the parts that it is added
 * up from. What is handed back is left out: the cell before shows it as what comes from later.
 */
record RowOrder(Net net) {
  static List<Vector> of(Net net) {
    return new RowOrder(net).vectors();
  }

  private List<Vector> vectors() {
    Set<Vector> rows = new LinkedHashSet<>();
    List<Vector> states = new ArrayList<>(net.states());
    Collections.reverse(states);
    rows.addAll(states);
    List<Vector> computed = computed().toList();
    List<Vector> gradients = states.stream().map(net::gradientOf).toList();
    int first = computed.indexOf(net.gradientOf(net.states().get(0)));
    rows.addAll(computed.subList(0, first));
    gradients.forEach(gradient -> addWithParts(rows, gradient));
    rows.addAll(computed);
    rows.removeAll(net.handedBack());
    return List.copyOf(rows);
  }

  /** In the order of computation, each before its parts. */
  private Stream<Vector> computed() {
    return net.rules().stream()
        .filter(Rule.OfVector.class::isInstance)
        .map(Rule.OfVector.class::cast)
        .flatMap(RowOrder::withParts);
  }

  private static Stream<Vector> withParts(Rule.OfVector rule) {
    return Stream.concat(Stream.of(rule.equation()), rule.parts().stream()).map(Equation::left);
  }

  private void addWithParts(Set<Vector> rows, Vector gradient) {
    withParts((Rule.OfVector) net.ruleOf(gradient)).forEach(rows::add);
  }
}
