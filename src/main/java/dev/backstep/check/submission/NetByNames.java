package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which net a file is of, by the names of its weights, as the project calls them: {@code W1_i} is
 * one of an LSTM. What the names leave open must be said.
 */
final class NetByNames {
  /** What can only be meant as a weight of a gate. */
  private static final Pattern OF_GATE = Pattern.compile("(W1|W2|b)_[a-z]{1,2}");

  private final String source;
  private final Map<String, NdArray> arrays;

  /**
   * @param source the name of the file, for messages
   */
  NetByNames(String source, Map<String, NdArray> arrays) {
    this.source = source;
    this.arrays = arrays;
  }

  /**
   * The net that has all the weights there are.
   *
   * @throws SubmissionException if there is none, or several between which the weights leave open
   */
  Net find() throws SubmissionException {
    List<Net> nets = Nets.ALL.stream().filter(net -> foreign(net).isEmpty()).toList();
    if (nets.isEmpty()) {
      throw refused(mixed());
    }
    List<Net> likely = fewestMissing(nets);
    Net first = likely.get(0);
    List<Net> others =
        likely.stream().filter(net -> !net.weights().equals(first.weights())).toList();
    if (!others.isEmpty() && holdsAll(first.weights(), weight -> !weight.isBias())) {
      throw refused(
          String.format(
              Locale.ROOT,
              "without biases it may be of %s or of %s; --cell must say of which",
              others.get(0),
              first));
    }
    require(first);
    return first;
  }

  /**
   * Those that lack fewest of their weights, the simplest first, or without biases none of them.
   */
  private List<Net> fewestMissing(List<Net> nets) {
    boolean hasBiases =
        nets.stream().anyMatch(net -> net.weights().stream().anyMatch(this::isBiasOfCellThere));
    Comparator<Net> missing =
        Comparator.comparingLong(
            net ->
                net.weights().stream()
                    .filter(weight -> hasBiases || !weight.isBias())
                    .filter(weight -> !arrays.containsKey(weight.name()))
                    .count());
    Net best = nets.stream().min(missing.thenComparing(net -> net.weights().size())).orElseThrow();
    return Stream.concat(
            Stream.of(best),
            nets.stream().filter(net -> net != best && missing.compare(net, best) == 0))
        .toList();
  }

  private boolean isBiasOfCellThere(Weight weight) {
    return isBiasOfCell(weight) && arrays.containsKey(weight.name());
  }

  private static boolean isBiasOfCell(Weight weight) {
    return weight.isBias() && Nets.ALL.stream().anyMatch(net -> !net.weights().contains(weight));
  }

  private boolean holdsAll(List<Weight> weights, Predicate<Weight> which) {
    return weights.stream().filter(which).allMatch(weight -> arrays.containsKey(weight.name()));
  }

  /**
   * Requires that the file is of a net: it has no weight or state of another, and all biases of the
   * cell or none.
   */
  void require(Net net) throws SubmissionException {
    List<String> not = Stream.concat(foreign(net).stream(), unknown(net)).distinct().toList();
    if (!not.isEmpty()) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%s is no weight of %s; its weights are %s",
              not.get(0),
              net,
              String.join(", ", net.names())));
    }
    requireStates(net);
    requireBiases(net);
  }

  /** The weights of nets that are there and are none of this one. */
  private List<String> foreign(Net net) {
    return Nets.ALL.stream()
        .flatMap(each -> each.names().stream())
        .distinct()
        .filter(name -> arrays.containsKey(name) && !net.names().contains(name))
        .toList();
  }

  /** What is called as the weights of its gates are and is none of them. */
  private Stream<String> unknown(Net net) {
    Predicate<String> isOfGate = OF_GATE.asMatchPredicate();
    return net.names().stream().noneMatch(isOfGate)
        ? Stream.empty()
        : arrays.keySet().stream().filter(isOfGate.and(name -> !net.names().contains(name)));
  }

  private void requireStates(Net net) throws SubmissionException {
    List<String> own = net.states().stream().map(state -> state + "0").toList();
    for (Vector state : Nets.vectors()) {
      String name = state + "0";
      boolean isState = Nets.ALL.stream().anyMatch(each -> each.states().contains(state));
      if (isState && arrays.containsKey(name) && !own.contains(name)) {
        throw refused(
            String.format(
                Locale.ROOT,
                "%s is no state of %s, which begins with %s",
                name,
                net,
                String.join(" and ", own)));
      }
    }
  }

  private void requireBiases(Net net) throws SubmissionException {
    List<String> biases =
        net.weights().stream().filter(NetByNames::isBiasOfCell).map(Weight::name).toList();
    List<String> there = biases.stream().filter(arrays::containsKey).toList();
    Optional<String> missing = biases.stream().filter(each -> !there.contains(each)).findFirst();
    if (!there.isEmpty() && missing.isPresent()) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%s is missing and %s is there; it must hold all biases of the cell of %s or none",
              missing.get(),
              there.get(0),
              net));
    }
  }

  /** Two weights that no net has both. */
  private String mixed() {
    Net most =
        Nets.ALL.stream().min(Comparator.comparingInt(net -> foreign(net).size())).orElseThrow();
    String foreign = foreign(most).get(0);
    List<String> owners = new ArrayList<>();
    Nets.ALL.stream()
        .filter(net -> net.names().contains(foreign))
        .forEach(net -> owners.add(net.id()));
    return String.format(
        Locale.ROOT,
        "%s is a weight of %s and most others are weights of %s; it must hold those of one net",
        foreign,
        String.join(" or ", owners),
        most);
  }

  private SubmissionException refused(String reason) {
    return new SubmissionException(source, reason);
  }
}
