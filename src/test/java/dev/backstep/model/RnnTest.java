package dev.backstep.model;

import static dev.backstep.model.Agreement.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.DenseView;
import dev.backstep.net.Cell;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RnnTest {
  private static final Shape SHAPE = new Shape(7, 9);

  @Test
  void aShortSequenceAfterALongOneGivesTheSameBitsAsInFreshBuffers() {
    RandomNet net = RandomNet.of(1, 7, 9, 4);
    RandomNet longer = RandomNet.of(2, 7, 9, 33);
    Parameters fresh = Parameters.zeros(SHAPE);
    SequenceBuffers expected = net.run(fresh);

    SequenceBuffers buffers = new SequenceBuffers(SHAPE);
    Rnn rnn = new Rnn(SHAPE);
    Parameters gradients = Parameters.zeros(SHAPE);
    pass(rnn, longer, buffers, gradients);
    gradients.setZero();
    pass(rnn, net, buffers, gradients);

    assertSameBits(buffers.hidden(), expected.hidden(), "H");
    assertSameBits(buffers.outputs(), expected.outputs(), "O");
    assertSameBits(buffers.values(Cell.DH), expected.values(Cell.DH), "dh");
    assertSameBits(buffers.values(Cell.DH_PREV), expected.values(Cell.DH_PREV), "dh_prev");
    assertThat(buffers.totalLoss()).isEqualTo(expected.totalLoss());
    for (String name : Parameters.NAMES) {
      assertSameBits(gradients.view(name), fresh.view(name), "d" + name);
    }
  }

  @Test
  void backwardAddsToTheGradientsItIsGiven() {
    RandomNet net = RandomNet.of(3, 7, 9, 6);
    Parameters once = net.gradients();
    Parameters twice = net.gradients();
    net.run(twice);

    for (String name : Parameters.NAMES) {
      double[] doubled = Arrays.stream(once.get(name).data).map(g -> 2 * g).toArray();
      assertThat(twice.get(name).data).containsExactly(doubled, within(1e-14));
    }
  }

  @Test
  void weightsChangedAfterwardsDoNotReachTheNetworkBeforeItUsesThem() {
    RandomNet net = RandomNet.of(4, 7, 9, 6);
    SequenceBuffers expected = net.run(Parameters.zeros(SHAPE));
    SequenceBuffers buffers = new SequenceBuffers(SHAPE);
    buffers.load(net.inputs(), net.targets(), net.h0());
    Rnn rnn = new Rnn(SHAPE);
    rnn.use(net.parameters());
    for (String name : Parameters.NAMES) {
      Arrays.fill(net.parameters().get(name).data, 0.25);
    }

    rnn.forward(buffers);
    assertSameBits(buffers.outputs(), expected.outputs(), "O before use");

    rnn.use(net.parameters());
    rnn.forward(buffers);
    assertThat(buffers.totalLoss()).isNotEqualTo(expected.totalLoss());
  }

  @Test
  void aStateCarriedWithinTheSameBuffersIsTheLastStateOfTheSequenceBefore() {
    RandomNet net = RandomNet.of(5, 7, 9, 6);
    SequenceBuffers buffers = net.run(Parameters.zeros(SHAPE));
    double[] last = buffers.h(5).clone();

    buffers.load(new int[] {1, 2}, new int[] {2, 0}, buffers.h(5));

    assertThat(buffers.hPrev(0)).containsExactly(last);
  }

  @Test
  void aStepWithoutATargetIsTheSameCell() {
    RandomNet net = RandomNet.of(6, 7, 9, 1);
    SequenceBuffers buffers = net.run(Parameters.zeros(SHAPE));
    Rnn rnn = new Rnn(SHAPE);
    rnn.use(net.parameters());
    double[] h = net.h0().clone();
    double[] o = new double[7];

    rnn.step(net.inputs()[0], h, o);

    assertThat(h).containsExactly(buffers.h(0));
    assertThat(o).containsExactly(buffers.o(0));
  }

  @Test
  void outputsSumToOneEvenWhereExpOfTheLogitWouldOverflow() {
    RandomNet net = RandomNet.of(7, 7, 9, 3);
    net.parameters().get(Parameters.BO).data[2] = 2000;

    SequenceBuffers buffers = net.run(Parameters.zeros(SHAPE));

    assertThat(buffers.o(1)[2]).isEqualTo(1);
    assertThat(Arrays.stream(buffers.o(1)).sum()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNotFiniteIsFoundAtItsTimestep() {
    RandomNet net = RandomNet.of(8, 7, 9, 4);
    net.parameters().get(Parameters.BO).data[2] = 2000;
    SequenceBuffers buffers = new SequenceBuffers(SHAPE);
    Rnn rnn = new Rnn(SHAPE);
    rnn.use(net.parameters());

    buffers.load(new int[] {1, 1, 1, 1}, new int[] {2, 2, 3, 2}, net.h0());
    rnn.forward(buffers);
    assertThat(buffers.firstNonFiniteLoss()).isEqualTo(2);

    buffers.load(new int[] {1, 1}, new int[] {2, 2}, net.h0());
    rnn.forward(buffers);
    assertThat(buffers.firstNonFiniteLoss()).isEqualTo(-1);
  }

  @Test
  void weightsOfAnotherShapeAreRefused() {
    assertThatThrownBy(() -> new Rnn(SHAPE).use(Parameters.zeros(new Shape(6, 9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weights are for V = 6, H = 9; this network has V = 7, H = 9");
  }

  @Test
  void aHiddenStateOrTargetsOfAnotherLengthAreRefused() {
    SequenceBuffers buffers = new SequenceBuffers(SHAPE);

    assertThatThrownBy(() -> buffers.load(new int[3], new int[3], new double[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("h0 has 8 entries; it must have 9");
    assertThatThrownBy(() -> buffers.load(new int[3], new int[2], new double[9]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("targets has 2 entries; it must have 3");
  }

  @Test
  void parametersNameTheirMatricesAndCopyWithoutSharing() {
    Parameters parameters = Parameters.zeros(new Shape(4, 3));
    Parameters copy = parameters.copy();
    copy.get(Parameters.W3).set(3, 2, -3);
    copy.get(Parameters.BO).set(0, 1, 4);

    assertThat(copy.norm()).isEqualTo(5);
    assertThat(parameters.norm()).isZero();
    assertThat(new DenseView(copy.get("W3")).get(3, 2)).isEqualTo(-3);
    assertThat(copy.data(2)).isSameAs(copy.get("W3").data);
    assertThatThrownBy(() -> parameters.get("Why"))
        .hasMessage("no parameter is called 'Why'; there are [W1, W2, W3, bh, bo]");
    assertThatThrownBy(() -> new Shape(4, 0))
        .hasMessage("V is 4 and H is 0; both must be at least 1");
  }

  private static void pass(Rnn rnn, RandomNet net, SequenceBuffers buffers, Parameters gradients) {
    buffers.load(net.inputs(), net.targets(), net.h0());
    rnn.use(net.parameters());
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
  }
}
