package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import java.util.Map;

/**
 * What everything else is computed from, in the project's shapes.
 *
 * @param parameters kept; the caller does not change them any more
 * @param inputs T character ids
 * @param targets T character ids
 * @param h0 (H)
 */
public record Given(Parameters parameters, int[] inputs, int[] targets, double[] h0) {
  /**
   * Recognises the weights and the sequence among the arrays of a file.
   *
   * @param source the name of the file, for messages
   * @throws SubmissionException if one of W1, W2, W3, x and y is missing or cannot be read
   */
  public static Given of(String source, Map<String, NdArray> arrays) throws SubmissionException {
    FoundArrays found = new FoundArrays(source, arrays);
    GivenReader reader = new GivenReader(found, new Shaping(found), Orientation.of(found));
    Given given = reader.read();
    if (!reader.hasLoss()) {
      throw found.refused(
          "it must hold W1, W2, W3, x and y (or the same in the names of min-char-rnn or PyTorch)");
    }
    return given;
  }

  /** The same with other weights. */
  public Given with(Parameters others) {
    return new Given(others, inputs, targets, h0);
  }

  /** The same from another state. */
  public Given from(double[] state) {
    return new Given(parameters, inputs, targets, state);
  }

  /** T. */
  public int length() {
    return inputs.length;
  }

  /** Whether the sequence begins with a hidden state of zeros. */
  public boolean hasZeroState() {
    for (double entry : h0) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }
}
