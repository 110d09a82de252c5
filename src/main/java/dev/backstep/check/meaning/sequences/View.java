package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An array of a file, or a part of it, with its axes in the project's order. Nothing is copied. */
final class View {
  private static final int TIME = 1;

  private final String array;
  private final NdArray data;
  private final int[] axes;
  private final int[] from;
  private final int[] shape;
  private final boolean isBackward;
  private final int first;
  private final int[] steps;

  /**
   * @param axes the axis in the file of each axis here; −1 of one of size 1 that the file does not
   *     have
   * @param from where each axis here begins in the file
   * @param isBackward whether the second axis, time, runs from its end
   */
  private View(
      String array, NdArray data, int[] axes, int[] from, int[] shape, boolean isBackward) {
    this.array = array;
    this.data = data;
    this.axes = axes;
    this.from = from;
    this.shape = shape;
    this.isBackward = isBackward;
    steps = new int[axes.length];
    int begin = 0;
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0) {
        boolean isTurned = isBackward && i == TIME;
        int step = step(axes[i]);
        begin += (isTurned ? from[i] + shape[i] - 1 : from[i]) * step;
        steps[i] = isTurned ? -step : step;
      }
    }
    first = begin;
  }

  private int step(int axis) {
    int step = 1;
    for (int i = axis + 1; i < data.dimensions(); i++) {
      step *= data.shape()[i];
    }
    return step;
  }

  static View of(String array, NdArray data, int[] axes, int[] shape) {
    return new View(array, data, axes, new int[shape.length], shape, false);
  }

  /** What the file calls the array that it is of. */
  String array() {
    return array;
  }

  /** The array of the file. */
  NdArray data() {
    return data;
  }

  /** The axis in the file of each axis here; −1 of one of size 1 that the file does not have. */
  int[] axes() {
    return axes;
  }

  /** The sizes here. */
  int[] shape() {
    return shape;
  }

  /** A part of an axis. */
  View part(int axis, int begin, int size) {
    int[] begins = from.clone();
    int[] sizes = shape.clone();
    begins[axis] += begin;
    sizes[axis] = size;
    return new View(array, data, axes, begins, sizes, isBackward);
  }

  /** The same read from its last timestep to its first. */
  View backward() {
    return new View(array, data, axes, from, shape, !isBackward);
  }

  /** The number of entries. */
  long count() {
    return NdArray.count(shape);
  }

  /** An entry. */
  double at(int... index) {
    return data.values()[flat(index)];
  }

  /** The place of an entry among all of the file's array. */
  private int flat(int... index) {
    int flat = first;
    for (int i = 0; i < steps.length; i++) {
      flat += index[i] * steps[i];
    }
    return flat;
  }

  /** The index of an entry in the file, as Python writes it. */
  String index(int... index) {
    return data.index(flat(index));
  }

  /** As Python writes it. */
  String name() {
    String[] slices = new String[data.dimensions()];
    Arrays.fill(slices, ":");
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0) {
        slices[axes[i]] = slice(i);
      }
    }
    int last = slices.length;
    while (last > 0 && slices[last - 1].equals(":")) {
      last--;
    }
    return last == 0
        ? array
        : Arrays.stream(slices).limit(last).collect(Collectors.joining(", ", array + "[", "]"));
  }

  private String slice(int axis) {
    int size = data.shape()[axes[axis]];
    int end = from[axis] + shape[axis];
    if (isBackward && axis == TIME) {
      return "::-1";
    }
    if (shape[axis] == size) {
      return ":";
    }
    if (shape[axis] == 1) {
      return end == size ? "-1" : String.valueOf(from[axis]);
    }
    return (from[axis] == 0 ? "" : from[axis]) + ":" + (end == size ? "" : end);
  }

  /** The numbers as they are. */
  Source source() {
    double[] values = new double[Math.toIntExact(count())];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(index);
      next(index);
    }
    return new Source(name(), array, shape, values, data.kind(), this::index);
  }

  private void next(int[] index) {
    for (int i = shape.length - 1; i >= 0; i--) {
      if (++index[i] < shape[i]) {
        return;
      }
      index[i] = 0;
    }
  }

  /** A name of exactly what is read, by which two readings of an array are told apart. */
  String reading() {
    return String.format(
        Locale.ROOT,
        "%s %s %s %s %s",
        array,
        Arrays.toString(axes),
        Arrays.toString(from),
        Arrays.toString(shape),
        isBackward);
  }
}
