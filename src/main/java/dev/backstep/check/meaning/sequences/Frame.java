package dev.backstep.check.meaning.sequences;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An input, by which B and T are known.
 *
 * @param input what is read
 * @param view of the file, where it is one array
 * @param next the same sequences one timestep later, where the input is all but the last of them
 * @param longest as many timesteps as the input has, of which T are read
 * @param isBackward whether what stands beside the input in the file runs from its end
 * @param used the arrays of the file
 * @param oddness how unlikely it is
 * @param remarks what was taken for granted
 */
record Frame(
    Series input,
    Optional<View> view,
    Optional<View> next,
    int longest,
    boolean isBackward,
    Set<String> used,
    int oddness,
    List<String> remarks) {
  Frame {
    used = Set.copyOf(used);
    remarks = List.copyOf(remarks);
  }

  /** B. */
  int batch() {
    return input.batch();
  }

  /** T. */
  int time() {
    return input.time();
  }

  /** A name of exactly what is read. */
  String reading() {
    return input.kind() + view.map(View::reading).orElse(input.name());
  }
}
