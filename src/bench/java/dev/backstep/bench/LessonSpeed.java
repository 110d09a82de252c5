package dev.backstep.bench;

import dev.backstep.model.GradientCheck;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Sampler;
import dev.backstep.model.SamplingSettings;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The screens' work beside training, with a net of V = 27, H = 64 and a name of T = 20. */
@State(Scope.Thread)
public class LessonSpeed {
  private static final int LENGTH = 20;

  private RandomNet net;
  private Sampler sampler;
  private Derivations derivations;
  private int number;

  @Setup
  public void begin() {
    net = RandomNet.of(1, 27, 64, LENGTH);
    int vocabulary = net.parameters().shape().vocabulary();
    double[] firstCharacters = new double[vocabulary];
    Arrays.fill(firstCharacters, 1, vocabulary, 1);
    sampler = new Sampler(net.parameters().shape(), firstCharacters);
    derivations = new Derivations(trace());
  }

  /** A trace as the Step screen makes one. */
  @Benchmark
  public Trace trace() {
    int vocabulary = net.parameters().shape().vocabulary();
    List<String> labels = IntStream.range(0, vocabulary).mapToObj(String::valueOf).toList();
    return Trace.of(
        labels, net.example(), (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  /** A sample of at most 30 characters, always another one. */
  @Benchmark
  public int[] sample() {
    return sampler.draw(net.parameters(), SamplingSettings.defaults(), number++);
  }

  /** Every weight by central differences. */
  @Benchmark
  public Map<String, Double> gradientCheck() {
    return new GradientCheck(net.example()).totals(() -> false);
  }

  /** The sum of all cells from the last to the first in one entry of dW2, written out. */
  @Benchmark
  public Derivation contribution() {
    return derivations.of(new Entry.OfAccumulator(Parameters.W2, 0, 3, 5));
  }
}
