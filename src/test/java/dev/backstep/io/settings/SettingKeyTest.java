package dev.backstep.io.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.fault.Fault;
import dev.backstep.model.Initialization;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Truncation;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingKeyTest {
  private static final List<RunSettings> SETTINGS =
      List.of(
          RunSettings.defaults(),
          RunSettings.defaults()
              .withHidden(7)
              .withOptimizer(OptimizerKind.RMSPROP)
              .withLearningRate(1e-7)
              .withClipping(new Clipping.Elementwise(0.25))
              .withInitialization(new Initialization.Gaussian(0.01))
              .withSeed(-3)
              .withHiddenState(new HiddenStatePolicy.Carried(true))
              .withHeldOutShare(0.0905),
          RunSettings.defaults()
              .withHidden(1)
              .withOptimizer(OptimizerKind.SGD)
              .withLearningRate(1000)
              .withClipping(new Clipping.None())
              .withSeed(Long.MAX_VALUE)
              .withHiddenState(new HiddenStatePolicy.Carried(false))
              .withHeldOutShare(0),
          RunSettings.defaults().withHiddenState(new HiddenStatePolicy.FixedArray(24)),
          RunSettings.defaults().withHiddenState(new HiddenStatePolicy.Learned()),
          RunSettings.defaults().withTruncation(Truncation.chunks(4)),
          RunSettings.defaults().withTruncation(Truncation.window(1)),
          RunSettings.defaults().withCell(Relu.NET),
          RunSettings.defaults().withCell(Lstm.NET),
          RunSettings.defaults().withCell(GruResetBefore.NET).withGateBias(-1.5),
          RunSettings.defaults()
              .withBatch(new BatchSettings(16, BatchSettings.Order.BY_LENGTH))
              .withPadding(new PaddingSettings(Side.LEFT, Mask.NONE, LossMean.PER_SEQUENCE)),
          RunSettings.defaults().withFault(Fault.MISSING_TRANSPOSE));

  @Test
  void whatIsWrittenIsReadAgain() {
    for (RunSettings settings : SETTINGS) {
      RunSettings read = SETTINGS.get(1).withHidden(99);
      for (SettingKey key : SettingKey.values()) {
        read = SettingKey.withId(key.id()).read(key.write(settings), read);
      }
      assertThat(read).isEqualTo(settings);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FAULT, h-for-hprev",
    "CELL, sigmoid",
    "BATCH, 16",
    "ORDER, by-length",
    "PADDING, left",
    "MASK, loss-only",
    "MASK, states-and-loss",
    "LOSS, per-padded-length",
    "MODE, fixed:24",
    "MODE, carried:always",
    "CLIP, norm:5",
    "CLIP, value:0.5",
    "CLIP, none",
    "TRUNCATE, none",
    "TRUNCATE, chunks:4",
    "TRUNCATE, window:3",
    "INIT, gaussian:0.1",
    "OPTIMIZER, adam",
    "LEARNING_RATE, 0.03",
    "HELD_OUT, 0.0905"
  })
  void valuesAreWrittenAsSomebodyTypesThem(SettingKey key, String value) {
    assertThat(key.write(key.read(value, RunSettings.defaults()))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MODE | zro | mode is “zro”; it must be zero, carried, carried:always,"
            + " fixed:COLUMNS or learned",
        "MODE | fixed:many | mode is “fixed:many”; it must be zero, carried, carried:always,"
            + " fixed:COLUMNS or learned",
        "MODE | fixed:0 | the fixed array has 0 columns; it must have 1 to 5000",
        "HIDDEN | 3.5 | hidden is “3.5”; it must be a whole number from 1 to 1024",
        "SEED | 99999999999999999999 | seed is “99999999999999999999”; it must be a whole number"
            + " from -9223372036854775808 to 9223372036854775807",
        "HIDDEN | 9999 | H, the number of hidden units, is 9999; it must be 1 to 1024",
        "OPTIMIZER | lbfgs | optimizer is “lbfgs”; it must be sgd, adagrad, rmsprop or adam",
        "LEARNING_RATE | x | lr is “x”; it must be a number above 0 and at most 1000",
        "LEARNING_RATE | NaN | lr is “NaN”; it must be a number above 0 and at most 1000",
        "CLIP | norm | clip is “norm”; it must be none, LIMIT, norm:LIMIT or value:LIMIT",
        "CLIP | norm:-1 | the clip limit is -1.0; it must be above 0",
        "TRUNCATE | chunks:0 | truncate is “chunks:0”; it must be none, chunks:K or window:K with a"
            + " whole number K of at least 1, as window:3",
        "TRUNCATE | 3 | truncate is “3”; it must be none, chunks:K or window:K with a whole number"
            + " K of at least 1, as window:3",
        "GATE_BIAS | none | gate-bias is “none”; it must be a number from -10 to 10 (none where"
            + " the cell has no gates)",
        "GATE_BIAS | 12 | the start value of b_f, the bias of the forget gate, is 12.0; it must be"
            + " -10 to 10",
        "BATCH | 0 | B, the number of sequences of an update, is 0; it must be 1 to 512",
        "BATCH | many | batch is “many”; it must be a whole number from 1 to 512",
        "MASK | all | mask is “all”; it must be states-and-loss, loss-only or none",
        "LOSS | mean | loss is “mean”; it must be sum, per-character, per-sequence or"
            + " per-padded-length",
        "INIT | gaussian | init is “gaussian”; it must be uniform or gaussian:DEVIATION",
        "HELD_OUT | 0.95 | the held-out share is 0.95; it must be 0 to 0.9"
      })
  void whatCannotBeIsRefusedWithTheValueAndWhatIsAllowed(
      SettingKey key, String value, String message) {
    RunSettings lstm = RunSettings.defaults().withCell(Lstm.NET);
    assertThatThrownBy(() -> key.read(value, lstm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aCellThatThereIsNotIsRefusedWithThoseThereAre() {
    String cells =
        Nets.ALL.stream()
            .map(Net::id)
            .collect(Collectors.joining(", "))
            .replace("vanilla", "vanilla (also called rnn)");
    assertThatThrownBy(() -> SettingKey.CELL.read("lstn", RunSettings.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cell is “lstn”; it must be " + cells.replaceFirst(", ([^,]+)$", " or $1"));
  }

  @ParameterizedTest
  @CsvSource({"rnn, vanilla", "RNN, vanilla", "LSTM, lstm", "Gru-Reset-Before, gru-reset-before"})
  void aCellIsReadInAnyCaseAndByItsOtherName(String value, String cell) {
    RunSettings read = SettingKey.CELL.read(value, RunSettings.defaults());
    assertThat(SettingKey.CELL.write(read)).isEqualTo(cell);
  }

  @Test
  void anUnknownKeyIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> SettingKey.withId("speed"))
        .hasMessage(
            "“speed” is not a setting; settings are mode, hidden, optimizer, lr, clip, truncate,"
                + " init, seed, held-out, cell, gate-bias, batch, order, padding, mask, loss,"
                + " fault");
  }

  @Test
  void aLimitAloneClipsTheNorm() {
    RunSettings without = SettingKey.CLIP.read("none", RunSettings.defaults());
    assertThat(SettingKey.CLIP.read("5", without))
        .isEqualTo(SettingKey.CLIP.read("norm:5", without))
        .isNotEqualTo(without);
  }
}
