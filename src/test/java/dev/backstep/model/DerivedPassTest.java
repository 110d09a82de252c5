package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.backstep.fault.Fault;
import dev.backstep.math.Kernels;
import dev.backstep.math.SeededRandom;
import dev.backstep.net.Cell;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Weight;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pass that follows from the equations of a net, and from those that rules have changed. */
class DerivedPassTest {
  private static final double TOLERANCE = 1e-13;

  private static List<Net> all() {
    return Nets.ALL;
  }

  /** The gradients of some weights are another at every timestep that is added up by hand. */
  @ParameterizedTest
  @MethodSource("all")
  void overRandomShapesEveryTotalIsTheSumOfTheSharesOfItsRows(Net net) {
    SeededRandom random = new SeededRandom(3);
    for (int run = 0; run < 20; run++) {
      Shape shape = new Shape(net, 1 + random.nextInt(12), 1 + random.nextInt(14));
      RandomNet drawn = drawn(shape, random, 1 + random.nextInt(11));
      Parameters gradients = Parameters.zeros(shape);
      SequenceBuffers buffers = drawn.run(gradients);
      for (Weight weight : net.weights()) {
        assertThat(gradients.get(weight.name()).data)
            .as("d" + weight + " " + shape)
            .containsExactly(sum(buffers, shape, net.gradient(weight)), within(TOLERANCE));
      }
    }
  }

  private static double[] sum(SequenceBuffers buffers, Shape shape, Gradient gradient) {
    int cols = shape.size(gradient.weight().cols());
    double[] sum = new double[shape.size(gradient.weight().rows()) * cols];
    for (int t = buffers.length() - 1; t >= 0; t--) {
      double[] right = row(buffers, (Expr.Of) gradient.right(), t);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += left(buffers, gradient, t, k / cols) * right[k % cols];
      }
    }
    return sum;
  }

  private static double left(SequenceBuffers buffers, Gradient gradient, int t, int i) {
    if (gradient.left() == null) {
      return 1;
    }
    return gradient.left() instanceof Expr.Of of
        ? row(buffers, of, t)[i]
        : buffers.input(t) == i ? 1 : 0;
  }

  private static double[] row(SequenceBuffers buffers, Expr.Of of, int t) {
    return of.shift() < 0 ? buffers.rows(of.vector()).row(t) : buffers.row(of.vector(), t);
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

  @ParameterizedTest
  @MethodSource("all")
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
  void aVectorThatNoEquationReadsAnyMoreIsComputedAllTheSame() {
    Shape shape = new Shape(Vanilla.NET, 9, 8);
    RandomNet drawn = drawn(shape, new SeededRandom(2), 6);
    SequenceBuffers buffers = run(drawn, Fault.NO_LATER_DH.rules());
    for (int t = 0; t < 5; t++) {
      assertThat(buffers.row(Cell.DH, t)).containsExactly(buffers.row(Head.DH_FROM_OUTPUT, t));
      assertThat(buffers.row(Cell.DH_FROM_LATER, t))
          .containsExactly(buffers.row(Cell.DH_PREV, t + 1))
          .doesNotContain(0.0);
    }
  }

  /** Then dh_prev stands between two recurrences, that of dc and that of dh_later. */
  @Test
  void whatStandsBetweenTwoRecurrencesIsComputedInTime() {
    Shape shape = new Shape(Lstm.NET, 9, 8);
    RandomNet drawn = drawn(shape, new SeededRandom(2), 6);
    SequenceBuffers buffers = run(drawn, new SumOfLaterWithoutUse());
    for (int t = 0; t < 5; t++) {
      double[] expected = buffers.row(Cell.DH_PREV, t + 1).clone();
      Kernels.add(buffers.row(Cell.DH_FROM_LATER, t + 1), expected);
      assertThat(buffers.row(Cell.DH_FROM_LATER, t)).containsExactly(expected);
    }
  }

  /** {@code dh_later += dh_prev}, and {@code dh = e·W3}. */
  private static final class SumOfLaterWithoutUse extends BackwardRules {
    @Override
    public Net net(Net right) {
      return right
          .with(Cell.DH.is(Head.DH_FROM_OUTPUT))
          .with(Cell.DH_FROM_LATER.is(Cell.DH_PREV.after().plus(Cell.DH_FROM_LATER.after())));
    }
  }

  private static SequenceBuffers run(RandomNet drawn, BackwardRules rules) {
    Shape shape = drawn.parameters().shape();
    SequenceBuffers buffers = new SequenceBuffers(shape);
    buffers.load(drawn.inputs(), drawn.targets(), drawn.h0());
    Rnn rnn = new Rnn(shape, rules);
    rnn.use(drawn.parameters());
    rnn.forward(buffers);
    rnn.backward(buffers, Parameters.zeros(shape));
    return buffers;
  }

  @Test
  void aFaultOfAnotherCellIsRefused() {
    Shape shape = new Shape(Lstm.NET, 3, 2);
    assertThatThrownBy(() -> new Rnn(shape, Fault.MISSING_TRANSPOSE.rules()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the net is lstm; the fault missing-transpose is one of another cell");
  }

  /** A rule that is added to the ones and forgotten in the others would be lost in pairs. */
  @Test
  void changedRulesLeaveEveryRuleToTheRulesThatTheyChange() {
    for (Method method : BackwardRules.class.getDeclaredMethods()) {
      assertThat(ChangedRules.class.getDeclaredMethods())
          .as(method.getName())
          .filteredOn(other -> other.getName().equals(method.getName()))
          .anyMatch(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }
  }
}
