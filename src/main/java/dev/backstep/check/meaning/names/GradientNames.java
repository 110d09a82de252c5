package dev.backstep.check.meaning.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which name is that of the gradient of which array: {@code dWhh}, {@code fc.weight.grad}, {@code
 * grad/lstm/kernel} hold the name of the weight, and beside it what says that they are gradients.
 */
public final class GradientNames {
  /** What may stand before or behind the name of a weight, or before its last part. */
  private static final Pattern GRADIENT =
      Pattern.compile(
          "[_./'"
              + " \\[\\]]*(d|dl_?d?_?|d_?l_?d?_?|d_?[ejc]_?d_?|de_?|dj_?|d_?loss_?d?_?|grads?|gradients?|g|delta|"
              + "deltas|del|nabla|update|updates|upd|diff|derivative|deriv|partial|∂|∇|δ|δ|total_?grad|(sum|acc|accum|total|new)_?(d|grad)|(grads?|gradients?)[_./'"
              + " \\[\\]]*(d|g))[_./' \\[\\]]*");

  /** A gradient only where others are called so as well; alone, a gate may be meant: W_g, gW. */
  private static final Pattern DOUBTFUL = Pattern.compile("[_./]*(g|diff|upd|updates?|d)[_./]*");

  /** What else is called as a weight is: memories of an optimizer, copies, other gradients. */
  private static final Pattern OTHER =
      Pattern.compile(
          "[_./]*(m|v|mem|memory|momentum|mom|velocity|vel|caches?|adagrad|rms|rmsprop|adam|after"
              + "|new|updated|next|old|before|copy|init|initial|best|avg|mean|num|numeric|numerical"
              + "|numgrad|num_?grad|approx|estimated?|check|fd|exp_avg|exp_avg_sq|params_after"
              + "|first_moment|second_moment)[_./]*");

  private static final Pattern PARAMETERS =
      Pattern.compile("(params?|parameters?|weights|self|model|net|module)[_./\\[\\]' ]+(?=.)");

  private final Map<String, String> byKey = new LinkedHashMap<>();
  private final Map<String, Integer> uses = new LinkedHashMap<>();

  /**
   * Of these names.
   *
   * @param names of all arrays
   */
  public GradientNames(List<String> names) {
    for (String name : names) {
      byKey.putIfAbsent(key(name), name);
      byKey.putIfAbsent(PARAMETERS.matcher(key(name)).replaceFirst(""), name);
    }
    for (String name : names) {
      bases(name, GRADIENT).forEach(base -> uses.merge(base.rest(), 1, Integer::sum));
    }
  }

  private static String key(String name) {
    return name.replaceFirst(":\\d+$", "").replaceFirst("'?\\]$", "");
  }

  /**
   * A name that is in another, and what that has beside it.
   *
   * @param name of the array that the gradient may be of
   */
  private record Base(String name, String rest) {}

  /** The name of what an array is called the gradient of. */
  public Optional<String> weight(String name) {
    return bases(name, GRADIENT)
        .filter(base -> !DOUBTFUL.matcher(base.rest()).matches() || isUsed(base.rest()))
        .map(Base::name)
        .findFirst();
  }

  private boolean isUsed(String rest) {
    return rest.equals("d") || Objects.requireNonNullElse(uses.get(rest), 0) > 1;
  }

  /** Whether it is called as a copy or memory of another array is. */
  public boolean isOther(String name) {
    return bases(name, OTHER).findFirst().isPresent();
  }

  /** Whether what stands before and behind a name says that it is of a copy or memory. */
  public static boolean isOfOther(String before, String behind) {
    return OTHER.matcher(before.toLowerCase(Locale.ROOT)).matches()
        || OTHER.matcher(behind.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether it is called as a gradient of something that is not there. */
  public static boolean isGradient(String name) {
    String key = key(name);
    return key.matches("(d|dL_?d?|grads?[_./]|gradients?[_./]|grad_?)[WUVbwBE]\\w*")
        || key.endsWith(".grad")
        || key.endsWith("_grad");
  }

  private Stream<Base> bases(String name, Pattern beside) {
    String key = key(name);
    List<Base> found = new ArrayList<>();
    for (int start = 0; start <= key.length(); start++) {
      if (start > 0 && !isBoundary(key, start)) {
        continue;
      }
      for (int end = start + 1; end <= key.length(); end++) {
        addBase(key, start, end, beside, found);
      }
    }
    return found.stream();
  }

  /**
   * Only a beginning, an end behind a separator, and what is behind a separator may be taken out.
   */
  private static boolean isBoundary(String key, int start) {
    return isSeparator(key, start - 1)
        || isSeparator(key, start)
        || (start < key.length()
            && Character.isUpperCase(key.charAt(start))
            && Character.isLowerCase(key.charAt(start - 1)));
  }

  private static boolean isSeparator(String key, int place) {
    return place >= 0 && place < key.length() && "_./[' ".indexOf(key.charAt(place)) >= 0;
  }

  private void addBase(String key, int start, int end, Pattern beside, List<Base> found) {
    String rest = key.substring(start, end).toLowerCase(Locale.ROOT);
    String base = key.substring(0, start) + key.substring(end);
    String there = byKey.get(base);
    if (there == null || key(there).equals(key) || base.isEmpty()) {
      return;
    }
    if (beside.matcher(rest).matches()) {
      found.add(new Base(there, rest));
    }
  }
}
