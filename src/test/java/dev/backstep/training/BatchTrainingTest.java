package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Truncation;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Corpus;
import dev.backstep.text.Sequence;
import dev.backstep.training.BatchSettings.Order;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchTrainingTest {
  private static final int H = 5;
  private static final int B = 3;
  private static final Corpus NAMES =
      Runs.lines("anna", "ottokar", "al", "lotte", "tan", "nolana", "alan", "hal", "tot", "lo");

  private static RunSettings settings(Net cell, PaddingSettings padding) {
    return Runs.settings(H, OptimizerKind.SGD, new HiddenStatePolicy.Carried(false))
        .withCell(cell)
        .withHeldOutShare(0)
        .withBatch(new BatchSettings(B, Order.AS_THEY_COME))
        .withPadding(padding);
  }

  private static RunSettings settings(PaddingSettings padding) {
    return settings(Vanilla.NET, padding);
  }

  private static PaddingSettings padding(Side side, Mask mask, LossMean loss) {
    return new PaddingSettings(side, mask, loss);
  }

  private static Trainer trained(RunSettings settings, int updates) {
    Trainer trainer = Runs.trainer(NAMES, settings);
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    return trainer;
  }

  /** The sequences of the next update of a run of sequences that all have their turn in order. */
  private static UpdatePass.Batch batch(List<Sequence> sequences, double[][] states) {
    return new UpdatePass.Batch() {
      @Override
      public int size() {
        return sequences.size();
      }

      @Override
      public Sequence sequence(int row) {
        return sequences.get(row);
      }

      @Override
      public double[] states(int row) {
        return states[row];
      }
    };
  }

  private static List<Sequence> rows() {
    return NAMES.sequences().subList(0, B);
  }

  private static double[][] states(int size) {
    double[][] states = new double[B][size];
    IntStream.range(0, B).forEach(row -> Arrays.setAll(states[row], i -> 0.1 * (row - i)));
    return states;
  }

  private static Parameters gradients(RunSettings settings) {
    Parameters weights = trained(settings, 7).weights();
    Parameters gradients = Parameters.zeros(weights.shape());
    UpdatePass pass = new UpdatePass(settings, weights, null, NAMES.longest());
    double[][] states = states(weights.shape().stateSize());
    assertThat(pass.run(batch(rows(), states), gradients, 0)).isNull();
    return gradients;
  }

  /** The gradients of the sequences, each alone and without padding, times its weight, added. */
  private static Parameters sumOfSingles(RunSettings settings, double[] weightOfRow) {
    Parameters weights = trained(settings, 7).weights();
    Parameters sum = Parameters.zeros(weights.shape());
    double[][] states = states(weights.shape().stateSize());
    for (int row = 0; row < B; row++) {
      Sequence each = rows().get(row);
      Example alone = new Example(weights, each.inputs(), each.targets(), states[row]);
      Parameters own = BatchPass.of(Batch.of(alone), BackwardRules.RIGHT).gradients();
      for (int i = 0; i < sum.count(); i++) {
        for (int k = 0; k < sum.data(i).length; k++) {
          sum.data(i)[k] += weightOfRow[row] * own.data(i)[k];
        }
      }
    }
    return sum;
  }

  private static double difference(Parameters one, Parameters other) {
    double largest = 0;
    for (int i = 0; i < one.count(); i++) {
      for (int k = 0; k < one.data(i).length; k++) {
        largest = Math.max(largest, Math.abs(one.data(i)[k] - other.data(i)[k]));
      }
    }
    return largest;
  }

  private static double[] weights(LossMean loss) {
    int[] lengths = rows().stream().mapToInt(Sequence::length).toArray();
    double all = IntStream.of(lengths).sum();
    double padded = (double) B * IntStream.of(lengths).max().orElseThrow();
    return IntStream.of(lengths)
        .mapToDouble(
            length ->
                switch (loss) {
                  case SUM -> 1;
                  case PER_CHARACTER -> 1 / all;
                  case PER_SEQUENCE -> 1.0 / B / length;
                  case PER_PADDED_LENGTH -> 1 / padded;
                })
        .toArray();
  }

  @ParameterizedTest
  @EnumSource(LossMean.class)
  void theGradientIsTheSumOfTheSingleOnesWherePaddingTouchesNothing(LossMean loss) {
    for (Net cell : List.of(Vanilla.NET, Lstm.NET)) {
      for (Side side : Side.values()) {
        RunSettings masked = settings(cell, padding(side, Mask.STATES_AND_LOSS, loss));
        assertThat(difference(gradients(masked), sumOfSingles(masked, weights(loss))))
            .isLessThan(1e-12);
      }
      RunSettings behind = settings(cell, padding(Side.RIGHT, Mask.LOSS_ONLY, loss));
      assertThat(difference(gradients(behind), sumOfSingles(behind, weights(loss))))
          .isLessThan(1e-12);
    }
  }

  @Test
  void itIsAnotherWherePaddingIsReadBeforeASequenceOrItsLossesCount() {
    for (PaddingSettings wrong :
        List.of(
            padding(Side.LEFT, Mask.LOSS_ONLY, LossMean.SUM),
            padding(Side.LEFT, Mask.NONE, LossMean.SUM),
            padding(Side.RIGHT, Mask.NONE, LossMean.SUM))) {
      RunSettings settings = settings(wrong);
      assertThat(difference(gradients(settings), sumOfSingles(settings, weights(LossMean.SUM))))
          .as("%s", wrong)
          .isGreaterThan(1e-3);
    }
  }

  @Test
  void paddingReadsTheZeroVectorAndPredictsTheEndMark() {
    for (Side side : Side.values()) {
      RunSettings settings = settings(Lstm.NET, padding(side, Mask.NONE, LossMean.PER_CHARACTER));
      Parameters weights = trained(settings, 7).weights();
      Parameters weighted = weights.as(settings.computedShape(weights.shape().vocabulary()));
      int columns = rows().stream().mapToInt(Sequence::length).max().orElseThrow();
      double[][] states = states(weights.shape().stateSize());
      double[] all = new double[columns];
      Arrays.fill(all, 1.0 / (B * columns));
      List<Example> examples =
          IntStream.range(0, B)
              .mapToObj(
                  row ->
                      new Example(
                          weighted,
                          new SequenceData(
                                  filled(rows().get(row).inputs(), columns, side, -1),
                                  filled(rows().get(row).targets(), columns, side, 0))
                              .weighted(all),
                          states[row]))
              .toList();
      Parameters whole =
          BatchPass.of(new Batch(examples, Truncation.NONE), BackwardRules.RIGHT).gradients();
      assertThat(difference(gradients(settings), whole)).isLessThan(1e-14);
    }
  }

  private static int[] filled(int[] ids, int columns, Side side, int with) {
    int[] filled = new int[columns];
    Arrays.fill(filled, with);
    System.arraycopy(ids, 0, filled, side == Side.LEFT ? columns - ids.length : 0, ids.length);
    return filled;
  }

  @Test
  void everyEpochHasEverySequenceOnceAndItsLastBatchThoseThatAreLeft() {
    Trainer trainer = Runs.trainer(NAMES, settings(PaddingSettings.USUAL));
    int characters = NAMES.sequences().stream().mapToInt(Sequence::length).sum();
    assertThat(trainer.epochLength()).isEqualTo(4);
    for (int epoch = 0; epoch < 3; epoch++) {
      int read = 0;
      for (int place = 0; place < 4; place++) {
        assertThat(trainer.epoch()).isEqualTo(epoch);
        assertThat(trainer.placeInEpoch()).isEqualTo(place);
        trainer.update();
        read += trainer.lastLength();
      }
      assertThat(read).isEqualTo(characters);
    }
  }

  @Test
  void byLengthThoseOfLikeLengthAreOneBatch() {
    RunSettings settings =
        settings(PaddingSettings.USUAL).withBatch(new BatchSettings(B, Order.BY_LENGTH));
    Trainer trainer = Runs.trainer(NAMES, settings);
    List<Integer> longest = NAMES.sequences().stream().map(Sequence::length).sorted().toList();
    for (int epoch = 0; epoch < 3; epoch++) {
      int[] seen = new int[4];
      for (int place = 0; place < 4; place++) {
        trainer.update();
        seen[place] = trainer.longestOfLast();
      }
      // The last one is the smaller one, of the longest; the others come in any order.
      assertThat(seen[3]).isEqualTo(longest.get(9));
      assertThat(IntStream.of(seen).boxed().limit(3))
          .containsExactlyInAnyOrder(longest.get(2), longest.get(5), longest.get(8));
    }
  }

  @Test
  void rowsAreCarriedOnEachByItself() {
    Trainer trainer = trained(settings(PaddingSettings.USUAL), 1);
    double[] states = trainer.nextStates();
    assertThat(states).hasSize(B * H);
    assertThat(IntStream.range(0, B).mapToObj(row -> row(states, row))).doesNotHaveDuplicates();
    UpdatePass pass =
        new UpdatePass(
            trainer.settings().withBatch(BatchSettings.SINGLE),
            trainer.weights().copy(),
            null,
            NAMES.longest());
    Sequence next = trainer.next();
    pass.run(
        batch(List.of(next), new double[][] {Arrays.copyOf(states, H)}),
        Parameters.zeros(trainer.weights().shape()),
        0);
    trainer.update();
    assertThat(row(trainer.nextStates(), 0))
        .isEqualTo(Arrays.stream(pass.handedOver(0)).boxed().toList());
  }

  private static List<Double> row(double[] states, int row) {
    return Arrays.stream(states, row * H, (row + 1) * H).boxed().toList();
  }

  @Test
  void whereTheCellReadsThePaddingTheStateBehindItIsCarried() {
    double[] masked = trained(settings(PaddingSettings.USUAL), 1).nextStates();
    double[] read = trained(settings(PaddingSettings.USUAL.with(Mask.LOSS_ONLY)), 1).nextStates();
    double[] left =
        trained(settings(padding(Side.LEFT, Mask.STATES_AND_LOSS, LossMean.SUM)), 1).nextStates();
    List<Integer> lengths = new ArrayList<>();
    Trainer same = Runs.trainer(NAMES, settings(PaddingSettings.USUAL));
    int[] order = same.checkpoint().order().order();
    IntStream.range(0, B).forEach(i -> lengths.add(NAMES.sequences().get(order[i]).length()));
    int longest = lengths.stream().max(Integer::compare).orElseThrow();
    assertThat(lengths).anyMatch(length -> length < longest);
    for (int row = 0; row < B; row++) {
      assertThat(row(left, row)).isEqualTo(row(masked, row));
      assertThat(row(read, row).equals(row(masked, row))).isEqualTo(lengths.get(row) == longest);
    }
  }

  @Test
  void aCheckpointGoesOnWithTheSameBits() {
    for (Mask mask : Mask.values()) {
      RunSettings settings =
          settings(Lstm.NET, padding(Side.LEFT, mask, LossMean.PER_SEQUENCE))
              .withBatch(new BatchSettings(B, Order.BY_LENGTH));
      Trainer trainer = trained(settings, 6);
      Trainer other = new Trainer(trainer.data(), trainer.checkpoint());
      for (int i = 0; i < 9; i++) {
        trainer.update();
        other.update();
      }
      assertThat(Runs.fingerprint(other.weights())).isEqualTo(Runs.fingerprint(trainer.weights()));
      assertThat(other.nextStates()).containsExactly(trainer.nextStates());
    }
  }

  @Test
  void theLossThatIsReportedIsThatOfACharacterWhateverIsDividedBy() {
    double[] losses =
        Stream.of(LossMean.values())
            .map(loss -> settings(padding(Side.RIGHT, Mask.LOSS_ONLY, loss)))
            .mapToDouble(settings -> trained(settings, 1).lossPerCharacter())
            .toArray();
    for (double loss : losses) {
      assertThat(loss).isCloseTo(losses[0], within(1e-14)).isGreaterThan(1);
    }
  }
}
