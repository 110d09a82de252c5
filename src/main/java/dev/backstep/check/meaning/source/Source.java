package dev.backstep.check.meaning.source;

import dev.backstep.math.NdArray;

/**
 * Numbers of a file in the project's shape, and where they stand there.
 *
 * @param name as Python writes it: {@code Wf[:, 5:]}, {@code rnn.bias_hh_l0.grad[5:10]}
 * @param array the array of the file that they are of
 * @param shape in the project's order of axes
 * @param values row after row in that shape; not to be modified
 * @param kind how many digits they have
 * @param place where an entry stands in the file
 */
public record Source(
    String name, String array, int[] shape, double[] values, NdArray.Kind kind, Place place) {
  /** Where an entry stands in the file. */
  @FunctionalInterface
  public interface Place {
    /**
     * The index in the array of the file, as Python writes it: {@code [3, 5]}.
     *
     * @param index one for each axis of the project's shape
     */
    String index(int... index);
  }
}
