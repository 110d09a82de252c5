package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds which nets a file may be of, by the names and shapes of its weights, or the one that it is
 * of by the project's names, in which {@code W1_i} is a weight of an LSTM; what those leave open
 * must be said.
 */
final class NetSearch {
  /** What can only be meant as a weight of a gate. */
  private static final Pattern OF_GATE = Pattern.compile("(W1|W2|b)_[a-z]{1,2}");

  private final FoundArrays found;

  NetSearch(FoundArrays found) {
    this.found = found;
  }

  /**
   * Those that have most of the weights that are there, and of them those first that have fewest
   * beside; the names do not tell a tanh from a relu.
   */
  List<Net> nets() {
    List<Net> fitting = Nets.ALL.stream().filter(this::hasGates).toList();
    long most = fitting.stream().mapToLong(this::found).max().orElse(0);
    return most == 0
        ? List.of(Nets.ALL.get(0))
        : fitting.stream()
            .filter(net -> found(net) == most)
            .sorted(Comparator.comparingInt(net -> net.weights().size()))
            .toList();
  }

  /**
   * The one that has all the weights there are.
   *
   * @throws SubmissionException if there is none, or several between which the weights leave open
   */
  Net one() throws SubmissionException {
    List<Net> likely = likely(nets().stream().filter(net -> foreign(net).isEmpty()).toList());
    if (likely.isEmpty()) {
      throw found.refused(mixed());
    }
    Net first = likely.get(0);
    Optional<Net> other =
        likely.stream().filter(net -> !net.weights().equals(first.weights())).findFirst();
    boolean isWhole = first.weights().stream().filter(each -> !each.isBias()).allMatch(this::has);
    if (other.isPresent() && isWhole) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "without biases it may be of %s or of %s; --cell must say of which",
              other.get(),
              first));
    }
    require(first);
    return first;
  }

  /** Those that lack fewest weights, the simplest first; without biases no net lacks its own. */
  private List<Net> likely(List<Net> nets) {
    boolean hasBiases =
        nets.stream()
            .flatMap(net -> net.weights().stream())
            .anyMatch(weight -> isBiasOfCell(weight) && has(weight));
    Comparator<Net> fewest =
        Comparator.comparingLong(
            net -> net.weights().stream().filter(each -> hasBiases || !each.isBias()).count());
    return nets.stream()
        .filter(net -> nets.stream().allMatch(other -> fewest.compare(net, other) <= 0))
        .toList();
  }

  private boolean has(Weight weight) {
    return found.isThere(weight.name());
  }

  private long found(Net net) {
    return net.weights().stream().filter(weight -> !found.places(net, weight).isEmpty()).count();
  }

  /** Whether the blocks of the recurrent matrix are as many as the net has gates. */
  private boolean hasGates(Net net) {
    List<Weight> ofState = new GateBlocks(net).ofState();
    int gates = found.spoken().places(net, ofState.get(0)).get(0).blocks();
    int blocks =
        found.places(net, ofState.get(0)).stream()
            .findFirst()
            .flatMap(place -> blocks(found.get(place.array())))
            .orElse(gates);
    return found.spoken() != KnownDialect.PYTORCH
        || gates == blocks
        || (gates == 1 && Nets.ALL.stream().noneMatch(other -> hasBlocks(other, blocks)));
  }

  private static boolean hasBlocks(Net net, int blocks) {
    return new GateBlocks(net).ofState().size() == blocks;
  }

  /** How many times as high as wide a matrix is. */
  private static Optional<Integer> blocks(NdArray array) {
    boolean isStacked =
        array.dimensions() == 2 && array.shape()[1] > 0 && array.shape()[0] % array.shape()[1] == 0;
    return isStacked ? Optional.of(array.shape()[0] / array.shape()[1]) : Optional.empty();
  }

  /**
   * Requires that the file is of a net: it has no weight or state of another, and all biases of the
   * cell or none.
   */
  void require(Net net) throws SubmissionException {
    List<String> not = Stream.concat(foreign(net).stream(), unknown(net)).distinct().toList();
    if (!not.isEmpty()) {
      throw found.refused(
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
        .filter(name -> found.isThere(name) && !net.names().contains(name))
        .toList();
  }

  /** What is called as the weights of its gates are and is none of them. */
  private Stream<String> unknown(Net net) {
    Predicate<String> isOfGate = OF_GATE.asMatchPredicate();
    return net.names().stream().noneMatch(isOfGate)
        ? Stream.empty()
        : found.names().filter(isOfGate.and(name -> !net.names().contains(name)));
  }

  private void requireStates(Net net) throws SubmissionException {
    List<String> own = net.states().stream().map(state -> state + "0").toList();
    for (Vector state : Nets.vectors()) {
      String name = state + "0";
      boolean isState = Nets.ALL.stream().anyMatch(each -> each.states().contains(state));
      if (isState && found.isThere(name) && !own.contains(name)) {
        throw found.refused(
            String.format(
                Locale.ROOT,
                "%s is no state of %s, which begins with %s",
                name,
                net,
                String.join(" and ", own)));
      }
    }
  }

  private static boolean isBiasOfCell(Weight weight) {
    return weight.isBias() && Nets.ALL.stream().anyMatch(net -> !net.weights().contains(weight));
  }

  private void requireBiases(Net net) throws SubmissionException {
    List<String> biases =
        net.weights().stream().filter(NetSearch::isBiasOfCell).map(Weight::name).toList();
    List<String> there = biases.stream().filter(found::isThere).toList();
    Optional<String> missing = biases.stream().filter(each -> !there.contains(each)).findFirst();
    if (!there.isEmpty() && missing.isPresent()) {
      throw found.refused(
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
}
