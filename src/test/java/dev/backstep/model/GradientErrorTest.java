package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measure of the gradient check must go red where a gradient is wrong. */
class GradientErrorTest {
  @Test
  void theErrorIsTheNormOfTheDifferenceOverTheSumOfTheNorms() {
    assertThat(GradientCheck.error(new double[] {3, 4}, new double[] {3, 4})).isZero();
    assertThat(GradientCheck.error(new double[] {3, 4}, new double[] {-3, -4})).isEqualTo(1);
    assertThat(GradientCheck.error(new double[] {3, 4}, new double[] {0, 0})).isEqualTo(1);
    assertThat(GradientCheck.error(new double[] {3, 0}, new double[] {0, 4}))
        .isCloseTo(5.0 / 7, within(1e-15));
    assertThat(GradientCheck.error(new double[] {3, 4}, new double[] {6, 8}))
        .isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void aDifferenceUpToTheFloorCountsAsNone() {
    double floor = GradientCheck.FLOOR;
    assertThat(GradientCheck.error(new double[] {floor}, new double[] {0})).isZero();
    assertThat(GradientCheck.error(new double[] {2 * floor}, new double[] {0})).isEqualTo(1);
    assertThat(GradientCheck.error(new double[] {1e-12, 0}, new double[] {-1e-12, 0})).isZero();
  }

  @Test
  void aSmallGradientAboveTheFloorIsStillJudgedRelatively() {
    assertThat(GradientCheck.error(new double[] {1e-6}, new double[] {1.1e-6}))
        .isGreaterThan(GradientCheck.GREEN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aGradientThatIsNotFiniteIsNeverGreen(double broken) {
    double error = GradientCheck.error(new double[] {1, broken}, new double[] {1, 2});

    assertThat(error <= GradientCheck.GREEN).isFalse();
  }

  @Test
  void vectorsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> GradientCheck.error(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the analytic gradient has 2 entries and the numeric one 3; they must be as many");
  }

  /** An independent central difference: the check must not be judged by its own arithmetic. */
  @ParameterizedTest
  @ValueSource(strings = {"W1", "W2", "W3", "bh", "bo"})
  void theGradientOfAnotherNetIsRedAndOnesOwnIsGreen(String name) {
    RandomNet net = RandomNet.of(1, 6, 5, 8);
    RandomNet other = RandomNet.of(2, 6, 5, 8);
    double[] numeric = numericGradient(net, name);

    assertThat(GradientCheck.error(net.gradients().get(name).data, numeric)).isLessThan(1e-7);
    assertThat(GradientCheck.error(other.gradients().get(name).data, numeric)).isGreaterThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W1", "W2", "W3", "bh", "bo"})
  void oneWrongEntryInAThousandthPartIsRed(String name) {
    RandomNet net = RandomNet.of(3, 6, 5, 8);
    double[] numeric = numericGradient(net, name);
    double[] wrong = net.gradients().get(name).data.clone();
    int largest = 0;
    for (int i = 0; i < wrong.length; i++) {
      largest = Math.abs(wrong[i]) > Math.abs(wrong[largest]) ? i : largest;
    }
    wrong[largest] *= 1.001;

    assertThat(GradientCheck.error(wrong, numeric)).isGreaterThan(GradientCheck.GREEN);
  }

  @Test
  void leavingTheFirstCellOutOfDW2IsInvisibleExactlyWhenH0IsZero() {
    RandomNet carried = RandomNet.of(4, 6, 5, 8);
    RandomNet fresh =
        new RandomNet(carried.parameters(), carried.inputs(), carried.targets(), new double[5]);

    assertThat(errorWithoutFirstCell(carried)).isGreaterThan(0.01);
    assertThat(errorWithoutFirstCell(fresh)).isLessThan(1e-7);
  }

  private static double errorWithoutFirstCell(RandomNet net) {
    SequenceBuffers buffers = net.run(Parameters.zeros(net.parameters().shape()));
    Parameters wrong = Parameters.zeros(net.parameters().shape());
    CellSums cells = new CellSums(BackwardRules.RIGHT, wrong.shape());
    cells.add("W2", buffers, 1, buffers.length(), wrong.get("W2"));
    return GradientCheck.error(wrong.get("W2").data, numericGradient(net, "W2"));
  }

  private static double[] numericGradient(RandomNet net, String name) {
    double epsilon = 1e-5;
    double[] gradient = new double[net.parameters().get(name).data.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] =
          (lossWith(net, name, i, epsilon) - lossWith(net, name, i, -epsilon)) / (2 * epsilon);
    }
    return gradient;
  }

  private static double lossWith(RandomNet net, String name, int entry, double change) {
    Parameters changed = net.parameters().copy();
    changed.get(name).data[entry] += change;
    SequenceBuffers buffers = new SequenceBuffers(changed.shape());
    buffers.load(net.inputs(), net.targets(), net.h0());
    Rnn rnn = new Rnn(changed.shape());
    rnn.use(changed);
    rnn.forward(buffers);
    return buffers.totalLoss();
  }
}
