package dev.backstep.ui.control;

import dev.backstep.trace.Light;
import dev.backstep.trace.Quantity;
import java.util.List;
import java.util.stream.Stream;

/** What a number under the mouse was made of, and what it feeds. */
public record Lights(List<Light> sources, List<Light> destinations) {
  public static final Lights NONE = new Lights(List.of(), List.of());

  public Lights {
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
  }

  /** Only those of one quantity. */
  public Lights of(Quantity quantity) {
    return new Lights(of(sources, quantity), of(destinations, quantity));
  }

  private static List<Light> of(List<Light> lights, Quantity quantity) {
    return lights.stream().filter(light -> light.quantity() == quantity).toList();
  }

  /** Those of one column. */
  List<Light> at(int timestep) {
    return Stream.concat(sources.stream(), destinations.stream())
        .filter(light -> light.timestep() == timestep)
        .toList();
  }

  boolean isSource(Light light) {
    return sources.contains(light);
  }
}
