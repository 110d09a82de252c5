package dev.backstep.io.settings;

import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.Numbers;
import dev.backstep.math.TypedNumber;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.PaddingSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.OptimizerKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of a run as they are written in commands and tables: {@code mode=carried}, {@code
 * clip=norm:5}. What one writes, it reads again.
 */
public enum SettingKey {
  MODE(
      "mode",
      "zero, carried, carried:always, fixed:COLUMNS or learned",
      settings -> SettingText.mode(settings.hiddenState()),
      (value, base) -> base.withHiddenState(SettingText.mode(value))),

  HIDDEN(
      "hidden",
      "a whole number from 1 to " + RunSettings.MOST_HIDDEN,
      settings -> String.valueOf(settings.hidden()),
      (value, base) -> base.withHidden(TypedNumber.smallWhole(value))),

  OPTIMIZER(
      "optimizer",
      "sgd, adagrad, rmsprop or adam",
      settings -> id(settings.optimizer()),
      (value, base) -> base.withOptimizer(optimizer(value))),

  LEARNING_RATE(
      "lr",
      "a number above 0 and at most 1000",
      settings -> Numbers.plain(settings.learningRate()),
      (value, base) -> base.withLearningRate(TypedNumber.decimal(value))),

  CLIP(
      "clip",
      "none, LIMIT, norm:LIMIT or value:LIMIT",
      settings -> SettingText.clipping(settings.clipping()),
      (value, base) -> base.withClipping(SettingText.clipping(value))),

  TRUNCATE(
      "truncate",
      "none, chunks:K or window:K with a whole number K of at least 1, as window:3",
      settings -> SettingText.truncation(settings.truncation()),
      (value, base) -> base.withTruncation(SettingText.truncation(value))),

  INIT(
      "init",
      "uniform or gaussian:DEVIATION",
      settings -> SettingText.initialization(settings.initialization()),
      (value, base) -> base.withInitialization(SettingText.initialization(value))),

  SEED(
      "seed",
      "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
      settings -> String.valueOf(settings.seed()),
      (value, base) -> base.withSeed(TypedNumber.whole(value))),

  HELD_OUT(
      "held-out",
      "a number from 0 to 0.9",
      settings -> Numbers.plain(settings.heldOutShare()),
      (value, base) -> base.withHeldOutShare(TypedNumber.decimal(value))),

  CELL(
      "cell",
      cells(),
      settings -> settings.cell().id(),
      (value, base) -> base.withCell(Nets.of(value).orElseThrow())),

  GATE_BIAS(
      "gate-bias",
      "a number from -10 to 10 (none where the cell has no gates)",
      SettingText::gateBias,
      SettingText::gateBias),

  BATCH(
      "batch", "a whole number from 1 to " + BatchSettings.MOST, BatchText::size, BatchText::size),

  ORDER("order", "as-they-come or by-length", BatchText::order, BatchText::order),

  PADDING("padding", "right or left", BatchText::side, BatchText::side),

  MASK("mask", "states-and-loss, loss-only or none", BatchText::mask, BatchText::mask),

  LOSS(
      "loss",
      "sum, per-character, per-sequence or per-padded-length",
      BatchText::loss,
      BatchText::loss),

  FAULT(
      "fault",
      "none or the name of a fault, such as missing-transpose",
      settings -> settings.fault().id(),
      (value, base) -> base.withFault(FaultCatalogue.named(value).orElseThrow()));

  private final String id;
  private final String allowed;
  private final Function<RunSettings, String> write;
  private final BiFunction<String, RunSettings, RunSettings> read;

  SettingKey(
      String id,
      String allowed,
      Function<RunSettings, String> write,
      BiFunction<String, RunSettings, RunSettings> read) {
    this.id = id;
    this.allowed = allowed;
    this.write = write;
    this.read = read;
  }

  /**
   * Whether it must be said of settings: the vanilla cell, that the whole sequence is gone back
   * through and a single sequence an update go without saying.
   */
  public boolean isSaid(RunSettings settings) {
    boolean isBatch = settings.batch().size() > 1;
    return switch (this) {
      case GATE_BIAS -> settings.cell().gateBias().isPresent();
      case CELL -> settings.cell() != Vanilla.NET;
      case TRUNCATE -> !settings.truncation().isNone();
      case BATCH, ORDER, PADDING, MASK -> isBatch;
      case LOSS -> isBatch || settings.padding().loss() != PaddingSettings.LossMean.SUM;
      default -> true;
    };
  }

  /** {@code vanilla (also called rnn), relu or sigmoid}. */
  private static String cells() {
    List<String> ids =
        Nets.ALL.stream()
            .map(net -> net == Vanilla.NET ? net.id() + " (also called rnn)" : net.id())
            .toList();
    int last = ids.size() - 1;
    return String.join(", ", ids.subList(0, last)) + " or " + ids.get(last);
  }

  private static String id(OptimizerKind optimizer) {
    return optimizer.title().toLowerCase(Locale.ROOT);
  }

  private static OptimizerKind optimizer(String value) {
    return Arrays.stream(OptimizerKind.values())
        .filter(kind -> id(kind).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  /** The key in {@code key=value}. */
  public String id() {
    return id;
  }

  /** The values it may have, for messages and help. */
  public String allowed() {
    return allowed;
  }

  /** The value in {@code key=value}. */
  public String write(RunSettings settings) {
    return write.apply(settings);
  }

  /**
   * Settings with this one changed.
   *
   * @throws IllegalArgumentException if the value cannot be read or is out of its range
   */
  public RunSettings read(String value, RunSettings base) {
    return read(id, value, base);
  }

  /**
   * The same.
   *
   * @param name how the value's place is called where it was written, for the refusal
   */
  public RunSettings read(String name, String value, RunSettings base) {
    try {
      return read.apply(value.strip(), base);
    } catch (NumberFormatException | NoSuchElementException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is “%s”; it must be %s", name, value, allowed), e);
    }
  }

  /**
   * The one that is written so.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SettingKey withId(String id) {
    return Arrays.stream(values())
        .filter(key -> key.id.equals(id.strip()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(id)));
  }

  private static String unknown(String id) {
    String known = Arrays.stream(values()).map(SettingKey::id).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "“%s” is not a setting; settings are %s", id, known);
  }
}
