package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Precision;
import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that keeps all states in one buffer may have saved h before it was spoiled. */
class FitTest {
  private static final Fault SPOILS_H = Fault.STATES_SHARE_ONE_BUFFER;

  private final Map<String, NdArray> right = Programs.ours(Fault.NONE);
  private final Map<String, NdArray> spoiled = Programs.ours(SPOILS_H);

  private static boolean reproduces(Map<String, NdArray> arrays, String name)
      throws SubmissionException {
    Submission submission = Programs.verdict(arrays).submission();
    Computed right = Computed.of(submission.given(), BackwardRules.RIGHT);
    Computed candidate = Computed.of(submission.given(), SPOILS_H.rules());
    return !new Fit(submission, right).misses(candidate).contains(name);
  }

  @Test
  void itReproducesTheStatesThatItSpoils() throws SubmissionException {
    assertThat(spoiled.get("H").values()).isNotEqualTo(right.get("H").values());
    assertThat(reproduces(spoiled, Cell.H.symbol())).isTrue();
  }

  @Test
  void itReproducesTheRightStatesOfBeforeItSpoiledThem() throws SubmissionException {
    assertThat(reproduces(Programs.with(spoiled, "H", right.get("H")), Cell.H.symbol())).isTrue();
  }

  @Test
  void whatIsComputedOnTheWayBackIsNotRightWithIt() throws SubmissionException {
    assertThat(spoiled.get("dtanh").values()).isNotEqualTo(right.get("dtanh").values());
    assertThat(reproduces(Programs.with(spoiled, "dtanh", right.get("dtanh")), "dtanh")).isFalse();
  }

  @Test
  void otherStatesAreNotReproduced() throws SubmissionException {
    NdArray other = Programs.times(right.get("H"), 0.5);
    assertThat(reproduces(Programs.with(spoiled, "H", other), Cell.H.symbol())).isFalse();
  }

  private static Fit fit(Submission submission) {
    return new Fit(submission, submission.right());
  }

  private Submission ours(String name, double factor) throws SubmissionException {
    return Programs.verdict(Programs.with(right, name, Programs.times(right.get(name), factor)))
        .submission();
  }

  @Test
  void theErrorIsTheLargestOfTotalsAndOfRowsOnTheWayBack() throws SubmissionException {
    for (String name : List.of("dW2", "dh0", "dtanh", "e")) {
      Submission threefold = ours(name, 3);
      assertThat(fit(threefold).error(threefold.right())).as(name).isCloseTo(0.5, within(1e-9));
    }
    Submission both =
        Programs.verdict(
                Programs.with(
                    Programs.with(right, "dtanh", Programs.times(right.get("dtanh"), 3)),
                    "dbo",
                    Programs.times(right.get("dbo"), 2)))
            .submission();
    assertThat(fit(both).error(both.right())).isCloseTo(0.5, within(1e-9));
    Submission forward = ours("O", 3);
    assertThat(fit(forward).error(forward.right())).as("computed on the way forward").isZero();
  }

  @Test
  void rowsOfTheBackwardPassFitTimesAFactorAndThoseOfTheForwardPassAsTheyAre()
      throws SubmissionException {
    Map<String, NdArray> twice = new LinkedHashMap<>(right);
    twice.replaceAll(
        (name, array) ->
            name.startsWith("d") || name.equals("e") ? Programs.times(array, 2) : array);
    Submission submission = Programs.verdict(twice).submission();
    Fit fit = fit(submission);
    assertThat(fit.rowsFit(submission.right(), 2)).isTrue();
    assertThat(fit.rowsFit(submission.right(), 1)).isFalse();
    Submission one = ours("dxt", 2);
    assertThat(fit(one).rowsFit(one.right(), 2)).isFalse();
    Submission forward = ours("O", 2);
    assertThat(fit(forward).rowsFit(forward.right(), 1)).isFalse();
    assertThat(fit(forward).rowsFit(forward.right(), 2)).isFalse();
  }

