package dev.backstep.check.submission;

import dev.backstep.model.Parameters;
import dev.backstep.net.Notation;
import java.util.List;
import java.util.Map;

/** In whose names and shapes a program saved its arrays. */
public enum Dialect {
  /** W1 (V,H), W2 (H,H), W3 (V,H), row vectors. */
  OURS("Backstep", Notation.OURS, List.of("W1", "W2", "W3", "bh", "bo")),

  /** Wxh (H,V), Whh (H,H), Why (V,H), columns. */
  MIN_CHAR_RNN("min-char-rnn", Notation.FIELD, List.of("Wxh", "Whh", "Why", "bh", "by")),

  /** {@code torch.nn.RNN} and a linear layer, under any prefix. */
  PYTORCH(
      "PyTorch",
      Notation.FIELD,
      List.of("weight_ih_l0", "weight_hh_l0", "weight", "bias_hh_l0", "bias"));

  /** What is not a parameter or its gradient may be called by any of these in every dialect. */
  private static final Map<String, List<String>> COMMON =
      Map.ofEntries(
          Map.entry("x", List.of("x", "inputs", "X", "xs")),
          Map.entry("y", List.of("y", "targets", "Y", "ys")),
          Map.entry("h0", List.of("h0", "hprev", "h_0")),
          Map.entry("H", List.of("H", "h", "hs")),
          Map.entry("O", List.of("O", "o", "ps", "p")),
          Map.entry("e", List.of("e", "E", "dys", "dy", "logits.grad")),
          Map.entry("dh_from_output", List.of("dh_from_output")),
          Map.entry("dh_from_later", List.of("dh_from_later")),
          Map.entry("dh", List.of("dh", "DH", "dhs", "hs.grad", "h.grad")),
          Map.entry("dtanh", List.of("dtanh", "DTANH", "dhraws", "dhraw")),
          Map.entry("dxt", List.of("dxt", "dxs", "x.grad")),
          Map.entry("dh_prev", List.of("dh_prev", "DH_PREV", "dhnexts", "dhnext")),
          Map.entry("dh0", List.of("dh0", "dhprev", "h0.grad")),
          Map.entry("loss", List.of("loss")),
          Map.entry("lr", List.of("lr", "learning_rate")),
          Map.entry("chars", List.of("chars", "vocab")));

  private final String title;
  private final Notation notation;
  private final List<String> parameters;

  Dialect(String title, Notation notation, List<String> parameters) {
    this.title = title;
    this.notation = notation;
    this.parameters = parameters;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** How its weights stand. */
  public Notation notation() {
    return notation;
  }

  /** What a parameter is called: W1 is Wxh. */
  public String name(String parameter) {
    return parameters.get(Parameters.NAMES.indexOf(parameter));
  }

  /** What the gradient of a parameter is called: dW1 is dWxh, or weight_ih_l0.grad. */
  public String gradient(String parameter) {
    return this == PYTORCH ? name(parameter) + ".grad" : "d" + name(parameter);
  }

  /** What something else may be called, the project's own name for it first. */
  static List<String> others(String name) {
    return COMMON.getOrDefault(name, List.of());
  }
}
