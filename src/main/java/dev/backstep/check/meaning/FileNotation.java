package dev.backstep.check.meaning;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Input;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Notation.Standing;
import dev.backstep.net.Weight;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names and the orientation that things of the project have in a file.
 *
 * <p>A weight and its gradient are called as what they are read from. A vector is called by the
 * array that holds its rows, where that is a name that a single row may have: {@code a} or {@code
 * y_pred}, but neither {@code H} nor {@code hs} nor {@code states}, which hold all timesteps.
 */
final class FileNotation {
  private static final Set<String> NO_VECTORS =
      Set.of("x", "y", "steps", "loss_mask", "loss", "lr", "upstream_dc");

  /** What a state is called in the names of its gradients, and what may stand behind it there. */
  private static final List<String> GRADIENTS = List.of("", "0", "_prev", "_later");

  private final Map<String, List<Source>> arrays;
  private final Map<String, Standing> weights = new HashMap<>();
  private final Map<String, String> others = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * @param arrays of the file by the names of the project
   */
  FileNotation(Map<String, List<Source>> arrays) {
    this.arrays = arrays;
  }

  Notation notation() {
    List<Weight> all = weights().toList();
    all.forEach(this::addWeight);
    all.forEach(this::addGradient);
    Set<String> ofWeights = new HashSet<>(NO_VECTORS);
    all.forEach(weight -> ofWeights.addAll(List.of(weight.name(), "d" + weight)));
    addNext("h");
    addNext("c");
    arrays.keySet().stream()
        .filter(name -> !ofWeights.contains(name))
        .sorted()
        .forEach(this::addVector);
    addDerived("h");
    addDerived("c");
    return Notation.of(hasColumns(), weights, others);
  }

  private static Stream<Weight> weights() {
    return Stream.concat(
            Stream.of(Input.E), Nets.ALL.stream().flatMap(net -> net.weights().stream()))
        .distinct();
  }

  private Stream<Source> source(String ours) {
    return arrays.getOrDefault(ours, List.of()).stream().limit(1);
  }

  private void addWeight(Weight weight) {
    source(weight.name())
        .filter(source -> taken.add(source.name()))
        .forEach(
            source ->
                weights.put(
                    weight.name(),
                    new Standing(source.name(), !weight.isBias() && source.isTransposed())));
  }

  /** What is the gradient but for its sign is not called so. */
  private void addGradient(Weight weight) {
    source("d" + weight)
        .map(Source::name)
        .filter(name -> !name.startsWith("-"))
        .forEach(name -> add("d" + weight, name));
  }

  private void addVector(String ours) {
    source(ours)
        .map(Source::array)
        .filter(name -> name.matches("[a-z](\\w*[^\\Ws])?"))
        .filter(name -> !ours.equals(name + "0"))
        .forEach(name -> add(ours, name));
  }

  private void add(String ours, String name) {
    if (!others.containsKey(ours) && taken.add(name)) {
      others.put(ours, name);
    }
  }

  /** Of one cell alone the state {@code a_next} has {@code a_prev} before it. */
  private void addNext(String state) {
    source(state)
        .map(Source::array)
        .filter(name -> name.matches("[a-z]\\w*_next"))
        .map(name -> name.replace("_next", "_prev"))
        .forEach(
            before -> {
              add(state + "_prev", before);
              add("d" + state + "_prev", "d" + before);
            });
  }

  /** The gradients of a state that a letter stands for: of {@code a} they are called {@code da}. */
  private void addDerived(String state) {
    String upstream = others.get("upstream_d" + state);
    if (upstream != null) {
      add("d" + state, upstream + "_total");
    }
    String name = others.getOrDefault(state, "");
    if (name.length() == 1) {
      add(state + "0", name + "0");
      GRADIENTS.forEach(behind -> add("d" + state + behind, "d" + name + behind));
    }
  }

  /**
   * Whether vectors are columns: biases and states say so where they have two axes, else the
   * matrices, which are multiplied by a column from the right where they stand transposed.
   */
  private boolean hasColumns() {
    return Stream.concat(
            weights().filter(Weight::isBias).map(bias -> units(bias.name(), 0)),
            Stream.concat(
                Stream.of("h0", "c0", "dh0").map(state -> units(state, 1)),
                Stream.of("h", "x", "upstream_dh", "dh").map(this::unitsBesideBatch)))
        .flatMap(votes -> votes)
        .findFirst()
        .orElseGet(
            () ->
                weights.values().stream().filter(Standing::isTransposed).count() * 2
                    > weights().filter(this::isMatrix).count());
  }

  private boolean isMatrix(Weight weight) {
    return !weight.isBias() && weights.containsKey(weight.name());
  }

  /**
   * Whether the axis of the units is before the last of several in the file. A row of an array of
   * gates or timesteps says nothing.
   */
  private Stream<Boolean> units(String ours, int axis) {
    return source(ours)
        .filter(source -> !source.name().matches(".*\\[[^:]*[\\],].*"))
        .filter(source -> source.axesInFile() > 1 && source.axisInFile(axis).isPresent())
        .map(source -> source.axisInFile(axis).getAsInt() < source.axesInFile() - 1);
  }

  /** Whether the axis of the units is before that of the sequences. */
  private Stream<Boolean> unitsBesideBatch(String ours) {
    return source(ours)
        .filter(source -> source.shape().length == 3)
        .filter(source -> source.axisInFile(0).isPresent() && source.axisInFile(2).isPresent())
        .map(source -> source.axisInFile(2).getAsInt() < source.axisInFile(0).getAsInt());
  }
}
