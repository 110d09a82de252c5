package dev.backstep.check.meaning.sequences;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An input, by which B and T are known.
 *
 * @param input what is read
 * @param view of the file, where it is one array
 * @param next the same sequences one timestep later, where the input is all but the last of them
 * @param longest as many timesteps as the input has, of which T are read
 * @param isBackward whether what stands beside the input in the file runs from its end
 * @param used the arrays of the file
 * @param penalty how unlikely it is
 * @param remarks what was taken for granted
 */
record Frame(
    InputOrTarget input,
    Optional<View> view,
    Optional<View> next,
    int longest,
    boolean isBackward,
    Set<String> used,
    int penalty,
    List<String> remarks) {
  /** So much less likely than another is no reasonable way to mean an array. */
  static final int UNREASONABLE = 8;

  Frame {
    used = Collections.unmodifiableSet(new LinkedHashSet<>(used));
    remarks = Stream.concat(input.remarks(), remarks.stream()).toList();
  }

  /** B. */
  int batch() {
    return input.batch();
  }

  /** T. */
  int time() {
    return input.time();
  }

  /** Whether sequences and timesteps stand in this order in the input, as far as it tells. */
  boolean allows(Order order) {
    if (view.isEmpty() || batch() == 1 || time() == 1) {
      return true;
    }
    int[] axes = view.get().axes();
    return axes[0] < axes[1] == order.isBatchFirst();
  }
}
