package dev.backstep.net;

import dev.backstep.net.Notation.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that a file has for things of the project, and names that it has for nothing. */
final class NamesInFile {
  /** Behind the name of a vector for that of the cell before. */
  static final String PREV = "_prev";

  /**
   * A name of the project: no attribute of something, and no part of a word with hyphens, as the
   * names of faults are. A sign of transposition may follow, which is a letter.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.])(?<![\\p{L}\\p{N}]-)"
              + "[A-Za-z_]\\w*+(?![\\p{L}&&[^\\p{Lm}]])(?!-\\p{L})");

  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

  /** A name in a line of code that is no attribute and no place to be filled. */
  private static final Pattern IN_CODE = Pattern.compile("(?<![\\w.{])[A-Za-z_]\\w*+");

  private static final Map<String, Weight> WEIGHTS =
      Nets.weights().collect(Collectors.toMap(Weight::name, Function.identity()));

  private static final Map<String, Vector> VECTORS =
      Stream.of(Nets.vectors().stream(), Stream.of(Input.X, Head.Y, Head.UPSTREAM, PlainCell.DA))
          .flatMap(vectors -> vectors)
          .flatMap(v -> Stream.of(Map.entry(v.name(), v), Map.entry(v.written(), v)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

  private static final Pattern IDENTIFIER = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

  /** The gradient of the pre-activation, which plain cells call differently. */
  private static final Map<String, String> SAME =
      Map.of(Vanilla.DTANH.name(), PlainCell.DA.name(), PlainCell.DA.name(), Vanilla.DTANH.name());

  /** Those of no file. */
  static final NamesInFile NONE = new NamesInFile(Map.of(), Map.of());

  private final Map<String, Standing> weights;
  private final Map<String, String> others;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param weights by their names in the project
   * @param others whatever is no weight, likewise
   * @throws IllegalArgumentException if a weight is unknown or two things have one name
   */
  NamesInFile(Map<String, Standing> weights, Map<String, String> others) {
    weights.keySet().forEach(Nets::weight);
    this.weights = Map.copyOf(weights);
    Map<String, String> bracketed = new HashMap<>();
    others.forEach((ours, name) -> bracketed.put(ours, bracketed(name)));
    this.others = Map.copyOf(bracketed);
    Set<String> all = new HashSet<>();
    Stream.concat(weights.values().stream().map(Standing::name), bracketed.values().stream())
        .forEach(name -> add(all, name));
  }

  private void add(Set<String> all, String name) {
    if (!all.add(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is the name of two things; each must have a name of its own");
    }
    IDENTIFIER.matcher(name).results().map(MatchResult::group).forEach(taken::add);
  }

  /** In brackets what is a sum or the like, so that it can be a factor and have an index. */
  static String bracketed(String name) {
    String outside = name.replaceAll("\\[[^\\]]*\\]|\\([^)]*\\)", "");
    return outside.strip().contains(" ") ? "(" + name.strip() + ")" : name;
  }

  /** The weight of the file; null if it has none such. */
  @Nullable Standing weight(String ours) {
    return weights.get(ours);
  }

  /** What the file calls something that is no weight; null if it has no name for it. */
  @Nullable String name(String ours) {
    return others.getOrDefault(ours, others.get(SAME.getOrDefault(ours, ours)));
  }

  /** A name for something that the file has none for, and that is no name of anything else. */
  String free(String name) {
    // There are as many outputs as the softmax has, and that is what V stands for in equations.
    String free = name.equals("V") && taken.contains(name) ? "K" : name;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }

  /** The same as LaTeX. */
  String freeLatex(String name, String latex) {
    String free = free(name);
    return free.equals(name) ? latex : latex(free);
  }

  /** A name of a file as LaTeX. */
  static String latex(String name) {
    return name.matches("[A-Za-z]")
        ? name
        : "\\mathrm{" + name.replaceAll("([_#$%&{}])", "\\\\$1").replace(" ", "\\ ") + "}";
  }

  /** Words about the project's names; what is not one of those stays as it is. */
  String words(String words, Notation notation) {
    // Without a file the names of vectors are those that the words have.
    Pattern name = this == NONE ? WORD : NAME;
    return renamed(words, name, ours -> renamed(ours, notation, word -> word));
  }

  /** A line of NumPy, in which any word may be the name of something else in the file. */
  String line(String line, Notation notation) {
    if (this == NONE) {
      return line;
    }
    int comment = line.indexOf('#');
    return comment < 0
        ? renamed(line, IN_CODE, ours -> renamed(ours, notation, this::free))
        : line(line.substring(0, comment), notation) + commented(line.substring(comment), notation);
  }

  private String commented(String text, Notation notation) {
    int end = text.indexOf('\n');
    return end < 0
        ? words(text, notation)
        : words(text.substring(0, end), notation) + line(text.substring(end), notation);
  }

  private static String renamed(String text, Pattern name, UnaryOperator<String> renamed) {
    return name.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(renamed.apply(found.group())));
  }

  /**
   * What a weight, its gradient, a vector, or what else the file has a name for is called.
   *
   * @param word what any other word becomes
   */
  String renamed(String ours, Notation notation, UnaryOperator<String> word) {
    if (WEIGHTS.containsKey(ours)) {
      return notation.name(ours);
    }
    if (ours.startsWith("d") && WEIGHTS.containsKey(ours.substring(1))) {
      return notation.gradient(ours.substring(1));
    }
    String named = this == NONE ? ours : name(ours);
    if (named != null) {
      return named;
    }
    if (VECTORS.containsKey(ours)) {
      Vector vector = VECTORS.get(ours);
      return ours.equals(vector.name()) ? notation.name(vector) : notation.written(vector);
    }
    Vector state = ours.endsWith(PREV) ? VECTORS.get(ours.replace(PREV, "")) : null;
    return state == null ? word.apply(ours) : notation.before(state);
  }
}
