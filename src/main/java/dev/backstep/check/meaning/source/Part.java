package dev.backstep.check.meaning.source;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A part of an array of a file, as NumPy slices it, with its axes in the project's order. Nothing
 * is read before {@link #source}.
 */
public final class Part {
  private static final String ALL = ":";

  /** What stands for an axis of size 1 that the array of the file does not have. */
  private static final int NO_AXIS = -1;

  private final String array;
  private final NdArray entries;
  private final int[] from;
  private final int[] sizes;
  private final String[] texts;
  private final int[] axes;
  private final boolean isNegative;

  private Part(
      String array,
      NdArray entries,
      int[] from,
      int[] sizes,
      String[] texts,
      int[] axes,
      boolean isNegative) {
    this.array = array;
    this.entries = entries;
    this.from = from;
    this.sizes = sizes;
    this.texts = texts;
    this.axes = axes;
    this.isNegative = isNegative;
  }

  /** All of an array. */
  public static Part of(String name, NdArray array) {
    String[] texts = new String[array.dimensions()];
    Arrays.fill(texts, ALL);
    return new Part(
        name,
        array,
        new int[texts.length],
        array.shape().clone(),
        texts,
        IntStream.range(0, texts.length).toArray(),
        false);
  }

  /** Its array in the file. */
  public String array() {
    return array;
  }

  /** The sizes in the project's order of axes. */
  public int[] shape() {
    return IntStream.of(axes).map(axis -> axis == NO_AXIS ? 1 : sizes[axis]).toArray();
  }

  /** Without the axes of size 1; one axis is left of a single number. */
  public Part squeezed() {
    int[] longer = IntStream.of(axes).filter(axis -> axis != NO_AXIS && sizes[axis] != 1).toArray();
    return withAxes(longer.length == 0 ? new int[] {NO_AXIS} : longer);
  }

  /** A matrix; a vector is its only column. */
  public Part matrix() {
    return axes.length == 1 ? withAxes(axes[0], NO_AXIS) : this;
  }

  /** With the axes in the other order. */
  public Part transposed() {
    return withAxes(IntStream.range(0, axes.length).map(i -> axes[axes.length - 1 - i]).toArray());
  }

  /** What is subtracted where this is added. */
  public Part negative() {
    return new Part(array, entries, from, sizes, texts, axes, !isNegative);
  }

  /** The first so many along an axis: {@code W[:, :5]}. */
  public Part first(int axis, int count) {
    return sliced(axis, 0, count, ALL + count);
  }

  /** All but the first so many along an axis: {@code W[:, 5:]}. */
  public Part after(int axis, int count) {
    return sliced(axis, count, shape()[axis] - count, count + ALL);
  }

  /** One of several blocks along an axis: {@code W[5:10]}. */
  public Part block(int axis, int block, int size) {
    int start = block * size;
    return sliced(axis, start, size, start + ALL + (start + size));
  }

  /** What stands at an index of an axis, which is gone then: {@code W[2]}. */
  public Part at(int axis, int index) {
    Part sliced = sliced(axis, index, 1, String.valueOf(index));
    return sliced.withAxes(
        IntStream.range(0, axes.length).filter(i -> i != axis).map(i -> axes[i]).toArray());
  }

  private Part sliced(int axis, int start, int count, String text) {
    int there = axes[axis];
    if (there == NO_AXIS || (start == 0 && count == sizes[there])) {
      return this;
    }
    int[] otherFrom = from.clone();
    int[] otherSizes = sizes.clone();
    String[] otherTexts = texts.clone();
    otherFrom[there] += start;
    otherSizes[there] = count;
    otherTexts[there] =
        texts[there].equals(ALL) ? text : otherFrom[there] + ALL + (otherFrom[there] + count);
    return new Part(array, entries, otherFrom, otherSizes, otherTexts, axes, isNegative);
  }

  private Part withAxes(int... order) {
    return new Part(array, entries, from, sizes, texts, order, isNegative);
  }

  /**
   * The same part of another array, as of the gradient of this one. That may have other axes of
   * size 1, or its axes in the other order where the sizes tell.
   */
  public Optional<Part> in(String name, NdArray other) {
    int[] mine = longAxes(entries.shape());
    int[] theirs = longAxes(other.shape());
    if (!Arrays.equals(sizes(entries, mine), sizes(other, theirs))) {
      theirs = reversed(theirs);
      if (!Arrays.equals(sizes(entries, mine), sizes(other, theirs))) {
        return Optional.empty();
      }
    }
    if (Arrays.equals(entries.shape(), other.shape())) {
      return Optional.of(new Part(name, other, from, sizes, texts, axes, isNegative));
    }
    Part all = of(name, other);
    for (int i = 0; i < mine.length; i++) {
      all.from[theirs[i]] = from[mine[i]];
      all.sizes[theirs[i]] = sizes[mine[i]];
      all.texts[theirs[i]] = texts[mine[i]];
    }
    int[] order = axes.clone();
    for (int i = 0; i < order.length; i++) {
      int place = indexOf(mine, axes[i]);
      order[i] = place < 0 ? NO_AXIS : theirs[place];
    }
    Part same = all.withAxes(order);
    return Optional.of(isNegative ? same.negative() : same);
  }

  private static int[] longAxes(int[] shape) {
    return IntStream.range(0, shape.length).filter(i -> shape[i] != 1).toArray();
  }

  private static int[] sizes(NdArray array, int[] axes) {
    return IntStream.of(axes).map(axis -> array.shape()[axis]).toArray();
  }

  private static int[] reversed(int[] axes) {
    return IntStream.range(0, axes.length).map(i -> axes[axes.length - 1 - i]).toArray();
  }

  private static int indexOf(int[] axes, int axis) {
    return IntStream.range(0, axes.length).filter(i -> axes[i] == axis).findFirst().orElse(-1);
  }

  /** How Python writes it: {@code Wf[:, 5:]}; the order of the axes is not told. */
  public String name() {
    int last = texts.length - 1;
    while (last >= 0 && texts[last].equals(ALL)) {
      last--;
    }
    StringJoiner index = new StringJoiner(", ", "[", "]");
    for (int i = 0; i <= last; i++) {
      index.add(texts[i]);
    }
    return (isNegative ? "-" : "") + array + (last < 0 ? "" : index);
  }

  /** What no other part has: its name and the order of its axes. */
  public String key() {
    return name() + Arrays.toString(axes);
  }

  /** The entries, which are read now. */
  public Source source() {
    int[] shape = shape();
    double[] all = entries.values();
    double[] values = new double[(int) NdArray.count(shape)];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      double value = all[offset(index)];
      values[i] = isNegative ? -value : value;
      next(index, shape);
    }
    return new Source(name(), array, shape, values, entries.kind(), this::index);
  }

  private static void next(int[] index, int[] shape) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]++;
      if (index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }

  private int offset(int[] index) {
    int[] there = inFile(index);
    int offset = 0;
    for (int axis = 0; axis < there.length; axis++) {
      offset = offset * entries.shape()[axis] + there[axis];
    }
    return offset;
  }

  private int[] inFile(int[] index) {
    int[] there = from.clone();
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] != NO_AXIS) {
        there[axes[i]] += index[i];
      }
    }
    return there;
  }

  private String index(int... index) {
    return entries.dimensions() == 0 ? "" : Arrays.toString(inFile(index));
  }

  /**
   * The sum of parts of one shape, as of two biases that are added: {@code Bxh + Bhh}. An entry
   * stands where it stands in the first.
   */
  public static Source sum(List<Part> parts) {
    List<Source> sources = parts.stream().map(Part::source).toList();
    Source first = sources.get(0);
    if (sources.size() == 1) {
      return first;
    }
    double[] values = new double[first.values().length];
    NdArray.Kind kind = first.kind();
    for (Source each : sources) {
      for (int i = 0; i < values.length; i++) {
        values[i] += each.values()[i];
      }
      kind = each.kind().compareTo(kind) > 0 ? each.kind() : kind;
    }
    String name = sources.stream().map(Source::name).collect(Collectors.joining(" + "));
    return new Source(name, first.array(), first.shape(), values, kind, first.place());
  }

  @Override
  public String toString() {
    return name();
  }
}
