package dev.backstep.trace;

import java.util.List;
import java.util.stream.Stream;

/** Which numbers a number was made of, and which it feeds, one equation to either side. */
public final class Links {
  private final int length;
  private final Shapes shapes;

  /** The number of entries of a quantity's row. */
  @FunctionalInterface
  interface Shapes {
    int size(Quantity quantity);
  }

  public Links(Trace trace) {
    this(trace.length(), quantity -> trace.values(quantity).cols());
  }

  Links(int length, Shapes shapes) {
    this.length = length;
    this.shapes = shapes;
  }

  /** What the entry was computed from. */
  public List<Light> sources(Entry.OfCell entry) {
    int t = entry.timestep();
    int i = entry.index();
    Stream<Light> lights =
        switch (entry.quantity()) {
          case H -> Stream.of(all(Quantity.H, t - 1));
          case O -> Stream.of(all(Quantity.H, t));
          case E -> Stream.of(one(Quantity.O, t, i));
          case DH_FROM_OUTPUT -> Stream.of(all(Quantity.E, t));
          case DH_FROM_LATER -> Stream.of(one(Quantity.DH_PREV, t + 1, i));
          case DH ->
              Stream.of(one(Quantity.DH_FROM_OUTPUT, t, i), one(Quantity.DH_FROM_LATER, t, i));
          case DTANH -> Stream.of(one(Quantity.H, t, i), one(Quantity.DH, t, i));
          case DXT, DH_PREV -> Stream.of(all(Quantity.DTANH, t));
        };
    return lights.filter(this::exists).toList();
  }

  /** What is computed from the entry. */
  public List<Light> destinations(Entry.OfCell entry) {
    int t = entry.timestep();
    int i = entry.index();
    Stream<Light> lights =
        switch (entry.quantity()) {
          case H ->
              Stream.of(all(Quantity.H, t + 1), all(Quantity.O, t), one(Quantity.DTANH, t, i));
          case O -> Stream.of(one(Quantity.E, t, i));
          case E -> Stream.of(all(Quantity.DH_FROM_OUTPUT, t));
          case DH_FROM_OUTPUT, DH_FROM_LATER -> Stream.of(one(Quantity.DH, t, i));
          case DH -> Stream.of(one(Quantity.DTANH, t, i));
          case DTANH -> Stream.of(all(Quantity.DXT, t), all(Quantity.DH_PREV, t));
          case DXT -> Stream.empty();
          case DH_PREV -> Stream.of(one(Quantity.DH_FROM_LATER, t - 1, i));
        };
    return lights.filter(this::exists).toList();
  }

  private boolean exists(Light light) {
    return light.timestep() >= 0 && light.timestep() < length;
  }

  private static Light one(Quantity quantity, int timestep, int index) {
    return new Light(quantity, timestep, index, index + 1);
  }

  private Light all(Quantity quantity, int timestep) {
    return new Light(quantity, timestep, 0, shapes.size(quantity));
  }
}
