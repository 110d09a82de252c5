package dev.backstep.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.check.diagnosis.GradientChange.Kind;
import dev.backstep.check.reading.Programs;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Cell;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else than one faulty line makes numbers other than right. */
class OtherCausesTest {
  private static final RandomNet NET = RandomNet.of(11, 6, 9, 8);

  private static Map<String, NdArray> totals(BackwardRules rules) {
    Map<String, NdArray> ours = Programs.ours(NET, rules);
    Map<String, NdArray> totals = new LinkedHashMap<>(Programs.totalsOf(ours));
    totals.put("loss", ours.get("loss"));
    return totals;
  }

  private static Explanation first(Map<String, NdArray> arrays) throws SubmissionException {
    return Programs.diagnosis(arrays).explanations().get(0);
  }

  private static double sum(NdArray array) {
    return Arrays.stream(array.values()).sum();
  }

  /** The loss as a mean, the gradients of that, and the weights after a step by them. */
  private static Map<String, NdArray> afterStepByMean(double rate) {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    int length = NET.inputs().length;
    arrays.put("loss", NdArray.of(new double[] {sum(arrays.get("loss")) / length}));
    for (String name : Parameters.NAMES) {
      arrays.put("d" + name, Programs.times(arrays.get("d" + name), 1.0 / length));
      NdArray weight = Programs.times(arrays.get(name), 1);
      double[] gradient = arrays.get("d" + name).values();
      for (int i = 0; i < gradient.length; i++) {
        weight.values()[i] -= rate * gradient[i];
      }
      arrays.put(name, weight);
    }
    arrays.remove("dh0");
    return arrays;
  }

