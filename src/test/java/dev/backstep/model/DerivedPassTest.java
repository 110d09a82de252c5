package dev.backstep.model;

import static dev.backstep.model.Agreement.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.backstep.math.SeededRandom;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pass that follows from the equations of a net, and the one that is written by hand. */
class DerivedPassTest {
  private static List<Net> plain() {
    return Nets.ALL;
  }

  private static Stream<Net> gated() {
    return Stream.of(Gru.NET, Lstm.NET);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void overRandomShapesBothComeToTheSameBits(Net net) {
    SeededRandom random = new SeededRandom(3);
    for (int run = 0; run < 40; run++) {
      Shape shape = new Shape(net, 1 + random.nextInt(12), 1 + random.nextInt(14));
      RandomNet drawn = drawn(shape, random, 1 + random.nextInt(11));
      Parameters byHand = Parameters.zeros(shape);
      SequenceBuffers expected = drawn.run(byHand);
      Parameters gradients = Parameters.zeros(shape);
      SequenceBuffers actual = derived(drawn, gradients);
      for (Vector vector : net.vectors()) {
        if (net.isNeeded(vector)) {
          assertSameBits(actual.values(vector), expected.values(vector), vector + " " + shape);
        }
      }
      for (String name : shape.net().names()) {
        assertSameBits(gradients.view(name), byHand.view(name), "d" + name + " " + shape);
      }
      assertThat(actual.totalLoss()).isEqualTo(expected.totalLoss());
    }
  }

  private static RandomNet drawn(Shape shape, SeededRandom random, int length) {
    Parameters parameters = Parameters.zeros(shape);
    for (int i = 0; i < parameters.count(); i++) {
      Arrays.setAll(parameters.data(i), k -> 0.4 * random.nextGaussian());
    }
    double[] h0 = new double[shape.stateSize()];
    Arrays.setAll(h0, j -> random.nextDouble() - 0.5);
    int[] inputs = new int[length];
    int[] targets = new int[length];
    Arrays.setAll(inputs, t -> random.nextInt(shape.vocabulary()));
    Arrays.setAll(targets, t -> random.nextInt(shape.vocabulary()));
    return new RandomNet(parameters, inputs, targets, h0);
  }

  private static SequenceBuffers derived(RandomNet drawn, Parameters gradients) {
    Shape shape = drawn.parameters().shape();
    SequenceBuffers buffers = new SequenceBuffers(shape);
    buffers.load(drawn.inputs(), drawn.targets(), drawn.h0());
    DerivedPass pass = new DerivedPass(shape);
    pass.use(drawn.parameters());
    pass.forward(buffers);
    pass.backward(buffers, gradients);
    return buffers;
  }

  @ParameterizedTest
  @MethodSource("gated")
  void itAllocatesNothing(Net net) {
    Shape shape = new Shape(net, 9, 8);
    RandomNet drawn = drawn(shape, new SeededRandom(1), 12);
    Rnn rnn = new Rnn(shape);
    SequenceBuffers buffers = new SequenceBuffers(shape);
    Parameters gradients = Parameters.zeros(shape);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int pass = 0; pass < 240; pass++) {
      before = pass == 40 ? threads.getCurrentThreadAllocatedBytes() : before;
      buffers.load(drawn.inputs(), drawn.targets(), drawn.h0());
      rnn.use(drawn.parameters());
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200 * 16 / 4);
  }

  @Test
  void aFaultOfAPlainCellIsRefusedWhereTheCellHasGates() {
    BackwardRules other = new ChangedRules(BackwardRules.RIGHT) {};
    assertThatThrownBy(() -> new Rnn(new Shape(Lstm.NET, 3, 2), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the net is lstm; the faults are those of a cell without gates");
  }
}
