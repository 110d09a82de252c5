package dev.backstep.check.meaning.names;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Gradients that are told by their places alone: {@code grads_0}, {@code grads_1} in the order of
 * the weights, or {@code arr_7} as {@code np.savez(file, *params, *grads)} writes it.
 */
public final class ListedGradients {
  private static final Pattern OF_LIST =
      Pattern.compile(
          "(d|g|grads?|gradients?|d_?params?|gradient_?list|grad_?list)[_./\\[]*\\d+\\]?");
  private static final Pattern NUMBERED = Pattern.compile("arr_\\d+");

  private ListedGradients() {}

  /**
   * The name of the weight of each gradient.
   *
   * @param arrays that are no gradients by their names
   */
  public static Map<String, String> of(Map<String, NdArray> arrays) {
    List<String> listed = arrays.keySet().stream().filter(OF_LIST.asMatchPredicate()).toList();
    List<String> others =
        arrays.keySet().stream()
            .filter(name -> !listed.contains(name) && !SequenceNames.has(name))
            .toList();
    return listed.isEmpty() ? repeated(arrays) : inOrder(arrays, listed, others);
  }

  /** Each of a list is of the first weight of its shape that none is of. */
  private static Map<String, String> inOrder(
      Map<String, NdArray> arrays, List<String> listed, List<String> others) {
    List<String> free = new ArrayList<>(others);
    Map<String, String> weights = new LinkedHashMap<>();
    for (String gradient : listed) {
      free.stream()
          .filter(name -> isSame(arrays, name, gradient))
          .findFirst()
          .ifPresent(
              name -> {
                weights.put(gradient, name);
                free.remove(name);
              });
    }
    return weights;
  }

  /** Of arrays without names, the longest row of shapes that comes twice. */
  private static Map<String, String> repeated(Map<String, NdArray> arrays) {
    List<String> names = arrays.keySet().stream().filter(NUMBERED.asMatchPredicate()).toList();
    int most = 1;
    int start = 0;
    int again = 0;
    for (int first = 0; first < names.size(); first++) {
      for (int second = first + 1; second < names.size(); second++) {
        int length = 0;
        while (first + length < second
            && second + length < names.size()
            && isSame(arrays, names.get(first + length), names.get(second + length))) {
          length++;
        }
        if (length > most) {
          most = length;
          start = first;
          again = second;
        }
      }
    }
    Map<String, String> weights = new LinkedHashMap<>();
    for (int i = 0; most > 1 && i < most; i++) {
      weights.put(names.get(again + i), names.get(start + i));
    }
    return weights;
  }

  private static boolean isSame(Map<String, NdArray> arrays, String one, String other) {
    return Arrays.equals(shape(arrays, one), shape(arrays, other));
  }

  private static int[] shape(Map<String, NdArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name).shape();
  }
}
