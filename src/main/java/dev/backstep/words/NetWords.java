package dev.backstep.words;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.stream.Collectors;

/** The names of a net, as sentences use them. */
public record NetWords(Net net) {
  /** "W2", "W2_i, W2_f, W2_g, W2_o": what a state is multiplied by on its way to the next. */
  public String recurrentWeights() {
    return net.recurrentWeights().stream().map(Weight::name).collect(Collectors.joining(", "));
  }

  /** "dW2": the gradients of these. */
  public String recurrentGradients() {
    return net.recurrentWeights().stream()
        .map(weight -> "d" + weight)
        .collect(Collectors.joining(", "));
  }

  /** "tanh", "σ and tanh": by what the units are made. */
  public String functions() {
    return net.functions().stream()
        .map(apply -> apply.function().symbol())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** "dh, dtanh, dh_prev": what the gradient flows through at the units. */
  public String flow() {
    return net.flow().stream().map(Vector::name).collect(Collectors.joining(", "));
  }

  /** A key, or the one for several weights and functions where there are and it is there. */
  public String key(Texts texts, String key) {
    boolean isPlural = hasManyRecurrentWeights() && texts.bundle().containsKey(key + ".many");
    return isPlural ? key + ".many" : key;
  }

  private boolean hasManyRecurrentWeights() {
    return net.recurrentWeights().size() > 1;
  }
}
