package dev.backstep.check.meaning.weights;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files of arrays that are written as {@code Wxh 4 9; inputs 6 i}, and what is read of them. */
final class WrittenFile {
  private WrittenFile() {}

  /**
   * Arrays of these names and sizes, each with numbers of its own; whole ones where it ends in i.
   */
  static Map<String, NdArray> arrays(String written) {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    double value = 0;
    for (String each : written.strip().split("; ")) {
      List<String> words = new ArrayList<>(List.of(each.strip().split(" ")));
      String name = words.remove(0);
      boolean isWhole = words.remove("i");
      int[] shape = words.stream().mapToInt(Integer::parseInt).toArray();
      double[] values = new double[(int) NdArray.count(shape)];
      for (int i = 0; i < values.length; i++) {
        value++;
        values[i] = isWhole ? i : value / 1024;
      }
      NdArray.Kind kind = isWhole ? NdArray.Kind.INTEGER : NdArray.Kind.FLOAT64;
      arrays.put(name, new NdArray(kind, shape, values));
    }
    return arrays;
  }

  /** A source and whether its axes are those of the file in the other order. */
  static String text(Source source) {
    boolean isMatrix = source.shape().length == 2;
    return source.name() + (isMatrix && isTransposed(source) ? " transposed" : "");
  }

  private static boolean isTransposed(Source source) {
    boolean isWide = source.shape()[0] < 2;
    String first = source.place().index(0, 0);
    String next = isWide ? source.place().index(0, 1) : source.place().index(1, 0);
    return lastIndex(first).equals(lastIndex(next)) == isWide;
  }

  private static String lastIndex(String index) {
    return index.replaceAll(".*[ \\[](\\d+)]$", "$1");
  }

  /** What a line of expectations is not met by: {@code W1 = Wxh transposed; dbh = dbh}. */
  static List<String> misread(Weights weights, String expected) {
    List<String> misread = new ArrayList<>();
    for (String each : expected.strip().split("; ")) {
      String[] sides = each.strip().split(" = ", 2);
      List<String> there =
          weights.arrays().getOrDefault(sides[0], List.of()).stream()
              .map(WrittenFile::text)
              .toList();
      boolean isRead =
          there.contains(sides[1])
              || (sides[0].startsWith("d") && there.contains(sides[1] + " transposed"));
      if (!isRead) {
        misread.add(sides[0] + " is " + there + " and should be " + sides[1]);
      }
    }
    return misread;
  }

  /** The entry of an array at an index as Python writes it. */
  static double entry(NdArray array, String index) {
    int[] there =
        Arrays.stream(index.replaceAll("[\\[\\] ]", "").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    int offset = 0;
    for (int axis = 0; axis < there.length; axis++) {
      offset = offset * array.shape()[axis] + there[axis];
    }
    return array.values()[offset];
  }

  /** The paragraphs of a file of test data. */
  static List<String[]> paragraphs(String name, String between) {
    try (InputStream in = WrittenFile.class.getResourceAsStream("/weights/" + name)) {
      String text = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      return Arrays.stream(text.replace("\r\n", "\n").strip().split(between))
          .map(paragraph -> paragraph.split("\n"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
