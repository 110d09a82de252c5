package dev.backstep.check.meaning.names;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gradients that are called in a way of the program's own: several arrays have the shape of another
 * one each and its name, with the same before and behind it, as {@code Whh_bptt}.
 */
public final class OtherAffixes {
  private static final int MOST = 300;

  /** What is no gradient: a number, a gate, a layer. */
  private static final Pattern NONE =
      Pattern.compile(".?|\\d*|.*(\\d|rnn|lstm|gru|layer|coder|fc|cell|emb|dense|linear|gate).*");

  private OtherAffixes() {}

  /**
   * The name of the weight of each gradient.
   *
   * @param arrays that are neither gradients by their names nor have any
   */
  public static Map<String, String> of(Map<String, NdArray> arrays) {
    List<String> names =
        arrays.keySet().stream()
            .filter(name -> !name.isEmpty() && !SequenceNames.has(name))
            .limit(MOST)
            .toList();
    Map<List<String>, Map<String, String>> byAffixes = new LinkedHashMap<>();
    for (String gradient : names) {
      for (String weight : names) {
        if (gradient.length() > weight.length()
            && Arrays.equals(shape(arrays, gradient), shape(arrays, weight))) {
          addAll(byAffixes, gradient, weight);
        }
      }
    }
    return byAffixes.values().stream()
        .filter(pairs -> isOfWeights(pairs, arrays))
        .max((one, other) -> Integer.compare(one.size(), other.size()))
        .orElse(Map.of());
  }

  private static int[] shape(Map<String, NdArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name).shape();
  }

  private static void addAll(
      Map<List<String>, Map<String, String>> byAffixes, String gradient, String weight) {
    for (int at = gradient.indexOf(weight); at >= 0; at = gradient.indexOf(weight, at + 1)) {
      String before = gradient.substring(0, at);
      String behind = gradient.substring(at + weight.length());
      String both = (before + behind).toLowerCase(Locale.ROOT).replaceAll("[_./]", "");
      if (!NONE.matcher(both).matches() && !GradientNames.isOfOther(before, behind)) {
        byAffixes
            .computeIfAbsent(List.of(before, behind), key -> new LinkedHashMap<>())
            .put(gradient, weight);
      }
    }
  }

  /** At least two, a matrix among them, and none of them both a weight and a gradient. */
  private static boolean isOfWeights(Map<String, String> pairs, Map<String, NdArray> arrays) {
    Set<String> gradients = pairs.keySet();
    return pairs.size() > 1
        && pairs.values().stream().anyMatch(name -> shape(arrays, name).length > 1)
        && pairs.values().stream().noneMatch(gradients::contains);
  }
}
