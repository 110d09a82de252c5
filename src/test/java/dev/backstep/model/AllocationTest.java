package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The engine's promise that it allocates nothing once the buffers are large enough. */
class AllocationTest {
  private static final int LONGEST = 40;
  private static final Shape SHAPE = new Shape(27, 10);

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final RandomNet[] nets = nets();
  private final Rnn rnn = new Rnn(SHAPE);
  private final SequenceBuffers buffers = new SequenceBuffers(SHAPE);
  private final Parameters gradients = Parameters.zeros(SHAPE);

  /**
   * The warm-up is two sweeps, enough to load classes and grow the buffers and far too short for
   * the optimising compiler: what is measured must not need escape analysis to be free of garbage.
   */
  @Test
  void twoHundredPassesOverSequencesOfVaryingLengthAllocateNothing() {
    allocatedBy(nets.length);
    allocatedBy(nets.length);

    // The smallest object has 16 bytes; the measurement itself may cost a few once.
    assertThat(allocatedBy(200)).isLessThan(200 * 16 / 4);
  }

  @Test
  void theMeasurementSeesAnAllocation() {
    allocatedBy(1);
    long before = threads.getCurrentThreadAllocatedBytes();
    double[] state = rnn.zeroState();
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isGreaterThanOrEqualTo(8L * state.length);
  }

  private long allocatedBy(int passes) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < passes; i++) {
      RandomNet net = nets[i % nets.length];
      buffers.load(net.inputs(), net.targets(), net.h0());
      rnn.use(net.parameters());
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Lengths 1 … 40 in an order that goes up and down. */
  private static RandomNet[] nets() {
    RandomNet[] nets = new RandomNet[LONGEST];
    for (int i = 0; i < LONGEST; i++) {
      nets[i] = RandomNet.of(i, SHAPE.vocabulary(), SHAPE.hidden(), 1 + i * 17 % LONGEST);
    }
    return nets;
  }
}
