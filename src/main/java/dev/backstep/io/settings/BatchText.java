package dev.backstep.io.settings;

import dev.backstep.math.TypedNumber;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.BatchSettings.Order;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.RunSettings;
import java.util.Arrays;
import java.util.Locale;

/** Settings of batches as words: {@code loss-only}. Reading throws as {@link SettingText} does. */
final class BatchText {
  private BatchText() {}

  static String size(RunSettings settings) {
    return String.valueOf(settings.batch().size());
  }

  static RunSettings size(String value, RunSettings base) {
    return base.withBatch(new BatchSettings(TypedNumber.smallWhole(value), base.batch().order()));
  }

  static String order(RunSettings settings) {
    return word(settings.batch().order());
  }

  static RunSettings order(String value, RunSettings base) {
    return base.withBatch(new BatchSettings(base.batch().size(), read(Order.values(), value)));
  }

  static String side(RunSettings settings) {
    return word(settings.padding().side());
  }

  static RunSettings side(String value, RunSettings base) {
    return base.withPadding(base.padding().with(read(Side.values(), value)));
  }

  static String mask(RunSettings settings) {
    return word(settings.padding().mask());
  }

  static RunSettings mask(String value, RunSettings base) {
    return base.withPadding(base.padding().with(read(Mask.values(), value)));
  }

  static String loss(RunSettings settings) {
    return word(settings.padding().loss());
  }

  static RunSettings loss(String value, RunSettings base) {
    return base.withPadding(base.padding().with(read(LossMean.values(), value)));
  }

  /** {@code per-character} of PER_CHARACTER. */
  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E read(E[] choices, String value) {
    return Arrays.stream(choices)
        .filter(choice -> word(choice).equals(value))
        .findFirst()
        .orElseThrow();
  }
}
