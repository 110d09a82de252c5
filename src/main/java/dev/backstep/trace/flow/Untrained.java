package dev.backstep.trace.flow;

import dev.backstep.model.Example;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.stream.IntStream;

/** Traces of copies, which no optimiser trains. */
final class Untrained {
  private Untrained() {}

  /** That of an example whose characters are called as those of another trace. */
  static Trace of(Trace named, Example example) {
    List<String> labels =
        IntStream.range(0, named.shape().vocabulary()).mapToObj(named::label).toList();
    return Trace.of(
        labels, example, (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }
}
