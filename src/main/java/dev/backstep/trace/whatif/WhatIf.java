package dev.backstep.trace.whatif;

import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace, and what it would be if some numbers of the net were others: the same engine run over a
 * copy of the net. Nothing is changed of the trace that it began with.
 */
public final class WhatIf {
  private final Trace original;
  private final Map<Entry, Double> values;

  /** Computed when it is asked for first. */
  private @Nullable Trace edited;

  private WhatIf(Trace original, Map<Entry, Double> values) {
    this.original = original;
    this.values = Collections.unmodifiableMap(values);
  }

  /** A trace of which nothing is changed yet. */
  public static WhatIf of(Trace original) {
    return new WhatIf(original, Map.of());
  }

  /** The same with another number at a place; with the number that was there it is as it was. */
  public WhatIf with(Entry place, double value) {
    Map<Entry, Double> next = new LinkedHashMap<>(values);
    if (Double.compare(value, before(place)) == 0) {
      next.remove(place);
    } else {
      next.put(place, value);
    }
    return new WhatIf(original, next);
  }

  /** The same with the zero vector in the place of what a cell reads. */
  public WhatIf withoutInput(int timestep) {
    return with(inputOf(timestep), Places.NO_INPUT);
  }

  /** The same with one change taken back. */
  public WhatIf without(Entry place) {
    return with(place, before(place));
  }

  /** What a cell reads, as a place. */
  public Entry inputOf(int timestep) {
    return new Entry.OfInput(timestep, original.input(timestep));
  }

  /**
   * What the loss does if a single number of the unchanged net is another, and nothing else is.
   *
   * @param place a weight or a state before the first cell
   * @param value the other number
   */
  public Slope slope(Entry place, double value) {
    double step = value - before(place);
    double less = before(place) - step;
    double above = loss(place, value);
    return new Slope(
        step,
        above - original.totalLoss(),
        (above - loss(place, less)) / (value - less),
        Places.gradientOf(original, place));
  }

  /** By how much the loss changes if a single number of the unchanged net is another. */
  public double changeAlone(Entry place, double value) {
    return loss(place, value) - original.totalLoss();
  }

  private double loss(Entry place, double value) {
    return original.lossOf(Places.with(original.example(), Map.of(place, value)));
  }

  /** By how much all changes together change the loss. */
  public double change() {
    return edited().totalLoss() - original.totalLoss();
  }

  /** The places that are changed, in the order in which they were. */
  public List<Entry> places() {
    return List.copyOf(values.keySet());
  }

  /** Whether a place is changed. */
  public boolean isChanged(Entry place) {
    return values.containsKey(place);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The number that stands at a place in the trace that it began with. */
  public double before(Entry place) {
    return Places.valueOf(original, place);
  }

  /** The number that stands there now. */
  public double now(Entry place) {
    return values.getOrDefault(place, before(place));
  }

  /** What it began with. */
  public Trace original() {
    return original;
  }

  /** The trace with all changes; computed once, by whatever thread asks first. */
  public synchronized Trace edited() {
    if (edited == null) {
      edited = values.isEmpty() ? original : original.with(Places.with(original.example(), values));
    }
    return edited;
  }
}
