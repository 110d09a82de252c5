package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import dev.backstep.text.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arrays of a file by their names. Of one that is not asked for nothing is read. */
final class StoredArrays extends AbstractMap<String, NdArray> {
  /** Enough for everything that a program computes, and few enough to be held. */
  static final int MOST = 10_000;

  private final String file;
  private final Map<String, StoredArray> stored = new LinkedHashMap<>();
  private final Map<String, NdArray> begun = new HashMap<>();

  StoredArrays(String file) {
    this.file = file;
  }

  /**
   * @throws ArrayFileException if there is one of this name, or if there are too many
   */
  void add(String name, StoredArray array) throws ArrayFileException {
    if (stored.size() == MOST) {
      throw tooMany(file, "more than " + MOST);
    }
    if (stored.put(name, array) != null) {
      throw new ArrayFileException(file, "two of its arrays are called " + Excerpt.of(name));
    }
  }

  static ArrayFileException tooMany(String file, String count) {
    return new ArrayFileException(
        file, String.format(Locale.ROOT, "it holds %s files; at most %d are allowed", count, MOST));
  }

  @Override
  public boolean containsKey(Object name) {
    return stored.containsKey(name);
  }

  @Override
  public @Nullable NdArray get(Object name) {
    NdArray known = begun.get(name);
    StoredArray array = stored.get(name);
    return known != null || array == null ? known : begin((String) name, array);
  }

  private NdArray begin(String name, StoredArray stored) {
    try {
      NdArray array = stored.begin();
      begun.put(name, array);
      return array;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(stored.keySet());
  }

  @Override
  public Set<Map.Entry<String, NdArray>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, NdArray>> iterator() {
        return stored.keySet().stream().map(name -> Map.entry(name, get(name))).iterator();
      }

      @Override
      public int size() {
        return stored.size();
      }
    };
  }
}
