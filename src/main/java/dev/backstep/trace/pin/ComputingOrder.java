package dev.backstep.trace.pin;

import dev.backstep.net.Equation;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which a cell computes. */
final class ComputingOrder {
  private ComputingOrder() {}

  /** The equations of a pass, the one that is computed last first. */
  static List<Equation> lastFirst(Net net, Phase phase) {
    List<Equation> equations =
        new ArrayList<>(
            net.equations().stream().filter(each -> each.left().phase() == phase).toList());
    Collections.reverse(equations);
    return equations;
  }
}
