package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Truncation;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.training.BatchSettings.Order;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trace says of the batch that its sequence stands in. */
class TracedBatchTest {
  private static final int B = 4;
  private static final Corpus NAMES =
      Runs.lines("anna", "ottokar", "al", "lotte", "tan", "nolana", "alan", "hal");

  private static Trainer trainer(PaddingSettings padding) {
    RunSettings settings =
        Runs.settings(5, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(true))
            .withCell(Lstm.NET)
            .withHeldOutShare(0)
            .withBatch(new BatchSettings(B, Order.AS_THEY_COME))
            .withPadding(padding);
    Trainer trainer = Runs.trainer(NAMES, settings);
    trainer.update();
    return trainer;
  }

  private static TracedBatch batch(Trainer trainer) {
    return Objects.requireNonNull(trainer.trace(trainer.next()).batch());
  }

  @ParameterizedTest
  @CsvSource({
    "LEFT, STATES_AND_LOSS, PER_CHARACTER, true",
    "RIGHT, STATES_AND_LOSS, SUM, true",
    "RIGHT, LOSS_ONLY, PER_SEQUENCE, true",
    "LEFT, LOSS_ONLY, SUM, false",
    "RIGHT, NONE, PER_PADDED_LENGTH, false"
  })
  void everyRowComesToTheGradientOfTheUpdateAndIsHeldAgainstTheSequencesAlone(
      Side side, Mask mask, LossMean loss, boolean isSum) {
    Trainer trainer = trainer(new PaddingSettings(side, mask, loss));
    TracedBatch batch = batch(trainer);
    trainer.update();
    for (int row = 0; row < B; row++) {
      Trace trace = batch.trace(row);
      assertThat(trace.row()).isEqualTo(row);
      assertThat(trace.batch()).isSameAs(batch);
      assertThat(trace.update().gradientNorm())
          .isCloseTo(trainer.gradientNorm(), withPercentage(1e-9));
      assertThat(trace.length())
          .isEqualTo(
              mask == Mask.STATES_AND_LOSS ? batch.rows().get(row).length() : batch.columns());
    }
    assertThat(batch.sum().isSame()).isEqualTo(isSum);
    assertThat(batch.sum().relative()).matches(each -> isSum ? each < 1e-12 : each > 1e-3);
  }

  @Test
  void aColumnAddsWhatItsCellsAddInEachRow() {
    TracedBatch batch =
        batch(trainer(new PaddingSettings(Side.LEFT, Mask.STATES_AND_LOSS, LossMean.SUM)));
    TracedBatch.Column last = batch.column("W2_f", batch.columns() - 1);
    assertThat(last.before()).isZero();
    assertThat(last.shares()).hasSize(B).doesNotContain(0);
    assertThat(last.after()).isEqualTo(last.added());
    TracedBatch.Column first = batch.column("W2_f", 0);
    for (int row = 0; row < B; row++) {
      boolean isPadding = batch.rows().get(row).isPadding(0);
      assertThat(first.shares()[row] == 0).isEqualTo(isPadding);
    }
    double whole = norm(batch.trace(0), "W2_f");
    assertThat(first.after()).isCloseTo(whole, withPercentage(1e-9));
  }

  private static double norm(Trace trace, String weight) {
    var gradient = trace.gradient(weight);
    double squares = 0;
    for (int i = 0; i < gradient.rows(); i++) {
      for (int j = 0; j < gradient.cols(); j++) {
        squares += gradient.get(i, j) * gradient.get(i, j);
      }
    }
    return Math.sqrt(squares);
  }

  @Test
  void theWeightOfALossStandsInTheEquationsWhereThereIsOne() {
    Trace read = batch(trainer(PaddingSettings.USUAL.with(Mask.LOSS_ONLY))).trace(0);
    assertThat(read.net().head().isWeighted()).isTrue();
    int length = Objects.requireNonNull(read.batch()).rows().get(0).length();
    for (int t = 0; t < read.length(); t++) {
      assertThat(read.lossWeight(t)).isEqualTo(t < length ? 1 : 0);
    }
    assertThat(read.norm(Head.E, read.length() - 1) == 0).isEqualTo(length < read.length());
    Trace frozen = batch(trainer(PaddingSettings.USUAL)).trace(0);
    assertThat(frozen.net().head().isWeighted()).isFalse();
  }

  @Test
  void aFaultIsInEveryRow() {
    Trainer trainer = trainer(PaddingSettings.USUAL);
    trainer.change(trainer.settings().withFault(FaultCatalogue.of(Lstm.NET).listed().get(0)));
    TracedBatch batch = batch(trainer);
    trainer.update();
    for (int row = 0; row < B; row++) {
      assertThat(batch.trace(row).update().gradientNorm())
          .isCloseTo(trainer.gradientNorm(), withPercentage(1e-9));
    }
  }

  @Test
  void theOtherRowsAreTruncatedAsInTraining() {
    for (Truncation truncation : new Truncation[] {Truncation.chunks(2), Truncation.window(2)}) {
      Trainer trainer = trainer(PaddingSettings.USUAL.with(Mask.LOSS_ONLY));
      trainer.change(trainer.settings().withTruncation(truncation));
      TracedBatch batch = batch(trainer);
      trainer.update();
      assertThat(batch.trace(1).update().gradientNorm())
          .isCloseTo(trainer.gradientNorm(), withPercentage(1e-9));
      assertThat(batch.sum().isSame()).isTrue();
    }
  }
}
