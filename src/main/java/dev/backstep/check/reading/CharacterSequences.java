package dev.backstep.check.reading;

import dev.backstep.math.NdArray;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sequences that were saved as characters, and read as ids where the character of each is there.
 */
final class CharacterSequences {
  /** What programs call the characters by their ids. */
  private static final List<String> CHARACTERS =
      List.of("chars", "vocab", "vocabulary", "characters", "alphabet");

  private CharacterSequences() {}

  /** The arrays with ids in the place of characters. */
  static Map<String, NdArray> asIds(Map<String, NdArray> arrays) {
    Optional<NdArray> characters =
        arrays.keySet().stream()
            .filter(name -> CHARACTERS.contains(name.toLowerCase(Locale.ROOT)))
            .filter(name -> isOfCharacters(arrays, name))
            .flatMap(name -> readable(arrays, name).stream())
            .findFirst();
    if (characters.isEmpty()) {
      return arrays;
    }
    Map<Double, Integer> ids = new LinkedHashMap<>();
    for (double each : characters.get().values()) {
      ids.putIfAbsent(each, ids.size());
    }
    List<String> spelt =
        arrays.keySet().stream()
            .filter(name -> !CHARACTERS.contains(name.toLowerCase(Locale.ROOT)))
            .filter(name -> isOfCharacters(arrays, name))
            .toList();
    if (spelt.isEmpty()) {
      return arrays;
    }
    Map<String, NdArray> read = new LinkedHashMap<>();
    for (String name : arrays.keySet()) {
      readable(arrays, name)
          .ifPresent(array -> read.put(name, spelt.contains(name) ? ids(array, ids) : array));
    }
    return read;
  }

  private static boolean isOfCharacters(Map<String, NdArray> arrays, String name) {
    return readable(arrays, name)
        .filter(array -> array.kind() == NdArray.Kind.CHARACTER)
        .isPresent();
  }

  /** What cannot be read, as pickled objects, is none of them. */
  private static Optional<NdArray> readable(Map<String, NdArray> arrays, String name) {
    try {
      return Optional.ofNullable(arrays.get(name));
    } catch (UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  /** The same where not every character has an id. */
  private static NdArray ids(NdArray array, Map<Double, Integer> ids) {
    double[] characters = array.values();
    boolean areKnown = Arrays.stream(characters).allMatch(ids::containsKey);
    return areKnown
        ? new NdArray(
            NdArray.Kind.INTEGER,
            array.shape(),
            Arrays.stream(characters).map(each -> ids.getOrDefault(each, 0)).toArray())
        : array;
  }
}
