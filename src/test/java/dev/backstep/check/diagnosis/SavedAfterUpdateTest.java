package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Weights that were saved after the first update, by each optimizer. */
class SavedAfterUpdateTest {
  private static final DoubleUnaryOperator SGD = gradient -> gradient;
  private static final DoubleUnaryOperator ADAGRAD =
      gradient -> gradient / Math.sqrt(gradient * gradient + 1e-8);
  private static final DoubleUnaryOperator ADAM =
      gradient -> gradient / (Math.abs(gradient) + 1e-8);

  /** The totals and the loss, with the weights of after the update. */
  private static Map<String, NdArray> after(DoubleUnaryOperator rule, double rate) {
    Map<String, NdArray> ours = Programs.ours(Fault.NONE);
    Map<String, NdArray> after = Programs.totalsOf(ours);
    after.put("loss", ours.get("loss"));
    for (String name : Parameters.NAMES) {
      double[] weights = ours.get(name).values().clone();
      double[] gradient = ours.get("d" + name).values();
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= rate * rule.applyAsDouble(gradient[i]);
      }
      after.put(name, NdArray.of(weights, ours.get(name).shape()));
    }
    return after;
  }

  private static Optional<GradientChange> found(Map<String, NdArray> arrays)
      throws SubmissionException {
    return new SavedAfterUpdate(Programs.verdict(arrays).submission()).rate();
  }

  private static GradientChange by(double rate) {
    return new GradientChange(Kind.SAVED_AFTER_UPDATE, rate);
  }

  private static Map<String, NdArray> withRate(Map<String, NdArray> arrays, double rate) {
    return Programs.with(arrays, "lr", NdArray.of(new double[] {rate}));
  }

  @Test
  void theUpdateOfEachOptimizerIsTakenBack() throws SubmissionException {
    assertThat(found(after(SGD, 0.01))).contains(by(0.01));
    assertThat(found(after(ADAGRAD, 0.1))).contains(by(0.1));
    assertThat(found(after(ADAM, 0.001))).contains(by(0.001));
  }

  @Test
  void aRateThatPeopleDoNotTypeIsFoundWhereItIsSaid() throws SubmissionException {
    Map<String, NdArray> odd = after(SGD, 0.0123);
    assertThat(found(odd)).isEmpty();
    assertThat(found(withRate(odd, 0.0123))).contains(by(0.0123));
    assertThat(found(withRate(after(SGD, 0.1), 0.2))).isEmpty();
  }

  @Test
  void gradientsThatWereNotSavedFollowFromTheOthers() throws SubmissionException {
    Map<String, NdArray> some = Programs.without(after(SGD, 0.1), "dW3", "dbh");
    assertThat(found(some)).contains(by(0.1));
    Map<String, NdArray> one = Programs.without(after(SGD, 0.05), "dW2");
    assertThat(found(withRate(one, 0.05))).contains(by(0.05));
    assertThat(found(withRate(one, 0.06))).isEmpty();
  }

  @Test
  void withoutAGradientOfAWeightNothingIsProven() throws SubmissionException {
    Map<String, NdArray> late = after(SGD, 0.1);
    NdArray state = Programs.ours(Fault.NONE).get("dh0");
    Map<String, NdArray> states = Programs.without(late, "dW1", "dW2", "dW3", "dbh", "dbo");
    states.put("dh0", state);
    assertThat(found(states)).isEmpty();
  }

  @Test
  void whereALossOrATotalDoesNotComeOutItIsSomethingElse() throws SubmissionException {
    Map<String, NdArray> late = after(SGD, 0.1);
    Map<String, NdArray> loss = Programs.with(late, "loss", Programs.times(late.get("loss"), 1.01));
    assertThat(found(loss)).isEmpty();
    Map<String, NdArray> total = Programs.with(late, "dbo", Programs.times(late.get("dbo"), 1.5));
    assertThat(found(withRate(total, 0.1))).isEmpty();
  }
}
