package dev.backstep.check.reading;

import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** In whose names and shapes a program saved its arrays. */
public enum KnownDialect {
  /** W1 (V,H), W2 (H,H), W3 (V,H), row vectors. */
  OURS("Backstep", Notation.OURS),

  /** Wxh (H,V), Whh (H,H), Why (V,H), columns. */
  MIN_CHAR_RNN("min-char-rnn", Notation.FIELD),

  /** {@code torch.nn.RNN}, {@code GRU} or {@code LSTM} and a linear layer, under any prefix. */
  PYTORCH("PyTorch", Notation.FIELD);

  /** What is not a parameter or its gradient may be called by any of these in every dialect. */
  private static final Map<String, List<String>> COMMON =
      Map.ofEntries(
          Map.entry("x", List.of("x", "inputs", "X", "xs")),
          Map.entry("y", List.of("y", "targets", "Y", "ys")),
          Map.entry("h0", List.of("h0", "hprev", "h_0")),
          Map.entry("c0", List.of("c0", "cprev", "c_0")),
          Map.entry("H", List.of("H", "h", "hs")),
          Map.entry("C", List.of("c", "C", "cs")),
          Map.entry("O", List.of("O", "o", "ps", "p")),
          Map.entry("e", List.of("e", "E", "dys", "dy", "logits.grad")),
          Map.entry("dh_from_output", List.of("dh_from_output")),
          Map.entry("dh_from_later", List.of("dh_from_later")),
          Map.entry("dh", List.of("dh", "DH", "dhs", "hs.grad", "h.grad")),
          Map.entry("dtanh", List.of("dtanh", "DTANH", "dhraws", "dhraw")),
          Map.entry("da", List.of("da", "DA", "dhraws", "dhraw")),
          Map.entry("dxt", List.of("dxt", "dxs", "x.grad")),
          Map.entry("dh_prev", List.of("dh_prev", "DH_PREV", "dhnexts", "dhnext")),
          Map.entry("dc", List.of("dc", "DC", "dcs", "cs.grad", "c.grad")),
          Map.entry("dc_prev", List.of("dc_prev", "DC_PREV", "dcnexts", "dcnext")),
          Map.entry("dh0", List.of("dh0", "dhprev", "h0.grad")),
          Map.entry("dc0", List.of("dc0", "dcprev", "c0.grad")),
          Map.entry("loss", List.of("loss")),
          Map.entry("lr", List.of("lr", "learning_rate")),
          Map.entry("chars", List.of("chars", "vocab")));

  /** What a layer of PyTorch returns is called so as well. */
  private static final Map<String, List<String>> OF_LAYER =
      Map.of("H", List.of("out", "output", "outputs"));

  private final String title;
  private final Notation notation;

  KnownDialect(String title, Notation notation) {
    this.title = title;
    this.notation = notation;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** How its weights stand. */
  public Notation notation() {
    return notation;
  }

  /** Where a weight of a net stands; where in several places, it is the sum of what is there. */
  List<WeightPlace> places(Net net, Weight weight) {
    return this == PYTORCH
        ? new GateBlocks(net).places(weight)
        : List.of(WeightPlace.all(notation.name(weight)));
  }

  /** What a weight is called: W1 is Wxh, and W1_i is in weight_ih_l0. */
  public String name(Net net, Weight weight) {
    return places(net, weight).get(0).array();
  }

  /** What the gradient of a weight is called: dW1 is dWxh, or weight_ih_l0.grad. */
  public String gradient(Net net, Weight weight) {
    return gradient(name(net, weight));
  }

  /** What the gradient of an array is called. */
  String gradient(String name) {
    return this == PYTORCH ? name + ".grad" : "d" + name;
  }

  /** What else than a weight may be called, the project's own name for it first. */
  List<String> names(String name) {
    List<String> names = new ArrayList<>(others(name));
    names.addAll(this == PYTORCH ? OF_LAYER.getOrDefault(name, List.of()) : List.of());
    return names;
  }

  /** What a vector is to be called where it is asked for. */
  public String name(Vector vector) {
    return names(vector).get(0);
  }

  /** What a vector may be called. */
  List<String> names(Vector vector) {
    return COMMON.containsKey(vector.inFiles())
        ? names(vector.inFiles())
        : Stream.of(vector.name(), vector.inFiles()).distinct().toList();
  }

  /** What is read, x, or what should be predicted, y, is to be called where it is asked for. */
  String ofSequence(String name) {
    return this == MIN_CHAR_RNN ? (name.equals("x") ? "inputs" : "targets") : name;
  }

  /** What it may be called in every dialect. */
  static List<String> others(String name) {
    return COMMON.getOrDefault(name, List.of(name));
  }
}
