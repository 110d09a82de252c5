package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {
  /** Correct gradients come to a few 1e-9; green is 1e-5. */
  private static final double SURELY_RIGHT = 1e-7;

  @ParameterizedTest
  @MethodSource("dev.backstep.model.ReferenceCase#all")
  void everyGoldenSequenceIsGreen(ReferenceCase golden) {
    assertGreen(
        new GradientCheck(
            new Example(golden.parameters(), golden.inputs(), golden.targets(), golden.h0())));
  }

  @ParameterizedTest(name = "V = {0}, H = {1}, T = {2}")
  @CsvSource({"2,1,1", "2,2,2", "3,2,1", "4,3,7", "5,8,12", "6,5,30", "27,16,20"})
  void everyRandomNetIsGreen(int vocabulary, int hidden, int length) {
    for (int seed = 0; seed < 3; seed++) {
      assertGreen(checkOf(RandomNet.of(seed, vocabulary, hidden, length)));
    }
  }

  private static void assertGreen(GradientCheck check) {
    assertThat(check.totals(() -> false)).allSatisfy(GradientCheckTest::assertRight);
  }

  private static void assertRight(String name, double error) {
    assertThat(error).as(name).isLessThanOrEqualTo(SURELY_RIGHT);
  }

  @Test
  void theReportNamesEveryGradientInTheirOrder() {
    GradientCheck check = checkOf(RandomNet.of(1, 4, 3, 3));

    assertThat(check.totals(() -> false).keySet())
        .containsExactly("dW1", "dW2", "dW3", "dbh", "dbo", "dh0");
  }

  @Test
  void theErrorsAreMeasuredAndNotAllBelowTheFloor() {
    Map<String, Double> errors = checkOf(RandomNet.of(2, 27, 16, 20)).totals(() -> false);

    assertThat(errors.values()).anySatisfy(error -> assertThat(error).isPositive());
  }

  @Test
  void askingTwiceGivesTheSameErrors() {
    GradientCheck check = checkOf(RandomNet.of(3, 5, 4, 6));
    Map<String, Double> totals = check.totals(() -> false);

    assertThat(check.totals(() -> false)).isEqualTo(totals);
  }

  @Test
  void theWeightsOfTheCallerAreNotTouched() {
    RandomNet net = RandomNet.of(4, 5, 4, 6);
    Parameters before = net.parameters().copy();

    checkOf(net).totals(() -> false);

    for (String name : Parameters.NAMES) {
      assertThat(net.parameters().get(name).data).containsExactly(before.get(name).data);
    }
  }

  @Test
  void aCancelledCheckStopsWithinAMatrixAndReportsOnlyFinishedGradients() {
    GradientCheck check = checkOf(RandomNet.of(5, 5, 4, 6));
    AtomicInteger asked = new AtomicInteger();
    int weightsOfW1 = 5 * 4;

    Map<String, Double> errors = check.totals(() -> asked.incrementAndGet() > weightsOfW1 + 6);

    assertThat(errors.keySet()).containsExactly("dW1");
    assertThat(asked.get()).isLessThanOrEqualTo(weightsOfW1 + 8);
    assertThat(check.totals(() -> true)).isEmpty();
    assertGreen(check);
  }

  private static GradientCheck checkOf(RandomNet net) {
    return new GradientCheck(net.example());
  }
}
