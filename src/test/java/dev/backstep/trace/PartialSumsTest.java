package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Large enough that only some of the sums are kept. */
class PartialSumsTest {
  static final List<String> NAMES = Parameters.NAMES;

  private static final int LENGTH = 700;

  private final Trace trace = TraceFixture.of(RandomNet.of(4, 20, 128, LENGTH));

  /** A number that depends on every bit of every entry. */
  private static long fingerprint(double[][] matrix) {
    long hash = 0;
    for (double[] row : matrix) {
      for (double entry : row) {
        hash = 31 * hash + Double.doubleToLongBits(entry);
      }
    }
    return hash;
  }

  private static long fingerprint(MatrixView matrix) {
    double[][] copy = new double[matrix.rows()][matrix.cols()];
    for (int row = 0; row < copy.length; row++) {
      for (int col = 0; col < copy[row].length; col++) {
        copy[row][col] = matrix.get(row, col);
      }
    }
    return fingerprint(copy);
  }

  /** Of the sum over t … T−1 for every t, one share after the other. */
  private long[] expected(String name) {
    long[] fingerprints = new long[LENGTH + 1];
    double[][] sum = new double[trace.weights(name).rows()][trace.weights(name).cols()];
    fingerprints[LENGTH] = fingerprint(sum);
    for (int t = LENGTH - 1; t >= 0; t--) {
      MatrixView share = trace.share(name, t);
      for (int row = 0; row < sum.length; row++) {
        for (int col = 0; col < sum[row].length; col++) {
          sum[row][col] += share.get(row, col);
        }
      }
      fingerprints[t] = fingerprint(sum);
    }
    return fingerprints;
  }

  private void assertIs(String name, int t, long[] expected) {
    Accumulator accumulator = trace.accumulator(name, t);
    assertThat(fingerprint(accumulator.before())).as("before %d", t).isEqualTo(expected[t + 1]);
    assertThat(fingerprint(accumulator.after())).as("after %d", t).isEqualTo(expected[t]);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void whereverTheCursorWandersEverySumHasTheBitsOfOneAddedUpAnew(String name) {
    long[] expected = expected(name);
    SeededRandom random = new SeededRandom(11);
    int t = LENGTH - 1;
    for (int i = 0; i < 150; i++) {
      assertIs(name, t, expected);
      double choice = random.nextDouble();
      int to = choice < 0.4 ? t - 1 : choice < 0.8 ? t + 1 : (int) (random.nextDouble() * LENGTH);
      t = Math.max(0, Math.min(LENGTH - 1, to));
    }
  }

  @Test
  void aStepEitherWayTakesOverWhatTheOtherCellFindsOrLeaves() {
    Accumulator at = trace.accumulator(Parameters.W2, 300);
    Accumulator onward = trace.accumulator(Parameters.W2, 299);
    assertThat(onward.before().equals(at.after())).as("not added up again").isTrue();
    Accumulator back = trace.accumulator(Parameters.W2, 300);
    assertThat(back.after().equals(at.after())).as("not added up again").isTrue();
  }

  /** Of 2 MB each there is room for eight: one every 20 of 160 cells. */
  @Test
  void ofLargeWeightsNoMoreSumsAreKeptThanThereIsRoomFor() {
    Trace large = TraceFixture.of(RandomNet.of(4, 20, 512, 160));
    large.accumulator(Parameters.W2, 0);
    assertThat(List.of(20, 40, 60)).allMatch(t -> isKept(large, t));
    assertThat(List.of(10, 15, 30, 45))
        .as("often enough to be quick")
        .noneMatch(t -> isKept(large, t));
  }

  private static boolean isKept(Trace trace, int t) {
    MatrixView sum = trace.accumulator(Parameters.W2, t).after();
    trace.accumulator(Parameters.W2, t + 50);
    return trace.accumulator(Parameters.W2, t).after().equals(sum);
  }

  @Test
  void severalThreadsMayAskAtOnce() {
    long[] expected = expected(Parameters.W2);
    List<CompletableFuture<Void>> askers = new ArrayList<>();
    for (int asker = 0; asker < 3; asker++) {
      SeededRandom random = new SeededRandom(asker);
      askers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 40; i++) {
                  assertIs(Parameters.W2, (int) (random.nextDouble() * LENGTH), expected);
                }
              }));
    }
    askers.forEach(CompletableFuture::join);
  }
}
