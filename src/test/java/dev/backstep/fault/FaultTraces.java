package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.stream.IntStream;

/** Traces by right and by wrong rules, with no update. */
final class FaultTraces {
  /** The net of the catalogue's signatures: T = 8, H = 32, weights 0.4·randn, h0 as carried. */
  static final RandomNet CARRIED = RandomNet.gaussian(3, 0.4, new Shape(27, 32), 8);

  /** The same from h0 = 0. */
  static final RandomNet FRESH = CARRIED.fromZeros();

  /** Padding goes so far. */
  static final int LONGEST = 11;

  private FaultTraces() {}

  static Trace right(RandomNet net) {
    return by(BackwardRules.RIGHT, net);
  }

  static Trace of(Fault fault, RandomNet net) {
    return by(fault.rules(), net);
  }

  static Trace by(BackwardRules rules, RandomNet net) {
    return of(net, Backward.by(rules, net.parameters().shape()), LONGEST);
  }

  static Trace of(RandomNet net, Backward backward, int longest) {
    BackwardRules rules = backward.rules();
    return Trace.of(
        labels(net.parameters().shape().vocabulary()),
        new Example(
            net.parameters(),
            rules.inputs(net.inputs(), longest),
            rules.targets(net.targets(), longest),
            net.h0()),
        backward,
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  /** The gradients of a sequence by some rules, as the sequence after it finds them. */
  static Parameters leftBehind(Trace trace) {
    Parameters left = Parameters.zeros(trace.shape());
    for (String name : Parameters.NAMES) {
      double[] entries = left.get(name).data;
      int cols = trace.gradient(name).cols();
      for (int i = 0; i < entries.length; i++) {
        entries[i] = trace.gradient(name).get(i / cols, i % cols);
      }
    }
    return left;
  }

  private static List<String> labels(int vocabulary) {
    return IntStream.range(0, vocabulary).mapToObj(id -> Character.toString('a' + id)).toList();
  }
}
