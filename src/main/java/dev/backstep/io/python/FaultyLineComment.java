package dev.backstep.io.python;

import dev.backstep.net.Notation;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The note on NumPy lines of a run with a faulty line: they are as they should be, and the numbers
 * of the run are not all theirs.
 */
final class FaultyLineComment {
  private FaultyLineComment() {}

  /** Comment lines, in ASCII; none where the rules are right. */
  static List<String> of(@Nullable Trace trace, Notation notation) {
    String wrong = trace == null ? "" : trace.faultyLine().in(notation);
    return wrong.isBlank()
        ? List.of()
        : Stream.concat(
                Stream.of("# This run has a fault:"), wrong.lines().map(line -> "#   " + line))
            .toList();
  }
}
