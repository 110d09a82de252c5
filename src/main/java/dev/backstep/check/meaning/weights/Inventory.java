package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.GradientNames;
import dev.backstep.check.meaning.names.SequenceNames;
import dev.backstep.math.NdArray;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the arrays of a file may be by their names: weights, gradients of which, or neither. */
final class Inventory {
  /** How many arrays may be weights; of more, those with gradients are preferred. */
  private static final int MOST = 200;

  private final Map<String, NdArray> numbers = new LinkedHashMap<>();
  private final Gradients gradients;
  private final List<String> orphans = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<Integer> inputSizes = new TreeSet<>();
  private final Set<Integer> stateSizes = new TreeSet<>();
  private final MappedNames mapped;

  Inventory(Map<String, NdArray> arrays, MappedNames mapped) {
    this.mapped = mapped;
    for (String name : arrays.keySet()) {
      readable(arrays, name).ifPresent(array -> numbers.put(name, array));
    }
    gradients = new Gradients(numbers, mapped);
    findCandidates();
    findSizes();
  }

  /** What cannot be read, as pickled objects, is none of the weights; others may need it. */
  private static Optional<NdArray> readable(Map<String, NdArray> arrays, String name) {
    try {
      return Optional.ofNullable(arrays.get(name)).filter(Inventory::isOfNumbers);
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isOfNumbers(NdArray array) {
    return array.kind() != NdArray.Kind.CHARACTER
        && array.kind() != NdArray.Kind.BOOLEAN
        && array.dimensions() > 0
        && array.dimensions() < 4
        && array.count() > 0;
  }

  private void findCandidates() {
    addCandidates();
    if (candidates.size() > MOST) {
      candidates.sort(Comparator.comparing(each -> !each.hasGradient()));
      candidates.subList(MOST, candidates.size()).clear();
    }
  }

  private void addCandidates() {
    for (Map.Entry<String, NdArray> each : numbers.entrySet()) {
      String name = each.getKey();
      if (mapped.isWeight(name)) {
        candidates.add(candidate(name, each.getValue()));
      } else if (!gradients.isTaken(name) && !mapped.isOther(name)) {
        addByName(name, each.getValue());
      }
    }
  }

  private void addByName(String name, NdArray array) {
    if (GradientNames.isGradient(name)) {
      orphans.add(name);
    } else if (mayBeWeight(name) && isLikely(name, array)) {
      candidates.add(candidate(name, array));
    }
  }

  /**
   * The c beside a b is the other bias, and else the state of an LSTM; likewise a capital letter is
   * a matrix where its gradient is there and others with it.
   */
  private boolean mayBeWeight(String name) {
    boolean isAmongOthers =
        (name.equals("c") && numbers.containsKey("b"))
            || (name.equals("C") && numbers.containsKey("B"))
            || name.matches("[PDFGJLR]")
            || (name.matches("[HI]") && isOfCellAlone());
    return !SequenceNames.has(name) || (isAmongOthers && !gradients.of(name).isEmpty());
  }

  /** H and I of CS224n: both have gradients, and the first is square. */
  private boolean isOfCellAlone() {
    NdArray state = numbers.get("H");
    return state != null
        && state.dimensions() == 2
        && state.shape()[0] == state.shape()[1]
        && !gradients.of("H").isEmpty()
        && !gradients.of("I").isEmpty();
  }

  /** Whole numbers are ids; as weights they have at least a gradient. */
  private boolean isLikely(String name, NdArray array) {
    return array.kind() != NdArray.Kind.INTEGER || !gradients.of(name).isEmpty();
  }

  private Candidate candidate(String name, NdArray array) {
    return Candidate.of(name, array, gradients.of(name));
  }

  private void findSizes() {
    for (Map.Entry<String, NdArray> each : numbers.entrySet()) {
      boolean isIds = each.getValue().kind() == NdArray.Kind.INTEGER;
      if (!isIds && SequenceNames.isInput(each.getKey())) {
        Arrays.stream(each.getValue().shape()).forEach(inputSizes::add);
      }
      if (!isIds && SequenceNames.isState(each.getKey())) {
        Arrays.stream(each.getValue().shape()).forEach(stateSizes::add);
      }
    }
  }

  /** The names of the gradients of an array. */
  List<String> gradients(String weight) {
    return gradients.of(weight);
  }

  List<Candidate> candidates() {
    return candidates;
  }

  NdArray array(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  /** Every array of numbers by its name. */
  Map<String, NdArray> numbers() {
    return numbers;
  }

  /** The arrays that are called as gradients of others of another shape, with those. */
  Map<String, String> unlike() {
    return gradients.unlike();
  }

  /** The arrays that are called as gradients of what is not there. */
  List<String> orphans() {
    return orphans;
  }

  /** Whether an input that is there has an axis of this size, or there is none of real numbers. */
  boolean mayRead(int size) {
    return inputSizes.isEmpty() || inputSizes.contains(size);
  }

  /** Whether an input of real numbers that is there has an axis of this size. */
  boolean reads(int size) {
    return inputSizes.contains(size);
  }

  /** Whether a state that is there has an axis of this size. */
  boolean hasState(int size) {
    return stateSizes.contains(size);
  }

  MappedNames mapped() {
    return mapped;
  }
}
