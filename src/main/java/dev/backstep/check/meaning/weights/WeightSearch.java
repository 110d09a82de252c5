package dev.backstep.check.meaning.weights;

import dev.backstep.math.NdArray;
import java.util.List;
import java.util.Map;

/** The ways in which the arrays of a file may be weights and their gradients. */
public final class WeightSearch {
  private WeightSearch() {}

  /**
   * The likeliest first; none if there is no recurrent matrix.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it
   */
  public static List<Weights> of(Map<String, NdArray> arrays, Map<String, String> mapped) {
    return List.of();
  }
}
