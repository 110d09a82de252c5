package dev.backstep.io.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Things that a file holds once and tells of by their places: the same object is the same thing.
 */
final class SharedInstances<T> {
  private final IdentityHashMap<T, Integer> places = new IdentityHashMap<>();
  private final List<T> all = new ArrayList<>();

  int place(T thing) {
    return places.computeIfAbsent(
        thing,
        added -> {
          all.add(added);
          return all.size() - 1;
        });
  }

  List<T> all() {
    return all;
  }

  /**
   * @throws IllegalArgumentException if there is none at this place
   */
  static <T> T at(List<T> all, int place, String what) {
    if (place < 0 || place >= all.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s %d is not among the %d that there are", what, place, all.size()));
    }
    return all.get(place);
  }
}
