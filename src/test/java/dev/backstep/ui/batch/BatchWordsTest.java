package dev.backstep.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.Runs;
import dev.backstep.training.Trainer;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.words.Texts;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchWordsTest {
  private final BatchWords words = new BatchWords(Texts.load());

  /** A batch of "al" and "anna". */
  private static TracedBatch batch(Side side, Mask mask, LossMean loss) {
    Trainer trainer =
        Runs.trainer(
            Runs.lines("anna", "al"),
            Runs.settings(3, OptimizerKind.SGD, new HiddenStatePolicy.Carried(true))
                .withHeldOutShare(0)
                .withBatch(new BatchSettings(2, BatchSettings.Order.BY_LENGTH))
                .withPadding(new PaddingSettings(side, mask, loss)));
    return Objects.requireNonNull(trainer.trace(trainer.next()).batch());
  }

  private static Trace shorter(TracedBatch batch) {
    int row =
        IntStream.range(0, 2)
            .filter(each -> batch.rows().get(each).length() < batch.columns())
            .findFirst()
            .orElseThrow();
    return batch.trace(row);
  }

  @Test
  void theMaskIsARowOfNumbersInTheEquations() {
    TracedBatch frozen = batch(Side.LEFT, Mask.STATES_AND_LOSS, LossMean.PER_PADDED_LENGTH);
    assertThat(words.mask(frozen, shorter(frozen)))
        .startsWith("m = 0 0 1 1\n")
        .contains("h = m ⊙ new + (1 − m) ⊙ before")
        .endsWith("w = 1/8");
    TracedBatch read = batch(Side.RIGHT, Mask.LOSS_ONLY, LossMean.SUM);
    assertThat(words.mask(read, shorter(read)))
        .startsWith("m = 1 1 0 0\n")
        .contains("h = new, in padding too")
        .endsWith("w = 1.00000");
    TracedBatch counted = batch(Side.RIGHT, Mask.NONE, LossMean.PER_CHARACTER);
    assertThat(words.mask(counted, shorter(counted))).startsWith("no mask").endsWith("w = 1/8");
  }

  @Test
  void theSumIsSaidWithItsNumber() {
    TracedBatch right = batch(Side.LEFT, Mask.STATES_AND_LOSS, LossMean.SUM);
    assertThat(words.sum(right, right.sum()))
        .startsWith("The gradient is the sum of the gradients of the 2 sequences alone")
        .containsPattern("difference (0|\\d\\.\\d+e−1[5-9])");
    TracedBatch wrong = batch(Side.LEFT, Mask.LOSS_ONLY, LossMean.SUM);
    assertThat(words.sum(wrong, wrong.sum()))
        .startsWith("The gradient is not the sum")
        .containsPattern("difference 0\\.\\d+");
    assertThat(words.sum(wrong, null)).contains("being added");
  }

  @Test
  void whatIsHandedOverIsOnlySaidWhereItIsTheStateBehindPadding() {
    TracedBatch behind = batch(Side.RIGHT, Mask.LOSS_ONLY, LossMean.SUM);
    assertThat(words.handedOver(behind, shorter(behind)))
        .contains("2 columns of padding")
        .contains("h[:, -1]");
    for (TracedBatch other :
        new TracedBatch[] {
          batch(Side.RIGHT, Mask.STATES_AND_LOSS, LossMean.SUM),
          batch(Side.LEFT, Mask.LOSS_ONLY, LossMean.SUM)
        }) {
      assertThat(words.handedOver(other, shorter(other))).isEmpty();
    }
  }

  @Test
  void aColumnIsSaidWithTheNumberOfItsCells() {
    TracedBatch frozen = batch(Side.LEFT, Mask.STATES_AND_LOSS, LossMean.SUM);
    assertThat(words.added(frozen, "W2", 3, frozen.column("W2", 3)))
        .startsWith("dW2, column 3: before ‖ ‖ = 0")
        .contains("the 2 cells of this column");
    assertThat(words.added(frozen, "W2", 0, frozen.column("W2", 0))).doesNotContain("2 cells");
    assertThat(words.square(frozen, shorter(frozen).row(), 0)).contains("padding");
  }
}
