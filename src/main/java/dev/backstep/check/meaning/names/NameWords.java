package dev.backstep.check.meaning.names;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a matrix or a bias says of what it leads from and to: {@code Wxh}. */
public final class NameWords {
  /** What a weight may be. */
  public enum Role {
    INPUT,
    RECURRENT,
    OUTPUT,
    EMBEDDING
  }

  private enum End {
    X,
    H,
    Y,
    E
  }

  public static final int SURE = 4;
  public static final int ONE_END = 3;
  private static final int LETTER = 2;
  private static final int AGAINST = -4;

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z][a-z])");
  private static final Pattern BETWEEN = Pattern.compile("[^a-zA-Z0-9]+");
  private static final Pattern TO = Pattern.compile("(?<=[a-z])2(?=[a-z])");
  private static final Pattern DIGITS = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

  private static final Set<String> EMPTY =
      Set.of(
          "w",
          "weight",
          "weights",
          "kernel",
          "matrix",
          "mat",
          "param",
          "params",
          "parameters",
          "model",
          "self",
          "net",
          "rnn",
          "lstm",
          "gru",
          "cell",
          "layer",
          "l",
          "simple",
          "module",
          "b",
          "bias",
          "biases",
          "to",
          "gate",
          "synapse",
          "syn",
          "theta",
          "p",
          "arr");

  private static final Map<String, List<End>> WORDS = words();

  private static final Map<Character, End> LETTERS =
      Map.ofEntries(
          entry('x', End.X),
          entry('i', End.X),
          entry('h', End.H),
          entry('a', End.H),
          entry('s', End.H),
          entry('r', End.H),
          entry('y', End.Y),
          entry('o', End.Y),
          entry('q', End.Y),
          entry('v', End.Y),
          entry('k', End.Y));

  /** Letters that stand for a matrix in a set that has no other names. */
  private static final Map<String, Role> ALONE =
      Map.of(
          "u", Role.INPUT,
          "v", Role.OUTPUT,
          "w", Role.RECURRENT,
          "w1", Role.INPUT,
          "w2", Role.RECURRENT,
          "w3", Role.OUTPUT,
          "a", Role.RECURRENT,
          "c", Role.OUTPUT,
          "e", Role.EMBEDDING);

  private NameWords() {}

  private static Map<String, List<End>> words() {
    Map<String, List<End>> words = new HashMap<>();
    put(words, "in inp input inputs", End.X);
    put(words, "hid hidden rec recur state prev self context trans transition", End.H);
    put(
        words,
        "out output outputs fc linear lin dense decoder dec affine classifier cls head softmax"
            + " proj vocab logits logit readout pred target label class fc1 ho",
        End.Y);
    put(words, "emb embed embedding embeddings encoder enc lookup wte word lut table", End.E);
    words.put("recurrent", List.of(End.H, End.H));
    words.put("ho", List.of(End.H, End.Y));
    return words;
  }

  private static void put(Map<String, List<End>> words, String all, End end) {
    for (String word : all.split(" ", -1)) {
      words.put(word, List.of(end));
    }
  }

  /**
   * How well a name suits a role: above 0 where it says so, below where it says another.
   *
   * @param name of a matrix
   */
  public static int score(String name, Role role) {
    String bare = bare(name);
    Role alone = ALONE.get(bare);
    if (alone != null) {
      return alone == role ? LETTER : -1;
    }
    List<End> ends = ends(name);
    if (ends.isEmpty() || bare.length() == 1) {
      return 0;
    }
    boolean fits = fits(ends, role);
    return !fits ? AGAINST : ends.size() > 1 ? SURE : ONE_END;
  }

  private static boolean fits(List<End> ends, Role role) {
    int hidden = Collections.frequency(ends, End.H);
    boolean hasInput = ends.contains(End.X);
    boolean hasOutput = ends.contains(End.Y);
    boolean hasEmbedding = ends.contains(End.E);
    return switch (role) {
      case EMBEDDING -> hasEmbedding && hidden == 0;
      case RECURRENT -> hidden > 1 || (hidden == 1 && !hasInput && !hasOutput && !hasEmbedding);
      case INPUT -> hidden < 2 && (hasInput || (hasEmbedding && hidden == 1)) && !hasOutput;
      case OUTPUT -> hidden < 2 && hasOutput && !hasInput;
    };
  }

  /** Whether the name of a bias says that it is one of the output, of the cell, or neither. */
  public static int outputBias(String name) {
    List<End> ends = ends(name);
    if (ends.contains(End.Y)) {
      return ONE_END;
    }
    return ends.isEmpty() ? 0 : AGAINST;
  }

  /** Whether the name of a bias says that it is beside the matrix of the state before. */
  public static boolean isOfState(String name) {
    List<End> ends = ends(name);
    return Collections.frequency(ends, End.H) > 0 && !ends.contains(End.X);
  }

  /** Whether an array is called as biases are. */
  public static boolean isBias(String name) {
    String bare = bare(name);
    return bare.contains("bias") || bare.matches("(.*[_./])?b([_.]?[a-z0-9]{0,3}|[_.].*)");
  }

  /** The number at the end of a name; −1 if there is none. */
  public static int number(String name) {
    String digits = bare(name).replaceFirst("^.*?(\\d+)$", "$1");
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
  }

  /** A name without what is the same for all: {@code params_}, {@code :0}. */
  public static String bare(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceFirst(":\\d+$", "")
        .replaceFirst(
            "^((params?|parameters?|weights|self|model|net|module)[_./\\[\\]']+)+(?=.)", "")
        .replaceFirst("'\\]$", "");
  }

  private static List<End> ends(String name) {
    List<End> ends = new ArrayList<>();
    for (String word : words(name)) {
      ends.addAll(ends(word, true));
    }
    return ends;
  }

  private static List<String> words(String name) {
    String spaced = CAMEL.matcher(name.replaceFirst(":\\d+$", "")).replaceAll(" ");
    List<String> words = new ArrayList<>();
    for (String each : BETWEEN.split(spaced.toLowerCase(Locale.ROOT), 0)) {
      for (String part : TO.split(each, 0)) {
        words.addAll(List.of(DIGITS.split(part, 0)));
      }
    }
    return words;
  }

  private static List<End> ends(String word, boolean mayBegin) {
    if (EMPTY.contains(word) || word.isEmpty()) {
      return List.of();
    }
    List<End> known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    boolean isPrefixed = mayBegin && word.length() > 1 && word.matches("[wb].*");
    if (isPrefixed) {
      List<End> rest = ends(word.substring(1), false);
      if (!rest.isEmpty()) {
        return rest;
      }
    }
    return word.length() <= 2 ? letters(word) : List.of();
  }

  private static List<End> letters(String word) {
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      End end = LETTERS.get(word.charAt(i));
      if (end == null) {
        return List.of();
      }
      ends.add(end);
    }
    return ends;
  }
}
