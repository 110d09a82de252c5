package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.GradientNames;
import dev.backstep.check.meaning.names.ListedGradients;
import dev.backstep.check.meaning.names.OtherAffixes;
import dev.backstep.check.meaning.source.Part;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which arrays of a file are gradients of which others, by their names and sizes. */
final class Gradients {
  /** Of more arrays than this the names are not compared. */
  private static final int MOST = 2000;

  private final Map<String, NdArray> numbers;
  private final Map<String, List<String>> byWeight = new LinkedHashMap<>();
  private final Map<String, String> unlike = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  Gradients(Map<String, NdArray> numbers, MappedNames mapped) {
    this.numbers = numbers;
    if (numbers.size() <= MOST) {
      byNames(mapped);
    }
    ListedGradients.of(rest()).forEach(this::pair);
    OtherAffixes.of(rest()).forEach(this::pair);
  }

  private void byNames(MappedNames mapped) {
    GradientNames names = new GradientNames(List.copyOf(numbers.keySet()));
    for (String name : numbers.keySet()) {
      Optional<String> weight = names.weight(name);
      if (mapped.isWeight(name)) {
        continue;
      }
      if (mapped.isOther(name) || (weight.isEmpty() && names.isOther(name))) {
        taken.add(name);
      } else {
        weight.ifPresent(of -> pair(name, of));
      }
    }
  }

  /** The arrays that are not spoken for, the weights among them. */
  private Map<String, NdArray> rest() {
    Map<String, NdArray> rest = new LinkedHashMap<>(numbers);
    rest.keySet().removeAll(taken);
    rest.keySet().removeIf(name -> byWeight.containsKey(name) && !of(name).isEmpty());
    return rest;
  }

  private void pair(String gradient, String weight) {
    NdArray of = Objects.requireNonNull(numbers.get(weight));
    NdArray there = Objects.requireNonNull(numbers.get(gradient));
    taken.add(gradient);
    if (Part.of(weight, of).in(gradient, there).isPresent()) {
      byWeight.computeIfAbsent(weight, name -> new ArrayList<>()).add(gradient);
    } else {
      unlike.put(gradient, weight);
    }
  }

  /** The names of the gradients of an array. */
  List<String> of(String weight) {
    return byWeight.getOrDefault(weight, List.of());
  }

  /** The arrays that are called as gradients of others of another shape, with those. */
  Map<String, String> unlike() {
    return unlike;
  }

  /** Whether an array is a gradient, or a copy or memory of another. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }
}
