package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import java.util.List;
import java.util.Map;

/** The ways in which the arrays of a file that are no weights may be meant. */
public final class SequenceSearch {
  private SequenceSearch() {}

  /**
   * The likeliest first; none if there is no input.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it
   * @param weights of the file in one of their ways
   */
  public static List<Sequences> of(
      Map<String, NdArray> arrays, Map<String, String> mapped, Weights weights) {
    return List.of();
  }
}
