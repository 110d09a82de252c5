package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Sigmoid;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only happens in code that is checked comes to the numbers of such code. */
class CodeFaultsTest {
  private static final double STEP = 1e-5;
  private static final double NEAR = 1e-8;
  private static final double CLOSE = 1e-12;

  private static final Net WORDS = Nets.of(Input.EMBEDDED, Vanilla.NET.cell(), Head.SOFTMAX, true);

  private static Fault fault(String id, Net net) {
    return FaultCatalogue.named(id, net).orElseThrow();
  }

  private static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of("softmax-before-cross-entropy", Head.SOFTMAX),
        Arguments.of("softmax-before-log-likelihood", Head.SOFTMAX),
        Arguments.of("sigmoid-before-cross-entropy", Head.SIGMOID),
        Arguments.of("mean-over-outputs", Head.SOFTMAX),
        Arguments.of("mean-over-outputs", Head.SIGMOID),
        Arguments.of("mean-over-outputs", Head.LINEAR));
  }

  /** Its code is right for the loss that it reports, which is another. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("losses")
  void theGradientOfAnotherLossIsThatOfTheLossThatIsReported(String id, Head head) {
    for (boolean isWeighted : new boolean[] {false, true}) {
      Net net = Nets.of(Input.EMBEDDED, Lstm.NET.cell(), head, isWeighted);
      BackwardRules rules = fault(id, net).rules();
      Batch batch = AnyNet.batch(net, 6);
      assertThat(BatchPass.of(batch, rules).totalLoss())
          .isNotCloseTo(BatchPass.of(batch, BackwardRules.RIGHT).totalLoss(), within(0.1));
      differencesAgree(batch, rules);
    }
  }

  /** The right rules are right, with every part. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void rightIsRight(Net net) {
    if (net.functions().stream().noneMatch(f -> f.function().symbol().equals("relu"))) {
      differencesAgree(AnyNet.batch(net, 6), BackwardRules.RIGHT);
    }
  }

  /** Some entries of every weight. */
  private static void differencesAgree(Batch batch, BackwardRules rules) {
    Parameters gradients = BatchPass.of(batch, rules).gradients();
    for (int i = 0; i < gradients.count(); i++) {
      int step = Math.max(1, gradients.data(i).length / 3);
      for (int k = 0; k < gradients.data(i).length; k += step) {
        double slope =
            (moved(batch, rules, i, k, STEP) - moved(batch, rules, i, k, -STEP)) / (2 * STEP);
        assertThat(gradients.data(i)[k])
            .as("d%s[%d] of %s", gradients.names().get(i), k, batch.net())
            .isCloseTo(slope, within(NEAR));
      }
    }
  }

  private static double moved(Batch batch, BackwardRules rules, int i, int k, double by) {
    Parameters other = batch.weights().copy();
    other.data(i)[k] += by;
    return BatchPass.of(batch.with(other), rules).totalLoss();
  }

  @Test
  void theSquaredErrorOfASigmoidIsWhatTheDerivativeAtTheOutputIsRightFor() {
    Net net = Nets.of(Input.REAL, Sigmoid.NET.cell(), Head.SIGMOID, false);
    Batch batch = AnyNet.batch(net, 6);
    BatchPass pass = BatchPass.of(batch, fault("sigmoid-derivative-at-output", net).rules());
    double[] o = pass.row(Head.O, 0, 2);
    double[] y = pass.row(Head.Y, 0, 2);
    double[] expected = new double[o.length];
    Arrays.setAll(expected, k -> (o[k] - y[k]) * o[k] * (1 - o[k]));
    assertThat(pass.row(Head.E, 0, 2)).containsExactly(expected, within(CLOSE));
  }

  /** 1 − a² and 1/(1 − h²), with a of the forward pass by hand. */
  @Test
  void theDerivativeIsTakenBeforeTheFunctionOrDividedBy() {
    Batch batch = AnyNet.batch(WORDS, 6);
    BatchPass before = BatchPass.of(batch, fault("derivative-before-tanh", WORDS).rules());
    BatchPass divided = BatchPass.of(batch, fault("divided-by-derivative", WORDS).rules());
    for (int t = 0; t < 3; t++) {
      double[] h = before.row(Cell.H, 1, t);
      double[] dh = before.row(Cell.DH, 1, t);
      double[] dhDivided = divided.row(Cell.DH, 1, t);
      for (int j = 0; j < h.length; j++) {
        double a = 0.5 * Math.log((1 + h[j]) / (1 - h[j]));
        assertThat(before.row(Vanilla.DTANH, 1, t)[j]).isCloseTo((1 - a * a) * dh[j], within(1e-9));
        assertThat(divided.row(Vanilla.DTANH, 1, t)[j])
            .isCloseTo(dhDivided[j] / (1 - h[j] * h[j]), within(1e-9));
      }
    }
  }

  @Test
  void twoAreSubtractedAtTheTarget() {
    Example example = AnyNet.example(Vanilla.NET, 6, 4);
    BatchPass pass = BatchPass.of(Batch.of(example), fault("target-twice", Vanilla.NET).rules());
    assertThat(Arrays.stream(pass.row(Head.E, 0, 3)).sum()).isCloseTo(-1, within(CLOSE));
    int target = example.targets()[3];
    assertThat(pass.row(Head.E, 0, 3)[target])
        .isCloseTo(pass.row(Head.O, 0, 3)[target] - 2, within(CLOSE));
  }

  /** Of one sequence and of a batch, whose sums over the sequences are made within a timestep. */
  @Test
  void whatIsAssignedHasTheShareOfTheFirstTimestepAndWhatIsLostNone() {
    Batch batch = AnyNet.batch(WORDS, 6);
    BatchPass assigned = BatchPass.of(batch, fault("assign-not-add-bo", WORDS).rules());
    double[] first = assigned.row(Head.E, 0, 0).clone();
    Arrays.setAll(first, k -> first[k] + assigned.row(Head.E, 1, 0)[k]);
    assertThat(assigned.gradients().get("bo").data).containsExactly(first, within(CLOSE));

    Net gates = Nets.of(Input.REAL, Lstm.NET.cell(), Head.NONE, false);
    BatchPass lost =
        BatchPass.of(
            AnyNet.batch(gates, 6), fault("lost-accumulation-W1-and-W2-of-f", gates).rules());
    assertThat(lost.gradients().get("W1_f").data).containsOnly(0);
    assertThat(lost.gradients().get("W2_f").data).containsOnly(0);
    assertThat(lost.gradients().get("W1_i").data).doesNotContain(0);
  }

  /** The words 0 and 2 of each sequence of the example are the same. */
  @ParameterizedTest
  @ValueSource(strings = {"assign-not-add-E", "embedding-rows-overwritten"})
  void ofAWordThatIsReadTwiceOneShareIsLeft(String id) {
    Example example = AnyNet.example(WORDS, 6, 4);
    int twice = example.inputs()[0];
    assertThat(Arrays.stream(example.inputs()).filter(word -> word == twice).count()).isEqualTo(2);
    int kept = id.startsWith("assign") ? 0 : 2;
    BatchPass pass = BatchPass.of(Batch.of(example), fault(id, WORDS).rules());
    double[] share = pass.row(Input.DXT, 0, kept);
    double[] row =
        Arrays.copyOfRange(
            pass.gradients().get("E").data, twice * share.length, (twice + 1) * share.length);
    assertThat(row).containsExactly(share, within(CLOSE));
  }

  @Test
  void ofABatchTheLastSequenceThatReadsAWordWritesItsRow() {
    Batch one = AnyNet.batch(WORDS, 6);
    Batch twice =
        new Batch(List.of(one.sequences().get(0), one.sequences().get(0)), Truncation.NONE);
    Fault fault = fault("embedding-rows-overwritten", WORDS);
    assertThat(BatchPass.of(twice, fault.rules()).gradients().get("E").data)
        .isEqualTo(BatchPass.of(Batch.of(one.first()), fault.rules()).gradients().get("E").data);
  }

  /** What is clipped is the sum, and not a sequence at a time. */
  @Test
  void theGradientsOfABatchAreClippedOnce() {
    Net net = Nets.of(Input.REAL, Vanilla.NET.cell(), Head.NONE, false);
    Batch batch = AnyNet.batch(net, 1);
    batch.sequences().stream()
        .flatMap(each -> Arrays.stream(each.sequence().given().get(Head.UPSTREAM)))
        .forEach(row -> Arrays.setAll(row, j -> 5 * row[j]));
    double[] right = BatchPass.of(batch, BackwardRules.RIGHT).gradients().get("W1").data;
    double[] clipped =
        BatchPass.of(batch, Fault.CLIPPED_BEFORE_CHECK.rules()).gradients().get("W1").data;
    double[] first =
        BatchPass.of(Batch.of(batch.first()), BackwardRules.RIGHT).gradients().get("W1").data;
    assertThat(IntStream.range(0, right.length))
        .as("the first sequence is beyond the limit, and the sum is not")
        .anyMatch(k -> Math.abs(first[k]) > 5 && Math.abs(right[k]) < 5);
    Arrays.setAll(right, k -> Math.max(-5, Math.min(5, right[k])));
    assertThat(clipped).isEqualTo(right);
  }

  @Test
  void aFaultAtOneTimestepIsWrongThereAndNotBehindIt() {
    for (Net net : List.of(WORDS, Nets.of(Input.REAL, Lstm.NET.cell(), Head.LINEAR, true))) {
      Batch batch = Batch.of(AnyNet.example(net, 6, 5));
      for (Fault fault : FaultCatalogue.of(net).tried()) {
        for (int timestep : new int[] {0, 2, -2, -1}) {
          fault.at(timestep).ifPresent(once -> isAt(once, fault, batch, timestep));
        }
      }
    }
  }

  /** In a batch every sequence has its own last timestep. */
  private static void isAt(Fault once, Fault always, Batch batch, int timestep) {
    int length = batch.first().length();
    int only = timestep < 0 ? length + timestep : timestep;
    BatchPass right = BatchPass.of(batch, BackwardRules.RIGHT);
    BatchPass wrong = BatchPass.of(batch, once.rules());
    BatchPass everywhere = BatchPass.of(batch, always.rules());
    batch.net().vectors().stream()
        .filter(AnyNet::isGradient)
        .filter(right::has)
        .forEach(
            vector -> {
              for (int t = only + 1; t < length; t++) {
                assertThat(wrong.row(vector, 0, t))
                    .as("%s: %s at %d", once, vector, t)
                    .isEqualTo(right.row(vector, 0, t));
              }
              if (timestep == -1) {
                assertThat(wrong.row(vector, 0, only))
                    .as("%s: %s at the last", once, vector)
                    .containsExactly(everywhere.row(vector, 0, only), within(CLOSE));
              }
            });
  }

  @Test
  void oneTimestepIsNamedAndWrittenSo() {
    FaultTexts texts = FaultTexts.load();
    Fault last = Fault.NO_TANH_DERIVATIVE.at(-1).orElseThrow();
    assertThat(last.id()).isEqualTo("one-step-only-no-tanh-derivative-at-T-1");
    assertThat(texts.title(last, Vanilla.NET, Notation.OURS))
        .isEqualTo("The derivative of tanh is missing, at the last timestep alone");
    assertThat(texts.faultyLine(last, Vanilla.NET, Notation.OURS))
        .isEqualTo("dtanh = dh if t == T - 1 else (1 - h**2) * dh");
    Fault third = Fault.H_FOR_HPREV.at(3).orElseThrow();
    assertThat(texts.faultyLine(third, Vanilla.NET, Notation.FIELD))
        .isEqualTo("dWhh += dtanh @ (h if t == 3 else h_prev).T");
    assertThat(Fault.NO_RESET.at(0)).isEmpty();
    assertThat(last.at(0)).isEmpty();
  }
}
