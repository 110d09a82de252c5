package dev.backstep.check.meaning.sequences;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An input that stands in an array for each of its D numbers, as the two operands of an addition
 * do, whose digits are read from the right.
 */
final class ColumnSearch {
  private final NonWeightArrays found;
  private final int width;

  ColumnSearch(NonWeightArrays found) {
    this.found = found;
    width = found.weights().inputs();
  }

  /** None, or one in each direction, the likelier first. */
  List<Frame> frames() {
    List<String> names = names();
    if (width < 2 || names.size() < width) {
      return List.of();
    }
    List<String> columns = names.subList(0, width);
    boolean isLast = isSum(names, true);
    boolean isFirst = !isLast && isSum(names, false);
    return isFirst || isLast
        ? List.of(frame(columns, isLast, 0))
        : List.of(frame(columns, true, 0), frame(columns, false, 1));
  }

  /** Those with one name each of the letters from a, and one that may be their sum. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= width; i++) {
      String letter = String.valueOf((char) ('a' + i));
      Optional<String> name =
          found.names().stream().filter(each -> UsualNames.plain(each).equals(letter)).findFirst();
      boolean isLike =
          name.isPresent()
              && found.get(name.get()).dimensions() == 1
              && Values.areWhole(found.get(name.get()))
              && (names.isEmpty()
                  || found.get(name.get()).count() == found.get(names.get(0)).count());
      if (!isLike) {
        break;
      }
      names.add(name.get());
    }
    return names;
  }

  /** Whether the array after the operands is their sum, in binary digits. */
  private boolean isSum(List<String> names, boolean isLastLeast) {
    if (names.size() <= width || !names.stream().map(found::get).allMatch(Values::areBits)) {
      return false;
    }
    int carry = 0;
    int length = (int) found.get(names.get(0)).count();
    for (int t = 0; t < length; t++) {
      int place = isLastLeast ? length - 1 - t : t;
      int sum = carry;
      for (String name : names.subList(0, width)) {
        sum += (int) found.get(name).values()[place];
      }
      if ((sum & 1) != (int) found.get(names.get(width)).values()[place]) {
        return false;
      }
      carry = sum >> 1;
    }
    return true;
  }

  private Frame frame(List<String> names, boolean isBackward, int penalty) {
    List<View> columns =
        names.stream()
            .map(name -> column(name, found.get(name)))
            .map(view -> isBackward ? view.backward() : view)
            .toList();
    int time = columns.get(0).shape()[1];
    String all = String.join(", ", names);
    InputOrTarget series =
        new InputOrTarget(
            InputOrTarget.Kind.NUMBERS,
            all + isBackward,
            "np.stack([" + all + "], axis=1)" + (isBackward ? "[::-1]" : ""),
            names.get(0),
            found.get(names.get(0)).kind(),
            1,
            time,
            width,
            entries(columns));
    String remark =
        String.format(
            Locale.ROOT,
            "%s are the %d numbers that are read at a timestep%s.",
            all,
            width,
            isBackward ? ", the last digits first" : "");
    return new Frame(
        series,
        Optional.empty(),
        Optional.empty(),
        time,
        isBackward,
        Set.copyOf(names),
        penalty,
        List.of(remark));
  }

  private static View column(String name, NdArray data) {
    return View.of(name, data, new int[] {-1, 0}, new int[] {1, (int) data.count()});
  }

  private static TimestepNumbers entries(List<View> columns) {
    return new TimestepNumbers() {
      @Override
      public double at(int sequence, int time, int unit) {
        return columns.get(unit).at(0, time);
      }

      @Override
      public String index(int sequence, int time, int unit) {
        return columns.get(unit).index(0, time);
      }
    };
  }

  /** What stands after the operands, which is what should be predicted. */
  Optional<String> target() {
    List<String> names = names();
    return names.size() > width && width > 1
        ? IntStream.of(width).mapToObj(names::get).findFirst()
        : Optional.empty();
  }
}
