package dev.backstep.fault.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.fault.AnyNet;
import dev.backstep.fault.Fault;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Padded;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.SequenceData;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of batches in nets of every kind, and what is said of them. */
class BatchFaultTest {
  private static final double CLOSE = 1e-12;
  private static final int TIMESTEPS = 5;

  /** One from which no unit of relu is always 0. */
  private static final long SEED = 1;

  /** Every timestep has a loss of the same weight. */
  private static PaddedBatch batch(Net net, Side side, int... lengths) {
    return new PaddedBatch(
        AnyNet.example(net, SEED, TIMESTEPS).weights(),
        IntStream.range(0, lengths.length)
            .mapToObj(
                b -> {
                  Example example = AnyNet.example(net, SEED + b, TIMESTEPS);
                  double[] weights = new double[example.sequence().lossWeights().length];
                  Arrays.fill(weights, 1);
                  SequenceData data = example.sequence().weighted(weights);
                  return new Padded(data, lengths[b], example.states());
                })
            .toList(),
        side);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void whatFitsIsMadeAndIsSeenInTheGradientsButForTheStateThatIsCarried(Net net) {
    for (Side side : Side.values()) {
      PaddedBatch padded = batch(net, side, 3, TIMESTEPS, 2);
      double[] right = numbers(BatchPass.of(padded.valid(), BackwardRules.RIGHT));
      for (BatchFault fault : BatchFault.of(padded)) {
        double[] wrong = numbers(fault.pass(padded, BackwardRules.RIGHT));
        assertThat(Arrays.stream(wrong)).as("%s", fault).allMatch(Double::isFinite);
        boolean isRight = fault == BatchFault.CARRIED_FROM_PADDING;
        assertThat(differ(right, wrong)).as("%s of %s", fault, net).isEqualTo(!isRight);
      }
      boolean isWeighted = net.head().isWeighted();
      assertThat(BatchFault.of(padded).contains(BatchFault.NO_MASK)).isEqualTo(isWeighted);
      assertThat(BatchFault.of(padded).contains(BatchFault.LEFT_PAD_RUNS_ON))
          .isEqualTo(side == Side.LEFT && (isWeighted || !net.head().output().isPresent()));
    }
  }

  private static double[] numbers(BatchPass pass) {
    return IntStream.range(0, pass.gradients().count())
        .mapToObj(pass.gradients()::data)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static boolean differ(double[] some, double[] others) {
    return IntStream.range(0, some.length).anyMatch(i -> Math.abs(some[i] - others[i]) > CLOSE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#some")
  void equalLengthsHideThemAll(Net net) {
    for (Side side : Side.values()) {
      PaddedBatch padded = batch(net, side, TIMESTEPS, TIMESTEPS);
      assertThat(BatchFault.of(padded)).noneMatch(BatchFault::needsPadding);
      assertThat(padded.hasPadding()).isFalse();
    }
  }

  @Test
  void theValidTimestepsAreTheSameOnWhicheverSideThePaddingStands() {
    Net net = Nets.of(Input.REAL, Vanilla.NET.cell(), Head.LINEAR, true);
    PaddedBatch right = batch(net, Side.RIGHT, 3, TIMESTEPS);
    PaddedBatch left = batch(net, Side.LEFT, 3, TIMESTEPS);
    assertThat(right.valid().first().sequence().given().get(Input.X))
        .isEqualTo(Arrays.copyOf(right.sequences().get(0).data().given().get(Input.X), 3));
    assertThat(left.valid().first().sequence().given().get(Input.X))
        .isEqualTo(
            Arrays.copyOfRange(left.sequences().get(0).data().given().get(Input.X), 2, TIMESTEPS));
    assertThat(left.begin(0)).isEqualTo(2);
    assertThat(left.isValid(0, 1)).isFalse();
    assertThat(right.isValid(0, 3)).isFalse();
    assertThat(left.validTimesteps()).isEqualTo(8);
  }

  @Test
  void aFaultOfABatchIsMadeWithOneOfTheCell() {
    PaddedBatch padded =
        batch(Nets.of(Input.EMBEDDED, Vanilla.NET.cell(), Head.SOFTMAX, true), Side.RIGHT, 3, 5);
    double[] both = numbers(BatchFault.NO_MASK.pass(padded, Fault.MISSING_TRANSPOSE.rules()));
    assertThat(differ(both, numbers(BatchFault.NO_MASK.pass(padded, BackwardRules.RIGHT))))
        .isTrue();
    assertThat(differ(both, numbers(BatchPass.of(padded.valid(), Fault.MISSING_TRANSPOSE.rules()))))
        .isTrue();
  }

  /** Both sequences read the same words, so in every column the second one alone adds. */
  @Test
  void inAColumnTheLastSequenceThatReadsAWordAddsToItsRow() {
    Net net = Nets.of(Input.EMBEDDED, Vanilla.NET.cell(), Head.SOFTMAX, true);
    Example example = AnyNet.example(net, SEED, TIMESTEPS);
    Padded one = new Padded(example.sequence(), TIMESTEPS, example.states());
    PaddedBatch alone = new PaddedBatch(example.weights(), List.of(one), Side.RIGHT);
    PaddedBatch twice = new PaddedBatch(example.weights(), List.of(one, one), Side.RIGHT);
    assertThat(BatchFault.of(alone)).isEmpty();
    assertThat(BatchFault.of(twice)).containsExactly(BatchFault.ROWS_OVERWRITTEN);
    BatchPass wrong = BatchFault.ROWS_OVERWRITTEN.pass(twice, BackwardRules.RIGHT);
    BatchPass right = BatchPass.of(alone.valid(), BackwardRules.RIGHT);
    assertThat(wrong.gradients().get("E").data)
        .containsExactly(right.gradients().get("E").data, within(CLOSE));
    assertThat(wrong.gradients().get("W1").data[0])
        .isCloseTo(2 * right.gradients().get("W1").data[0], within(CLOSE));
  }

  @Test
  void lengthsThatDoNotFitAreRefused() {
    Net net = Nets.of(Input.REAL, Vanilla.NET.cell(), Head.NONE, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch(net, Side.LEFT, 3, 6))
        .withMessage("a sequence of 6 timesteps stands in 5; it must be 1 to 5 in 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batch(net, Side.LEFT, 0))
        .withMessage("a sequence of 0 timesteps stands in 5; it must be 1 to 5 in 5");
  }

  @ParameterizedTest
  @EnumSource
  void itHasTexts(BatchFault fault) {
    BatchFaultTexts texts = BatchFaultTexts.load();
    assertThat(texts.title(fault)).isNotBlank();
    Net net = Nets.of(Input.EMBEDDED, Lstm.NET.cell(), Head.SOFTMAX, true);
    for (Notation notation : Notation.KNOWN) {
      String wrong = texts.faultyLine(fault, net, notation, BatchNames.USUAL);
      String right = texts.rightLine(fault, net, notation, BatchNames.USUAL);
      assertThat(wrong).isNotBlank().doesNotContain("{").isNotEqualTo(right);
      assertThat(right).isNotBlank().doesNotContain("{");
    }
    assertThat(texts.lookFor(fault, Notation.OURS)).endsWith(".");
    assertThat(texts.hides(fault)).endsWith(".");
    assertThat(BatchFault.of(fault.id())).contains(fault);
  }
}
