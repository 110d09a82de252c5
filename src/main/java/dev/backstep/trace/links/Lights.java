package dev.backstep.trace.links;

import dev.backstep.trace.Timeline;
import java.util.List;
import java.util.function.ToIntFunction;

/** The lights for a number that is pointed at: what it was made of, and what it feeds. */
public record Lights(List<Light> sources, List<Light> destinations) {
  public static final Lights NONE = new Lights(List.of(), List.of());

  public Lights {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
  }

  public boolean isEmpty() {
    return sources.isEmpty() && destinations.isEmpty();
  }

  /** Only what is computed where the cursor stands. */
  public Lights computedAt(Timeline timeline, int place) {
    return computedAt(timeline, site -> place);
  }

  /** Only what is computed where each matrix stands: some of a cell may, and some may not. */
  public Lights computedAt(Timeline timeline, ToIntFunction<LitMatrix> place) {
    return new Lights(
        computedAt(sources, timeline, place), computedAt(destinations, timeline, place));
  }

  private static List<Light> computedAt(
      List<Light> lights, Timeline timeline, ToIntFunction<LitMatrix> place) {
    return lights.stream()
        .map(light -> light.computedAt(timeline, place.applyAsInt(light.site())))
        .filter(light -> !light.block().isEmpty())
        .toList();
  }

  /** Only those of one matrix. */
  public Lights on(LitMatrix site) {
    return new Lights(on(sources, site), on(destinations, site));
  }

  private static List<Light> on(List<Light> lights, LitMatrix site) {
    return lights.stream().filter(light -> light.site().equals(site)).toList();
  }

  /** Those of one row, as they stand where only that row is shown. */
  public Lights inRow(int row) {
    return new Lights(inRow(sources, row), inRow(destinations, row));
  }

  private static List<Light> inRow(List<Light> lights, int row) {
    return lights.stream()
        .filter(light -> light.block().hasRow(row))
        .map(light -> new Light(light.site(), light.block().asOnlyRow()))
        .toList();
  }
}
