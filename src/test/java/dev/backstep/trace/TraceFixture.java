package dev.backstep.trace;

import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import java.util.List;
import java.util.stream.IntStream;

/** Traces to test, with plain gradient descent of learning rate 1 as the update. */
public final class TraceFixture {
  private TraceFixture() {}

  public static Trace of(ReferenceCase golden) {
    return Trace.of(
        labels(golden.shape().vocabulary()),
        new Example(golden.parameters(), golden.inputs(), golden.targets(), golden.h0()),
        TraceFixture::descend);
  }

  public static Trace of(RandomNet net) {
    return of(net.example());
  }

  public static Trace of(Example example) {
    return Trace.of(labels(example.shape().vocabulary()), example, TraceFixture::descend);
  }

  /** {@code p − g}, nothing clipped. */
  static Update descend(Parameters weights, Parameters gradients) {
    Parameters after = weights.copy();
    for (int i = 0; i < after.count(); i++) {
      for (int k = 0; k < after.data(i).length; k++) {
        after.data(i)[k] -= gradients.data(i)[k];
      }
    }
    return new Update(after, gradients.norm(), 1);
  }

  /** "a", "b", … by id. */
  static List<String> labels(int vocabulary) {
    return IntStream.range(0, vocabulary).mapToObj(id -> Character.toString('a' + id)).toList();
  }
}
