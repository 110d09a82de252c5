package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How many timesteps of an input may be read where something else has fewer: as many as the
 * gradient that is given has, or one fewer where the last id is a target alone.
 */
final class ShorterTimes {
  private final NonWeightArrays found;
  private final int batch;
  private final int time;

  /**
   * @param time of the input
   */
  ShorterTimes(NonWeightArrays found, int batch, int time) {
    this.found = found;
    this.batch = batch;
    this.time = time;
  }

  /** All, without T of the input itself. */
  Set<Integer> all() {
    Set<Integer> times = new TreeSet<>();
    int hidden = found.weights().hidden();
    Stream.of("upstream_dh", "dh")
        .flatMap(ours -> found.candidates(ours).stream())
        .map(found::get)
        .forEach(data -> add(times, data, hidden));
    for (String name : found.candidates("y")) {
      NdArray data = found.get(name);
      List<Layout> layouts =
          List.of(
              Layout.steps(batch, time - 1),
              Layout.rows(batch, time - 1, Math.max(1, found.weights().outputs())));
      if (time > 2 && layouts.stream().anyMatch(layout -> layout.fits(data))) {
        times.add(time - 1);
      }
    }
    return times;
  }

  private void add(Set<Integer> times, NdArray data, int width) {
    for (int size : data.shape()) {
      if (size > 1 && size < time && Layout.rows(batch, size, width).fits(data)) {
        times.add(size);
      }
    }
  }
}
