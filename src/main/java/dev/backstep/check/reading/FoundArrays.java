package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrays of a file, found by what they are and not by what they are called there. */
final class FoundArrays {
  private static final List<String> OUTPUT_LAYER = List.of("weight", "bias");

  /** So many arrays a sentence lists. */
  private static final int TOLD = 12;

  private final String source;
  private final Map<String, NdArray> arrays;
  private final KnownDialect dialect;
  private final String outputPrefix;

  FoundArrays(String source, Map<String, NdArray> arrays) throws SubmissionException {
    this.source = source;
    this.arrays = arrays;
    dialect = dialect();
    outputPrefix = dialect == KnownDialect.PYTORCH ? outputPrefix() : "";
  }

  /** Whether no array is called as a weight of any of the dialects. */
  boolean hasNoName() {
    return Arrays.stream(KnownDialect.values()).allMatch(each -> matrices(each) == 0);
  }

  KnownDialect spoken() {
    return dialect;
  }

  String source() {
    return source;
  }

  SubmissionException refused(String reason) {
    return new SubmissionException(source, reason);
  }

  /** The one whose weights are there; where several are, the one with more of them. */
  private KnownDialect dialect() {
    KnownDialect most = KnownDialect.OURS;
    for (KnownDialect each : KnownDialect.values()) {
      most = matrices(each) > matrices(most) ? each : most;
    }
    return most;
  }

  private long matrices(KnownDialect each) {
    return Nets.ALL.stream().mapToLong(net -> matrices(each, net)).max().orElse(0);
  }

  private long matrices(KnownDialect each, Net net) {
    return net.weights().stream()
        .filter(weight -> !weight.isBias() && isNamed(each, each.name(net, weight)))
        .map(weight -> each.name(net, weight))
        .distinct()
        .count();
  }

  private boolean isNamed(KnownDialect each, String name) {
    return each == KnownDialect.PYTORCH ? ofLayer(name, "").isPresent() : arrays.containsKey(name);
  }

  /** The layer behind the recurrent one: the only name that ends in "weight" and is a matrix. */
  private String outputPrefix() throws SubmissionException {
    refuseOtherNetworks();
    List<String> names =
        arrays.keySet().stream()
            .filter(name -> name.endsWith("weight") && get(name).dimensions() == 2)
            .toList();
    if (names.size() > 1) {
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
      throw refused(
          "it cannot be judged, because the network has more than one recurrent layer; only one can"
              + " be checked");
    }
    if (arrays.keySet().stream().anyMatch(name -> name.endsWith("_l0_reverse"))) {
      throw refused(
          "it cannot be judged, because the network reads in both directions; only one direction"
              + " can be checked");
    }
  }

  /** Where a weight stands in the file; nowhere if it is not there. */
  List<WeightPlace> places(Net net, Weight weight) {
    return places(net, weight, array -> named(array, ""));
  }

  /** Where its gradient stands. */
  List<WeightPlace> gradients(Net net, Weight weight) {
    return places(net, weight, array -> named(dialect.gradient(array), ""));
  }

  /** What the file calls an array of weights after the update, by what it is called before. */
  Optional<String> after(Net net, Weight weight, WeightPlace before) {
    return dialect.places(net, weight).stream()
        .map(WeightPlace::array)
        .filter(array -> named(array, "").filter(before.array()::equals).isPresent())
        .flatMap(array -> named(array, "_after").or(() -> has("params_after." + array)).stream())
        .findFirst();
  }

  /** The array with the squares that Adagrad sums up for a weight, if it has as many numbers. */
  Optional<String> squares(WeightPlace weight) {
    return has("m" + weight.array())
        .filter(name -> Arrays.equals(get(name).shape(), get(weight.array()).shape()));
  }

  private List<WeightPlace> places(
      Net net, Weight weight, Function<String, Optional<String>> calledThere) {
    return dialect.places(net, weight).stream()
        .flatMap(place -> calledThere.apply(place.array()).map(place::in).stream())
        .toList();
  }

  private Optional<String> named(String name, String ending) {
    if (dialect != KnownDialect.PYTORCH) {
      return has(name + ending);
    }
    boolean isOutput = OUTPUT_LAYER.contains(name.replace(".grad", ""));
    return isOutput ? has(outputPrefix + name + ending) : ofLayer(name, ending);
  }

  /** What is called so under any prefix; a cell has the names of a layer without its number. */
  private Optional<String> ofLayer(String name, String ending) {
    return Stream.of(name, name.replace("_l0", ""))
        .flatMap(each -> arrays.keySet().stream().filter(key -> key.endsWith(each + ending)))
        .findFirst();
  }

  /** Whether one is called so. */
  boolean isThere(String name) {
    return arrays.containsKey(name);
  }

  /** What there is, with the shapes. */
  String there() {
    String first =
        arrays.keySet().stream()
            .limit(TOLD)
            .map(name -> name + " " + NdArray.text(get(name).shape()))
            .collect(Collectors.joining(", "));
    int more = arrays.size() - TOLD;
    return "what was found is " + first + (more > 0 ? " and " + more + " more" : "");
  }

  /** What they are called. */
  Stream<String> names() {
    return arrays.keySet().stream();
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
    return dialect.names(name).stream()
        .filter(arrays::containsKey)
        .sorted(Comparator.comparing(each -> !isOfMinCharRnn(each)));
  }

  private boolean isOfMinCharRnn(String name) {
    return dialect == KnownDialect.MIN_CHAR_RNN && List.of("inputs", "targets").contains(name);
  }

  /** The same of what has a time axis, in one of the shapes that it may have. */
  Optional<String> overTime(Vector vector, TimeLayout layout) {
    return overTime(vector).filter(each -> layout.fits(get(each))).findFirst();
  }

  /** All that are called so and are no number alone. */
  Stream<String> overTime(Vector vector) {
    return dialect.names(vector).stream()
        .filter(arrays::containsKey)
        .filter(each -> get(each).dimensions() > 0);
  }

  NdArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
