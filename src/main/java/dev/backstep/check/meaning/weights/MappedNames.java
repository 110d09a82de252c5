package dev.backstep.check.meaning.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the user says that arrays of the file are, by the names of the project or of the field. */
final class MappedNames {
  private static final Map<String, String> OF_FIELD =
      Map.of("Wxh", "W1", "Whh", "W2", "Why", "W3", "by", "bo");

  private static final Pattern WEIGHT =
      Pattern.compile("W[123]|bh|bo|E|b|b_hn|(W1|W2|b)_[ifgorzn]");
  private static final Pattern GRADIENT = Pattern.compile("d(" + WEIGHT.pattern() + ")");

  private final Map<String, String> namesHere = new LinkedHashMap<>();

  /**
   * By the user's list.
   *
   * @param filesByOurs the file's name of an array by ours
   */
  MappedNames(Map<String, String> filesByOurs) {
    filesByOurs.forEach((here, there) -> namesHere.put(there, ours(here)));
  }

  /** Whether a weight or its gradient is called so here, or in the field. */
  static boolean isName(String name) {
    String ours = ours(name);
    return WEIGHT.matcher(ours).matches() || GRADIENT.matcher(ours).matches();
  }

  private static String ours(String name) {
    return name.startsWith("d") && OF_FIELD.containsKey(name.substring(1))
        ? "d" + OF_FIELD.get(name.substring(1))
        : OF_FIELD.getOrDefault(name, name);
  }

  /** The name here of the weight that an array is said to be. */
  Optional<String> weight(String there) {
    return Optional.ofNullable(namesHere.get(there)).filter(WEIGHT.asMatchPredicate());
  }

  boolean isWeight(String there) {
    return weight(there).isPresent();
  }

  /** The name here of the gradient that an array is said to be. */
  Optional<String> gradient(String there) {
    return Optional.ofNullable(namesHere.get(there)).filter(GRADIENT.asMatchPredicate());
  }

  /** Whether an array is said to be what is no weight. */
  boolean isOther(String there) {
    return namesHere.containsKey(there) && !isWeight(there);
  }

  /** The file's name of what is said to be this. */
  Optional<String> there(String here) {
    return namesHere.entrySet().stream()
        .filter(each -> each.getValue().equals(here))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether an array may be this weight: it is said to be, or neither it nor another one is. */
  boolean allows(String there, String here) {
    return weight(there)
        .map(said -> said.equals(here) || said.startsWith(here + "_"))
        .orElseGet(() -> !namesHere.containsValue(here));
  }
}
