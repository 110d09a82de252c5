package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The arrays of a file, found by what they are and not by what they are called there. */
final class FoundArrays {
  private static final List<String> OUTPUT_LAYER = List.of("weight", "bias");

  private static final int LSTM_GATES = 4;
  private static final int GRU_GATES = 3;

  private final String source;
  private final Map<String, NdArray> arrays;
  private final Dialect dialect;
  private final String outputPrefix;

  FoundArrays(String source, Map<String, NdArray> arrays) throws SubmissionException {
    this.source = source;
    this.arrays = arrays;
    dialect = dialect();
    outputPrefix = dialect == Dialect.PYTORCH ? outputPrefix() : "";
  }

  Dialect spoken() {
    return dialect;
  }

  String source() {
    return source;
  }

  SubmissionException refused(String reason) {
    return new SubmissionException(source, reason);
  }

  /** The one whose weights are there; where several are, the one with more of them. */
  private Dialect dialect() {
    Dialect most = Dialect.OURS;
    for (Dialect each : Dialect.values()) {
      most = weights(each) > weights(most) ? each : most;
    }
    return most;
  }

  private long weights(Dialect each) {
    return List.of(Parameters.W1, Parameters.W2, Parameters.W3).stream()
        .filter(parameter -> isNamed(each, each.name(parameter)))
        .count();
  }

  private boolean isNamed(Dialect each, String name) {
    return each == Dialect.PYTORCH
        ? arrays.keySet().stream().anyMatch(key -> key.endsWith(name))
        : arrays.containsKey(name);
  }

  /** The layer behind the recurrent one: the only name that ends in "weight" and is a matrix. */
  private String outputPrefix() throws SubmissionException {
    refuseOtherNetworks();
    List<String> names =
        arrays.keySet().stream()
            .filter(name -> name.endsWith("weight") && get(name).dimensions() == 2)
            .toList();
    if (names.size() > 1) {
      refuseEmbedding(names);
      throw refused(
          String.format(
              Locale.ROOT,
              "each of %s could be the weight of the output layer; save only that one",
              String.join(", ", names)));
    }
    String name = names.isEmpty() ? OUTPUT_LAYER.get(0) : names.get(0);
    return prefix(name);
  }

  private static String prefix(String weight) {
    return weight.substring(0, weight.length() - OUTPUT_LAYER.get(0).length());
  }

  private void refuseOtherNetworks() throws SubmissionException {
    if (arrays.keySet().stream().anyMatch(name -> name.endsWith("weight_ih_l1"))) {
      throw refused("the network has more than one recurrent layer; only one can be checked");
    }
    if (arrays.keySet().stream().anyMatch(name -> name.endsWith("_l0_reverse"))) {
      throw refused("the network reads in both directions; only one direction can be checked");
    }
    Optional<String> recurrent = named(Dialect.PYTORCH.name(Parameters.W2), "");
    int gates = recurrent.map(name -> gates(get(name))).orElse(1);
    if (gates == LSTM_GATES || gates == GRU_GATES) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%s is %s, as in an %s; only torch.nn.RNN, in which it is (H, H), can be checked",
              recurrent.get(),
              NdArray.text(get(recurrent.get()).shape()),
              gates == LSTM_GATES ? "nn.LSTM" : "nn.GRU"));
    }
  }

  /** How many times as high as wide a matrix is; 1 for anything else. */
  private static int gates(NdArray array) {
    boolean isMatrix = array.dimensions() == 2 && array.shape()[1] > 0;
    return isMatrix && array.shape()[0] % array.shape()[1] == 0
        ? array.shape()[0] / array.shape()[1]
        : 1;
  }

  /** An embedding has no bias, and is as wide as what the recurrent layer reads. */
  private void refuseEmbedding(List<String> weights) throws SubmissionException {
    Optional<String> input = named(Dialect.PYTORCH.name(Parameters.W1), "");
    int width = input.map(name -> width(get(name))).orElse(-1);
    Optional<String> embedding =
        weights.stream()
            .filter(name -> !arrays.containsKey(prefix(name) + OUTPUT_LAYER.get(1)))
            .filter(name -> width(get(name)) == width)
            .findFirst();
    if (embedding.isPresent()) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%s is an embedding; only characters that the nn.RNN reads one-hot can be checked",
              embedding.get()));
    }
  }

  private static int width(NdArray array) {
    return array.dimensions() == 2 ? array.shape()[1] : -1;
  }

  /** What the file calls a parameter. */
  Optional<String> parameter(String parameter) {
    return named(dialect.name(parameter), "");
  }

  /** What the file calls the gradient of a parameter. */
  Optional<String> gradient(String parameter) {
    return named(dialect.gradient(parameter), "");
  }

  /** What the file calls a parameter after the update. */
  Optional<String> after(String parameter) {
    return named(dialect.name(parameter), "_after")
        .or(() -> has("params_after." + dialect.name(parameter)));
  }

  /** PyTorch adds two biases up; this is the other one, or its gradient. */
  Optional<String> otherBias(String ending) {
    return dialect == Dialect.PYTORCH ? named("bias_ih_l0" + ending, "") : Optional.empty();
  }

  private Optional<String> named(String name, String ending) {
    if (dialect != Dialect.PYTORCH) {
      return has(name + ending);
    }
    boolean isOutput = OUTPUT_LAYER.contains(name.replace(".grad", ""));
    return isOutput
        ? has(outputPrefix + name + ending)
        : arrays.keySet().stream().filter(key -> key.endsWith(name + ending)).findFirst();
  }

  private Optional<String> has(String name) {
    return Optional.of(name).filter(arrays::containsKey);
  }

  /** What the file calls anything else; a number alone (H = 16) is none of what has a time axis. */
  Optional<String> other(String name) {
    return others(name).findFirst();
  }

  /** In min-char-rnn x and y are variables of its loops, and the sequence is called otherwise. */
  private Stream<String> others(String name) {
    return Dialect.others(name).stream()
        .filter(arrays::containsKey)
        .sorted(Comparator.comparing(each -> !isOfMinCharRnn(each)));
  }

  private boolean isOfMinCharRnn(String name) {
    return dialect == Dialect.MIN_CHAR_RNN && List.of("inputs", "targets").contains(name);
  }

  /** The same of what has a time axis, in one of the shapes that it may have. */
  Optional<String> overTime(String name, TimeLayout layout) {
    return overTime(name).filter(each -> layout.fits(get(each))).findFirst();
  }

  /** All that are called so and are no number alone. */
  Stream<String> overTime(String name) {
    return others(name).filter(each -> get(each).dimensions() > 0);
  }

  NdArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
