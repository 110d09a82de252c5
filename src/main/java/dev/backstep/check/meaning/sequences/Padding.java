package dev.backstep.check.meaning.sequences;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which timesteps there are and whose loss counts, in one of the ways in which it may be meant.
 *
 * @param steps (B, T) whether there is a timestep and no padding
 * @param counts (B, T) whether its loss counts, where it is there
 * @param used the arrays that say so
 * @param penalty how unlikely it is
 * @param remarks what was taken for granted
 */
record Padding(
    boolean[][] steps, boolean[][] counts, Set<String> used, int penalty, List<String> remarks) {
  Padding {
    used = Collections.unmodifiableSet(new LinkedHashSet<>(used));
    remarks = List.copyOf(remarks);
  }

  /** The last timestep of a sequence. */
  int last(int sequence) {
    int last = steps[sequence].length - 1;
    while (last > 0 && !steps[sequence][last]) {
      last--;
    }
    return last;
  }
}
