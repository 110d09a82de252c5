package dev.backstep.net;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.Notation.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Random names for everything that a net has, for tests. */
public final class Renamings {
  private static final Pattern TOKEN = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

  private static final List<String> SHAPES =
      List.of(
          "q%dq", "rnn.w$1_q%dq", "W_q%dq[5:10]", "q%dq[:, 5:]", "a/q%dq/kernel", "p[\"q%dq\"]");

  private Renamings() {}

  /**
   * A notation with names of its own for all that a net has.
   *
   * @param usual the names that the same things have in the notation that it is like
   * @param back from text in it to the text in the notation that it is like
   */
  public record Renamed(Notation notation, Set<String> usual, UnaryOperator<String> back) {
    /** The usual names that stand in a text all the same; letters of indices are not told apart. */
    public List<String> leftIn(String text) {
      return TOKEN
          .matcher(text)
          .results()
          .map(MatchResult::group)
          .filter(name -> usual.contains(name) && !name.equals("i"))
          .toList();
    }
  }

  /** Names as files have them, in the orientation of another notation. */
  public static Renamed strange(Net net, Notation like, SeededRandom random) {
    return strange(net, like, random, SHAPES);
  }

  /** Names that are letters and digits. */
  public static Renamed plain(Net net, Notation like, SeededRandom random) {
    return strange(net, like, random, List.of("q%dq"));
  }

  private static Renamed strange(Net net, Notation like, SeededRandom random, List<String> shapes) {
    Map<String, String> usual = usual(net, like);
    Map<String, String> names = new LinkedHashMap<>();
    for (String ours : usual.keySet()) {
      String shape = shapes.get(random.nextInt(shapes.size()));
      names.put(ours, shape.formatted(1000 + names.size()));
    }
    return new Renamed(
        notation(net, like.hasColumns(), names, like),
        Set.copyOf(usual.values()),
        text -> {
          String back = text;
          for (Map.Entry<String, String> each : names.entrySet()) {
            back = back.replace(each.getValue(), usual.get(each.getKey()));
          }
          return back;
        });
  }

  /** The names of a notation, each for something else. */
  public static Renamed exchanged(Net net, Notation like, SeededRandom random) {
    Map<String, String> usual = usual(net, like);
    List<String> shuffled = new ArrayList<>(usual.values());
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      shuffled.set(i, shuffled.set(other, shuffled.get(i)));
    }
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> back = new HashMap<>();
    usual.forEach(
        (ours, name) -> {
          names.put(ours, shuffled.get(names.size()));
          back.put(names.get(ours), name);
        });
    return new Renamed(
        notation(net, like.hasColumns(), names, like),
        Set.copyOf(usual.values()),
        text ->
            TOKEN
                .matcher(text)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(back.getOrDefault(found.group(), found.group()))));
  }

  /** Names that Python can be asked to compute with, and weights that stand this way and that. */
  public static Notation turned(Net net, SeededRandom random) {
    Map<String, Standing> weights = new HashMap<>();
    Map<String, String> others = new HashMap<>();
    for (Weight weight : net.weights()) {
      boolean isTransposed = !weight.isBias() && random.nextInt(2) == 0;
      weights.put(weight.name(), new Standing("weights['" + weight + "']", isTransposed));
      others.put("d" + weight, "sums['" + weight + "']");
    }
    net.vectors().forEach(vector -> others.put(vector.name(), "my_" + vector));
    others.put("x", "id_x");
    others.put("y", "id_y");
    return Notation.of(random.nextInt(2) == 0, weights, others);
  }

  /** What everything is called in a notation that is of no file, by the project's names. */
  private static Map<String, String> usual(Net net, Notation like) {
    Map<String, String> usual = new LinkedHashMap<>();
    for (Weight weight : net.weights()) {
      usual.put(weight.name(), like.name(weight));
      usual.put("d" + weight, like.gradient(weight));
    }
    net.vectors().forEach(vector -> usual.put(vector.name(), vector.written()));
    net.states().forEach(state -> usual.put(state + "_prev", state + "_prev"));
    Stream.of("x", "y", "w", "V", net.logit()).forEach(word -> usual.putIfAbsent(word, word));
    return usual;
  }

  private static Notation notation(
      Net net, boolean hasColumns, Map<String, String> names, Notation like) {
    Map<String, String> others = new HashMap<>(names);
    Map<String, Standing> weights = new HashMap<>();
    for (Weight weight : net.weights()) {
      String name = others.remove(weight.name());
      weights.put(weight.name(), new Standing(name, like.isTransposed(weight)));
    }
    return Notation.of(hasColumns, weights, others);
  }
}
