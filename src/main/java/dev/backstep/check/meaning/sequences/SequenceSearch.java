package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which the arrays of a file that are no weights may be meant. */
public final class SequenceSearch {
  /** More ways than these are no longer reasonable. */
  private static final int MOST = 12;

  /** The same of those that only their numbers can prove, which may leave more arrays out. */
  private static final int MOST_UNLIKELY = 24;

  private static final int LESS_READ = 1;

  private SequenceSearch() {}

  /** Whether an array may be said to be what is called so here. */
  public static boolean isName(String ours) {
    return ours.equals("steps") || UsualNames.isOurs(ours);
  }

  /**
   * The likeliest first; none if there is no input.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it
   * @param weights of the file in one of their ways
   * @throws TooLongException if there is an input, and no room for what is computed of it
   */
  public static List<Sequences> of(
      Map<String, NdArray> arrays, Map<String, String> mapped, Weights weights) {
    return of(arrays, mapped, weights, false);
  }

  /**
   * The same, and those that are less likely, where only the numbers can prove which is meant.
   *
   * @param isWide whether those are looked for
   */
  public static List<Sequences> of(
      Map<String, NdArray> arrays, Map<String, String> mapped, Weights weights, boolean isWide) {
    NonWeightArrays found = new NonWeightArrays(arrays, mapped, weights);
    Room room = new Room(weights);
    room.requireWeights();
    List<Frame> frames = room.within(new InputSearch(found).frames());
    List<Draft> drafts = new ArrayList<>();
    for (Frame frame : frames) {
      found.orders().stream()
          .filter(frame::allows)
          .limit(found.isOrderOpen() ? Long.MAX_VALUE : 1)
          .forEach(order -> drafts.addAll(drafts(new Draft(found, frame, order))));
    }
    return sequences(likeliest(drafts, found, isWide), found);
  }

  private static List<Draft> drafts(Draft input) {
    List<Draft> drafts =
        GoalSearch.of(input).stream().flatMap(goal -> StateSearch.of(goal).stream()).toList();
    drafts.forEach(RowSearch::take);
    drafts.forEach(OtherSearch::take);
    return drafts;
  }

  /** Those that leave the fewest arrays out, each reading once. */
  private static List<Draft> likeliest(List<Draft> drafts, NonWeightArrays found, boolean isWide) {
    List<Order> orders = found.orders();
    int best = drafts.stream().mapToInt(SequenceSearch::worth).max().orElse(0);
    List<Draft> fullest =
        drafts.stream().filter(draft -> worth(draft) >= best - (isWide ? LESS_READ : 0)).toList();
    int least = fullest.stream().mapToInt(SequenceSearch::unlikeliness).min().orElse(0);
    Map<String, Draft> once = new LinkedHashMap<>();
    fullest.stream()
        .filter(draft -> unlikeliness(draft) < least + Frame.UNREASONABLE * (isWide ? 2 : 1))
        .sorted(
            Comparator.comparingInt(SequenceSearch::unlikeliness)
                .thenComparingInt(draft -> orders.indexOf(draft.order())))
        .forEach(draft -> once.putIfAbsent(draft.reading(), draft));
    return once.values().stream().limit(isWide ? MOST_UNLIKELY : MOST).toList();
  }

  private static int unlikeliness(Draft draft) {
    return draft.exchanges() + draft.penalty();
  }

  /** How much of a file is read; without a loss almost nothing can be checked. */
  private static int worth(Draft draft) {
    boolean hasLoss = draft.has("y") || draft.has("upstream_dh");
    return draft.used().size() + (hasLoss ? 3 : 0);
  }

  private static List<Sequences> sequences(List<Draft> drafts, NonWeightArrays found) {
    Map<String, Source> copied = new HashMap<>();
    List<String> characters = IdCharacters.of(found);
    return drafts.stream()
        .map(
            draft ->
                new Sequences(draft.heads(), draft.sources(copied), draft.remarks(), characters))
        .toList();
  }
}
