package dev.backstep.check.meaning;

import dev.backstep.check.meaning.sequences.SequenceSearch;
import dev.backstep.check.meaning.sequences.Sequences;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.WeightSearch;
import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways in which the arrays of a file may be meant. */
public final class Meanings {
  private Meanings() {}

  /**
   * The likeliest first; none if not enough is there.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it: {@code --map W2=W}
   */
  public static List<Meaning> of(Map<String, NdArray> arrays, Map<String, String> mapped) {
    return of(WeightSearch.of(arrays, mapped), arrays, mapped, false);
  }

  /** The same, and those whose names suit less, which only their numbers can prove. */
  public static List<Meaning> withUnlikely(
      Map<String, NdArray> arrays, Map<String, String> mapped) {
    return of(WeightSearch.withUnlikely(arrays, mapped), arrays, mapped, true);
  }

  private static List<Meaning> of(
      List<Weights> all, Map<String, NdArray> arrays, Map<String, String> mapped, boolean isWide) {
    return all.stream()
        .flatMap(
            weights ->
                SequenceSearch.of(arrays, mapped, weights, isWide).stream()
                    .map(sequences -> meaning(weights, sequences)))
        .toList();
  }

  private static Meaning meaning(Weights weights, Sequences sequences) {
    Map<String, List<Source>> all = new HashMap<>(weights.arrays());
    all.putAll(sequences.arrays());
    List<String> remarks = new ArrayList<>(weights.remarks());
    remarks.addAll(sequences.remarks());
    return new Meaning(
        weights.dialect().title(),
        weights.cells(),
        sequences.heads(),
        all,
        remarks,
        sequences.characters());
  }
}
