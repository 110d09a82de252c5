package dev.backstep.ui.mycode;

import dev.backstep.math.NdArray;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file that a check is of, and how it was said to be read.
 *
 * @param shapes those of its arrays, by their names
 * @param kinds what the entries of each are
 * @param mapped the file's name of an array by our name, as the user says it
 */
public record CodeReading(
    Path file,
    Map<String, int[]> shapes,
    Map<String, NdArray.Kind> kinds,
    Map<String, String> mapped) {
  /** What an array is said to be that is left out begins so. */
  private static final String LEFT_OUT = "-";

  static CodeReading of(Path file, Map<String, NdArray> arrays, Map<String, String> mapped) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    Map<String, NdArray.Kind> kinds = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) -> {
          shapes.put(name, array.shape());
          kinds.put(name, array.kind());
        });
    return new CodeReading(file, shapes, kinds, mapped);
  }

  /** What is said, had an array been said to be this; what was said of either before is not. */
  Map<String, String> saying(String array, String ours) {
    Map<String, String> said = forgetting(array);
    said.put(ours, array);
    return said;
  }

  /** What is said, had an array been left out. */
  Map<String, String> leavingOut(String array) {
    return saying(array, LEFT_OUT + array);
  }

  /** What is said, but of this array. */
  Map<String, String> forgetting(String array) {
    Map<String, String> said = new LinkedHashMap<>(mapped);
    said.values().removeIf(array::equals);
    return said;
  }

  /** Whether something is said of an array. */
  boolean isSaid(String array) {
    return mapped.containsValue(array);
  }

  /** Whether an array is said to be nothing that is known. */
  boolean isLeftOut(String array) {
    return mapped.containsKey(LEFT_OUT + array);
  }
}
