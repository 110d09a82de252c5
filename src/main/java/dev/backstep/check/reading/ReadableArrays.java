package dev.backstep.check.reading;

import dev.backstep.math.NdArray;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arrays of a file that can be read, as pickled objects cannot.
 *
 * @param arrays by their names; entries are still read when they are asked for
 * @param unreadable why each of the others cannot be read
 */
public record ReadableArrays(Map<String, NdArray> arrays, List<UncheckedIOException> unreadable) {
  /** Those of a file, of which the headers are read. */
  public static ReadableArrays of(Map<String, NdArray> all) {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    List<UncheckedIOException> unreadable = new ArrayList<>();
    for (String name : all.keySet()) {
      try {
        arrays.put(name, Objects.requireNonNull(all.get(name), name));
      } catch (UncheckedIOException refused) {
        unreadable.add(refused);
      }
    }
    return new ReadableArrays(arrays, unreadable);
  }
}
