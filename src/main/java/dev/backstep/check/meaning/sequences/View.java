package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An array of a file, or a part of it, with its axes in the project's order. Nothing is copied.
 *
 * @param array what the file calls it
 * @param data the array of the file
 * @param axes the axis in the file of each axis here; −1 of one of size 1 that the file does not
 *     have
 * @param from where each axis here begins in the file
 * @param shape the sizes here
 * @param isBackward whether the second axis, time, runs from its end
 */
record View(String array, NdArray data, int[] axes, int[] from, int[] shape, boolean isBackward) {
  private static final int TIME = 1;

  static View of(String array, NdArray data, int[] axes, int[] shape) {
    return new View(array, data, axes, new int[shape.length], shape, false);
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
    int[] sizes = data.shape();
    int[] place = new int[sizes.length];
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0) {
        boolean isTurned = isBackward && i == TIME;
        place[axes[i]] = from[i] + (isTurned ? shape[i] - 1 - index[i] : index[i]);
      }
    }
    int flat = 0;
    for (int i = 0; i < sizes.length; i++) {
      flat = flat * sizes[i] + place[i];
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
