package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The axes that are looked for in arrays of a file. An axis of size 1 may be there or not.
 *
 * @param letters B, T and N for units, in the project's order
 * @param sizes of each
 */
record Layout(String letters, int... sizes) {
  /** Of each timestep so many numbers. */
  static Layout rows(int batch, int time, int width) {
    return new Layout("BTN", batch, time, width);
  }

  /** Of each timestep one number. */
  static Layout steps(int batch, int time) {
    return new Layout("BT", batch, time);
  }

  /** Of each sequence so many numbers. */
  static Layout states(int batch, int width) {
    return new Layout("BN", batch, width);
  }

  /** Of each sequence one number. */
  static Layout sequences(int batch) {
    return new Layout("B", batch);
  }

  /** Whether an array has these axes and no others, in any order. */
  boolean fits(NdArray data) {
    return Arrays.equals(sorted(data.shape()), sorted(sizes));
  }

  private static int[] sorted(int[] sizes) {
    return Arrays.stream(sizes).filter(size -> size != 1).sorted().toArray();
  }

  /** The view whose axes stand in an order, where the sizes leave it open. */
  Optional<View> view(String array, NdArray data, Order order) {
    return views(array, data).stream().min(Comparator.comparingInt(view -> exchanges(view, order)));
  }

  /** How often the axes of a view stand otherwise than in an order. */
  int exchanges(View view, Order order) {
    return order.exchanges(axis(view, 'B'), axis(view, 'T'), axis(view, 'N'));
  }

  private int axis(View view, char letter) {
    int place = letters.indexOf(letter);
    return place < 0 ? -1 : view.axes()[place];
  }

  /** Every way in which an array has these axes. */
  List<View> views(String array, NdArray data) {
    List<View> views = new ArrayList<>();
    if (fits(data)) {
      int[] axes = new int[sizes.length];
      Arrays.fill(axes, -1);
      place(array, data, axes, 0, views);
    }
    return views;
  }

  private void place(String array, NdArray data, int[] axes, int next, List<View> views) {
    if (next == sizes.length) {
      views.add(View.of(array, data, axes.clone(), sizes));
      return;
    }
    if (sizes[next] == 1) {
      place(array, data, axes, next + 1, views);
      return;
    }
    for (int axis = 0; axis < data.dimensions(); axis++) {
      int there = axis;
      boolean isFree = Arrays.stream(axes).noneMatch(each -> each == there);
      if (isFree && data.shape()[axis] == sizes[next]) {
        axes[next] = axis;
        place(array, data, axes, next + 1, views);
        axes[next] = -1;
      }
    }
  }
}
