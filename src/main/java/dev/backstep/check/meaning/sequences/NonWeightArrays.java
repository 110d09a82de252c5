package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The arrays of a file that are no weights, by their names, and the sizes that weights have. */
final class NonWeightArrays {
  private static final Set<String> ACTIVATIONS = Set.of("a0", "aprev", "anext");
  private static final Set<String> OF_ONE_CELL =
      Set.of("xt", "anext", "nexth", "hnext", "nextc", "cnext", "prevh", "danext", "dnexth");

  private final Map<String, NdArray> arrays = new LinkedHashMap<>();
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, List<String>> candidates = new HashMap<>();
  private final Map<String, Boolean> gradients = new HashMap<>();
  private final Set<String> all;
  private final Map<String, NdArray> characters = new LinkedHashMap<>();
  private final Map<String, String> mapped;
  private final Weights weights;

  NonWeightArrays(Map<String, NdArray> all, Map<String, String> mapped, Weights weights) {
    this.mapped = mapped;
    this.weights = weights;
    this.all = all.keySet();
    all.forEach(
        (name, array) -> {
          if (array.kind() == NdArray.Kind.CHARACTER) {
            characters.put(name, array);
          } else if (!weights.used().contains(name) && array.count() > 0) {
            arrays.put(name, array);
            plain.put(name, UsualNames.plain(name));
          }
        });
  }

  Weights weights() {
    return weights;
  }

  Dialect dialect() {
    return weights.dialect();
  }

  /** In which orders axes may stand, the likeliest first. */
  List<Order> orders() {
    // W_xh is a name that many use; who has it of d2l calls the input X, as it does.
    boolean isOther = dialect() == Dialect.D2L && !arrays.containsKey("X");
    return Order.all(isOther ? Dialect.UNKNOWN : dialect());
  }

  /** Whether an array has two axes of one size, which its shape does not tell apart. */
  boolean isOrderOpen() {
    return arrays.values().stream()
        .map(NdArray::shape)
        .map(shape -> Arrays.stream(shape).filter(size -> size > 1).toArray())
        .anyMatch(sizes -> Arrays.stream(sizes).distinct().count() < sizes.length);
  }

  /** What they are called. */
  List<String> names() {
    return List.copyOf(arrays.keySet());
  }

  NdArray get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }

  /** The characters of a name. */
  Stream<Map.Entry<String, NdArray>> characters() {
    return characters.entrySet().stream();
  }

  /** Whether one is called so. */
  boolean says(String spelt) {
    return plain.containsValue(spelt);
  }

  /** Whether its name is that of another array, or of anything that is known, with a d or g. */
  boolean isGradient(String name) {
    return gradients.computeIfAbsent(name, this::looksLikeGradient);
  }

  private boolean looksLikeGradient(String name) {
    String spelt = UsualNames.plain(name);
    boolean isMarked = spelt.length() > 1 && (spelt.startsWith("d") || spelt.startsWith("g"));
    return spelt.contains("grad")
        || spelt.startsWith("delta")
        || (isMarked && UsualNames.isKnown(spelt.substring(1)))
        || all.stream().anyMatch(other -> UsualNames.isGradientOf(name, other));
  }

  /** Whether the user says what one of ours is. */
  boolean isMapped(String ours) {
    return mapped.containsKey(ours);
  }

  /** Whether a hidden state is called a, as the set of names says. */
  boolean isActivation() {
    return dialect() == Dialect.COURSERA
        || dialect() == Dialect.NUMPY_ML
        || ACTIVATIONS.stream().anyMatch(this::says);
  }

  /** Whether the names are those of one timestep. */
  boolean isOfOneCell() {
    return OF_ONE_CELL.stream().filter(this::says).count() > 1;
  }

  /** What may be one of ours by its name, the surest first. */
  List<String> candidates(String ours) {
    return candidates.computeIfAbsent(ours, this::named);
  }

  private List<String> named(String ours) {
    String said = mapped.get(ours);
    if (said != null) {
      return arrays.containsKey(said) ? List.of(said) : List.of();
    }
    List<String> named = new ArrayList<>();
    for (String usual : usual(ours)) {
      arrays.keySet().stream()
          .filter(name -> usual.equals(plain.get(name)))
          .filter(name -> !mapped.containsValue(name))
          .forEach(named::add);
    }
    return named;
  }

  /** Beside the state after a cell, that without a word is the one before. */
  private void afterFirst(List<String> usual, List<String> next) {
    if (isOfOneCell() && next.stream().anyMatch(this::says)) {
      usual.retainAll(next);
    }
  }

  private List<String> usual(String ours) {
    List<String> usual = new ArrayList<>(UsualNames.usual(ours));
    switch (ours) {
      case "h" -> {
        if (!isActivation()) {
          usual.removeAll(List.of("a", "as"));
        }
        afterFirst(usual, List.of("anext", "nexth", "hnext"));
      }
      case "c" -> afterFirst(usual, List.of("cnext", "nextc"));
      case "dh" -> {
        if (isActivation()) {
          usual.addAll(List.of("da", "das"));
        }
      }
      case "da" -> {
        if (isActivation()) {
          usual.removeAll(List.of("da", "das"));
        }
      }
      case "hn" -> {
        if (dialect() == Dialect.PYTORCH) {
          usual.remove("hn");
        }
      }
      default -> {}
    }
    return usual;
  }
}
