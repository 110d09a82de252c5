package dev.backstep.io.settings;

import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import org.jspecify.annotations.Nullable;

/** The settings of batches as they stand in JSON: each choice by its name. */
public record BatchEntry(
    int size,
    BatchSettings.Order order,
    Side padding,
    PaddingSettings.Mask mask,
    PaddingSettings.LossMean loss) {
  /** A single sequence an update, as before there were others. */
  public static final BatchEntry SINGLE = of(BatchSettings.SINGLE, PaddingSettings.USUAL);

  /** Null where they go without saying. */
  static @Nullable BatchEntry of(RunSettings settings) {
    BatchEntry entry = of(settings.batch(), settings.padding());
    return entry.equals(SINGLE) ? null : entry;
  }

  private static BatchEntry of(BatchSettings batch, PaddingSettings padding) {
    return new BatchEntry(
        batch.size(), batch.order(), padding.side(), padding.mask(), padding.loss());
  }

  BatchSettings batch() {
    return new BatchSettings(size, order);
  }

  PaddingSettings paddingSettings() {
    return new PaddingSettings(padding, mask, loss);
  }
}
