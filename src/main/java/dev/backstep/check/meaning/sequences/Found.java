package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The arrays of a file that are no weights, by their names, and the sizes that weights have. */
final class Found {
  private static final Set<String> ACTIVATIONS = Set.of("a0", "aprev", "anext");
  private static final Set<String> OF_ONE_CELL =
      Set.of("xt", "anext", "nexth", "hnext", "nextc", "cnext", "prevh", "danext", "dnexth");

  private final Map<String, NdArray> arrays = new LinkedHashMap<>();
  private final Map<String, NdArray> characters = new LinkedHashMap<>();
  private final Map<String, String> mapped;
  private final Weights weights;

  Found(Map<String, NdArray> all, Map<String, String> mapped, Weights weights) {
    this.mapped = mapped;
    this.weights = weights;
    all.forEach(
        (name, array) -> {
          if (array.kind() == NdArray.Kind.CHARACTER) {
            characters.put(name, array);
          } else if (!weights.used().contains(name) && array.count() > 0) {
            arrays.put(name, array);
          }
        });
  }

  Weights weights() {
    return weights;
  }

  Dialect dialect() {
    return weights.dialect();
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
  boolean says(String plain) {
    return arrays.keySet().stream().anyMatch(name -> Names.plain(name).equals(plain));
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
    String said = mapped.get(ours);
    if (said != null) {
      return arrays.containsKey(said) ? List.of(said) : List.of();
    }
    List<String> candidates = new ArrayList<>();
    for (String usual : usual(ours)) {
      arrays.keySet().stream()
          .filter(name -> Names.plain(name).equals(usual))
          .filter(name -> !mapped.containsValue(name))
          .forEach(candidates::add);
    }
    return candidates;
  }

  private List<String> usual(String ours) {
    List<String> usual = new ArrayList<>(Names.usual(ours));
    switch (ours) {
      case "h" -> {
        if (!isActivation()) {
          usual.removeAll(List.of("a", "as"));
        }
      }
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
