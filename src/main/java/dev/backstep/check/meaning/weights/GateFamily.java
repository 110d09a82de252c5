package dev.backstep.check.meaning.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Arrays of one shape whose names differ in what the gates are called: {@code W_xi W_xf W_xo W_xc}.
 *
 * @param pattern the name with a star for the gate
 * @param arrays by the letters of the gates here
 */
record GateFamily(GateKind kind, String pattern, Map<String, Candidate> arrays) {
  /** A word for a gate in the name of an array, the first in a list being the surest. */
  private record Naming(Candidate array, int place) {}

  /** Those of all candidates, each set of arrays once. */
  static List<GateFamily> all(List<Candidate> candidates, MappedNames mapped) {
    List<GateFamily> all = new ArrayList<>();
    for (GateKind kind : List.of(GateKind.LSTM, GateKind.GRU)) {
      all.addAll(all(kind, candidates, mapped));
    }
    return all;
  }

  private static List<GateFamily> all(
      GateKind kind, List<Candidate> candidates, MappedNames mapped) {
    Map<String, Map<String, Naming>> byPattern = new LinkedHashMap<>();
    for (Candidate each : candidates) {
      String said = mapped.weight(each.name()).orElse(each.name()).replaceFirst(":\\d+$", "");
      for (String gate : kind.gates()) {
        List<String> words = kind.words(gate);
        for (int place = 0; place < words.size(); place++) {
          addAll(byPattern, each, said, gate, words.get(place), place);
        }
      }
    }
    Set<Set<Candidate>> known = new HashSet<>();
    List<GateFamily> families = new ArrayList<>();
    byPattern.forEach(
        (pattern, arrays) ->
            complete(kind, pattern, arrays, candidates)
                .filter(family -> known.add(Set.copyOf(family.arrays().values())))
                .ifPresent(families::add));
    return families;
  }

  private static void addAll(
      Map<String, Map<String, Naming>> byPattern,
      Candidate array,
      String name,
      String gate,
      String word,
      int place) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      String pattern =
          name.substring(0, at)
              + "*"
              + name.substring(at + word.length())
              + Arrays.toString(array.longSizes());
      byPattern
          .computeIfAbsent(pattern, key -> new LinkedHashMap<>())
          .merge(
              gate,
              new Naming(array, place),
              (one, other) -> one.place() <= other.place() ? one : other);
    }
  }

  private static Optional<GateFamily> complete(
      GateKind kind, String key, Map<String, Naming> arrays, List<Candidate> candidates) {
    String pattern = key.substring(0, key.lastIndexOf('['));
    Map<String, Candidate> found = new LinkedHashMap<>();
    arrays.forEach((gate, naming) -> found.put(gate, naming.array()));
    if (kind == GateKind.GRU && found.size() == 2 && !found.containsKey("n")) {
      String bare = pattern.replaceFirst("[_.]?\\*", "");
      candidates.stream()
          .filter(each -> each.name().equals(bare))
          .filter(each -> key.endsWith(Arrays.toString(each.longSizes())))
          .findFirst()
          .ifPresent(each -> found.put("n", each));
    }
    boolean isWhole =
        found.keySet().containsAll(kind.gates())
            && new HashSet<>(found.values()).size() == kind.count();
    return isWhole ? Optional.of(new GateFamily(kind, pattern, found)) : Optional.empty();
  }

  Candidate get(String gate) {
    return Objects.requireNonNull(arrays.get(gate), gate);
  }

  /** Any of them: they have one shape. */
  Candidate one() {
    return get(kind.gates().get(0));
  }

  /** What its name says without the gate. */
  String bare() {
    return pattern.replace("*", "");
  }

  List<Candidate> members() {
    return List.copyOf(arrays.values());
  }
}