  @Test
  void weightsAfterAStepByTheGradientOfAMeanAreRecognised() throws SubmissionException {
    Explanation explanation = first(afterStepByMean(0.05));
    assertThat(explanation.change().kind()).isEqualTo(Kind.SAVED_AFTER_UPDATE);
    assertThat(explanation.change().value()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void gradientsThatWereNotSavedAreFoundOnTheWay() throws SubmissionException {
    Map<String, NdArray> some = Programs.without(afterStepByMean(0.1), "dW3", "dbh");
    assertThat(first(some).change().kind()).isEqualTo(Kind.SAVED_AFTER_UPDATE);
  }

  @Test
  void twoFaultsOfTheCellAreNamedBesideWhatMultipliesAllGradients() throws SubmissionException {
    Map<String, NdArray> arrays = totals(Fault.MISSING_TRANSPOSE.with(Fault.NO_TANH_DERIVATIVE));
    arrays.remove("dh0");
    Parameters.NAMES.forEach(
        name -> arrays.put("d" + name, Programs.times(arrays.get("d" + name), -1)));
    Explanation explanation = first(arrays);
    assertThat(explanation.change().kind()).isEqualTo(Kind.SIGN);
    assertThat(explanation.faults())
        .containsExactlyInAnyOrder(Fault.MISSING_TRANSPOSE, Fault.NO_TANH_DERIVATIVE);
  }

  /** The second half of a sequence as one, with gradients that went on into the first half. */
  private static Map<String, NdArray> notDetached(int first) {
    RandomNet all = NET;
    int length = all.inputs().length;
    double[] state =
        BatchPass.of(Batch.of(all.example()), BackwardRules.RIGHT)
            .row(Cell.H, 0, first - 1)
            .clone();
    RandomNet window =
        new RandomNet(
            all.parameters(),
            Arrays.copyOfRange(all.inputs(), first, length),
            Arrays.copyOfRange(all.targets(), first, length),
            state);
    Map<String, NdArray> arrays =
        new LinkedHashMap<>(Programs.totalsOf(Programs.ours(window, BackwardRules.RIGHT)));
    double[] only = new double[length];
    Arrays.fill(only, first, length, 1);
    Batch weighted = Batch.of(all.example()).weighted();
    Example example = weighted.first();
    Example ofWindow =
        new Example(example.weights(), example.sequence().weighted(only), example.states());
    Parameters gradients = BatchPass.of(Batch.of(ofWindow), BackwardRules.RIGHT).gradients();
    for (String name : gradients.names()) {
      double[] to = arrays.get("d" + name).values();
      System.arraycopy(gradients.get(name).data, 0, to, 0, to.length);
    }
    arrays.remove("dh0");
    return arrays;
  }

  @Test
  void aGradientThatGoesOnIntoTheWindowBeforeIsRecognised() throws SubmissionException {
    Explanation explanation = first(notDetached(4));
    assertThat(explanation.change().kind()).isEqualTo(Kind.NOT_DETACHED);
    assertThat(explanation.change().what()).isEqualTo("h0");
  }

  @Test
  void whatOnlyAddsUpLikeItIsNotTakenForIt() throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    arrays.remove("dh0");
    // What another vector than a gradient of this sequence adds, with the sums of a gradient.
    double[] bias = arrays.get("dbh").values();
    for (int j = 0; j < bias.length; j++) {
      double some = 0.1 * (j % 3 + 1);
      bias[j] += some;
      arrays.get("dW1").values()[2 * bias.length + j] += some;
      for (int i = 0; i < bias.length; i++) {
        arrays.get("dW2").values()[i * bias.length + j] += some * (i - 3);
      }
    }
    Diagnosis diagnosis = Programs.diagnosis(arrays);
    assertThat(diagnosis.explanations())
        .extracting(each -> each.change().kind())
        .doesNotContain(Kind.NOT_DETACHED);
  }

  @Test
  void theLossOfTheLastTimestepAloneIsRightWithItsGradients() throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    double[] losses = arrays.get("loss").values();
    arrays.put("loss", NdArray.of(new double[] {losses[losses.length - 1]}));
    double[] only = new double[losses.length];
    only[only.length - 1] = 1;
    Example example = Batch.of(NET.example()).weighted().first();
    Example last =
        new Example(example.weights(), example.sequence().weighted(only), example.states());
    BatchPass pass = BatchPass.of(Batch.of(last), BackwardRules.RIGHT);
    for (String name : pass.gradients().names()) {
      double[] to = arrays.get("d" + name).values();
      System.arraycopy(pass.gradients().get(name).data, 0, to, 0, to.length);
    }
    arrays.remove("dh0");
    Verdict verdict = Programs.verdict(arrays);
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.remarks()).anyMatch(remark -> remark.contains("last timestep"));
  }

  @Test
  void whereADifferenceSitsIsSaidOfWhatNothingExplains() throws SubmissionException {
    Map<String, NdArray> arrays = totals(BackwardRules.RIGHT);
    NdArray other = arrays.get("dW2");
    IntStream.range(0, other.values().length)
        .filter(i -> i % 3 == 0)
        .forEach(i -> other.values()[i] *= 1.7);
    Diagnosis diagnosis = Programs.diagnosis(arrays);
    assertThat(diagnosis.isFound()).isFalse();
    assertThat(diagnosis.notes().get(0)).startsWith("Only dW2 differs").contains("dtanh");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2})
  void aFaultAtOneTimestepAloneIsNamedWithItsPlace(int timestep) throws SubmissionException {
    Fault fault = Fault.NO_TANH_DERIVATIVE.at(timestep).orElseThrow();
    Diagnosis diagnosis = Programs.diagnosis(Programs.totalsOf(Programs.ours(fault)));
    assertThat(diagnosis.explanations())
        .extracting(each -> each.faults().get(0).id())
        .containsExactlyElementsOf(ids(timestep, fault));
  }

  /** At the last timestep there is no later part, so that another fault gives the same numbers. */
  private static List<String> ids(int timestep, Fault fault) {
    return timestep == -1
        ? List.of(fault.id(), "one-step-only-tanh-on-later-part-only-at-T-1")
        : List.of(fault.id());
  }
}