  @Test
  void ofTheRightNumbersTheRightPassMissesNothing() throws SubmissionException {
    Submission wrong = ours("dtanh", 2);
    assertThat(fit(wrong).misses(wrong.right())).containsExactly("dtanh");
    assertThat(fit(wrong).toRight().misses(wrong.right())).isEmpty();
    Computed tanhTwice = Computed.of(wrong.given(), Fault.TANH_TWICE.rules());
    assertThat(fit(wrong).toRight().misses(tanhTwice)).contains("dtanh", "dW2").doesNotContain("O");
  }

  /** The rounding of a pass in float16 whose weights are so large that it tells nothing. */
  private static Rounding blurred(Submission submission) {
    Parameters large = submission.batch().weights().copy();
    double[] recurrent = large.get("W2").data;
    for (int i = 0; i < recurrent.length; i++) {
      recurrent[i] *= 1000;
    }
    Batch chaotic = submission.batch().with(large);
    return Rounding.of(chaotic, Precision.FLOAT16, Computed.of(chaotic, BackwardRules.RIGHT));
  }

  @Test
  void whatRoundingBlursTellsNothing() throws SubmissionException {
    for (String name : List.of("dW2", "dtanh")) {
      Submission wrong = ours(name, 3);
      assertThat(fit(wrong).tellsAll()).isTrue();
      assertThat(fit(wrong).tellsWrong()).isTrue();
      Submission onlyWrong =
          wrong.with(
              wrong.rows().stream().filter(rows -> rows.name().equals(name)).toList(),
              wrong.totals().stream().filter(total -> total.name().equals(name)).toList());
      Submission rounded = onlyWrong.rounded(blurred(wrong));
      assertThat(fit(rounded).tellsAll()).as("all of %s", name).isFalse();
      assertThat(fit(onlyWrong).tellsWrong()).as("%s exactly", name).isTrue();
    }
    Submission nothing = Programs.verdict(right).submission();
    assertThat(fit(nothing).tellsAll()).isTrue();
    assertThat(fit(nothing).tellsWrong()).isFalse();
  }

  /** However wrong: of what tells nothing no two programs agree. */
  @Test
  void whatIsWrongWhereRoundingTellsNothingIsNotSurelyWrong() throws SubmissionException {
    Submission wrong = ours("dW2", 1e12);
    Rounding blurred = blurred(wrong);
    assertThat(blurred.of("dW2").tellsNothing()).isTrue();
    List<SuppliedTotal> total =
        wrong.totals().stream().filter(each -> each.name().equals("dW2")).toList();
    Submission only = wrong.with(List.of(), total).rounded(blurred);
    assertThat(only.agree(total.get(0), wrong.right().total("dW2"))).isFalse();
    assertThat(fit(only).tellsWrong()).isFalse();
    assertThat(fit(only).tellsAll()).isFalse();
  }

  @Test
  void rowsThatAreWrongOnlyWhereRoundingTellsNothingAreNotSurelyWrong() throws SubmissionException {
    Submission submission = Programs.verdict(right).submission();
    Rounding blurred = blurred(submission);
    double[][] numbers = new double[submission.length()][];
    int wrong = 0;
    for (int t = 0; t < numbers.length; t++) {
      boolean isBlurred = blurred.of(Cell.DH, t).tellsNothing();
      double factor = isBlurred ? 1e12 : 1;
      numbers[t] = Reduction.times(submission.right().row(Cell.DH, t), factor);
      wrong += isBlurred ? 1 : 0;
    }
    SuppliedRows rows = new SuppliedRows("dh", Cell.DH, numbers);
    Submission only = submission.with(List.of(rows), List.of()).rounded(blurred);
    assertThat(wrong).isPositive();
    assertThat(fit(only.rounded(Rounding.NONE)).tellsWrong()).isTrue();
    assertThat(fit(only).tellsWrong()).isFalse();
  }
}
