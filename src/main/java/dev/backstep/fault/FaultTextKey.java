package dev.backstep.fault;

import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Under which keys the texts of a fault stand, and what is put into them.
 *
 * @param key what the keys begin with
 * @param weights that it is about, whose gradients stand for {0}; none where the texts have no
 *     place for them
 * @param lines which lines are printed from the gradients of these weights; empty where the lines
 *     stand among the texts
 * @param timestep the only one that it is at, below 0 counted from the end; empty for all
 */
record FaultTextKey(
    String key, List<Weight> weights, Optional<ShareLines> lines, OptionalInt timestep) {
  FaultTextKey {
    weights = List.copyOf(weights);
  }

  /** Those of a fault at every timestep. */
  FaultTextKey(String key, List<Weight> weights, Optional<ShareLines> lines) {
    this(key, weights, lines, OptionalInt.empty());
  }

  /** Those of a fault whose texts are its own. */
  static FaultTextKey of(String id) {
    return new FaultTextKey(id, List.of(), Optional.empty());
  }

  /** Those of the same fault at one timestep alone. */
  FaultTextKey at(int only) {
    return new FaultTextKey(key, weights, lines, OptionalInt.of(only));
  }

  /** {@code the first timestep}, {@code the last timestep}, {@code t = 3}, {@code t = T − 2}. */
  static String place(int timestep) {
    return switch (timestep) {
      case 0 -> "the first timestep";
      case -1 -> "the last timestep";
      default -> timestep > 0 ? "t = " + timestep : "t = T − " + -timestep;
    };
  }

  /** The weights that its lines are about, in a net: those of h_prev where it names none. */
  List<Weight> weights(Net net) {
    return weights.isEmpty() ? net.recurrentWeights() : weights;
  }

  /** {@code dW1_f and dW2_f}. */
  private String gradients() {
    List<String> names = weights.stream().map(weight -> "d" + weight).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A text with what it is about in its places: {0}, and {one|several} as there are weights. */
  String in(String text) {
    if (weights.isEmpty()) {
      return text;
    }
    String number = weights.size() == 1 ? "$1" : "$2";
    return text.replace("{0}", gradients()).replaceAll("\\{([^|}]*)\\|([^}]*)\\}", number);
  }
}
