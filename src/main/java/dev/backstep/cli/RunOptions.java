package dev.backstep.cli;

import dev.backstep.io.settings.SettingKey;
import dev.backstep.math.Numbers;
import dev.backstep.net.GateBias;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.training.RunSettings;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of a run as options; what is not given is as in a new window. */
final class RunOptions {
  /** The cells that there are, for the help. */
  static final class Cells implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Nets.ALL.stream().map(Net::id).iterator();
    }
  }

  /** The start values that are usual, for the help. */
  static final class GateBiases implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Nets.ALL.stream()
          .flatMap(net -> net.gateBias().map(bias -> said(net, bias)).stream())
          .iterator();
    }

    private static String said(Net net, GateBias bias) {
      return Numbers.plain(bias.usual()) + " for the " + bias.gate() + " gate of " + net;
    }
  }

  /**
   * A value, and what it was given with: {@code --seed}, or {@code --a seed} where it is of one run
   * alone.
   */
  private record Written(String name, String value) {
    RunSettings read(SettingKey key, RunSettings base) {
      return key == SettingKey.FAULT
          ? base.withFault(FaultIds.require(name, value))
          : key.read(name, value, base);
    }
  }

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "What sequences begin with: zero, carried, carried:always, fixed:COLUMNS or learned.")
  private @Nullable String mode;

  @Option(names = "--hidden", paramLabel = "H", description = "Hidden units, 1 to 1024.")
  private @Nullable String hidden;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "sgd, adagrad, rmsprop or adam.")
  private @Nullable String optimizer;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "Learning rate; what is usual for the optimiser if it is not given.")
  private @Nullable String learningRate;

  @Option(
      names = "--clip",
      paramLabel = "CLIP",
      description =
          "none, LIMIT or norm:LIMIT (all gradients together) or value:LIMIT (each entry).")
  private @Nullable String clip;

  @Option(names = "--truncate", paramLabel = "KIND:K", description = SequenceOptions.TRUNCATE)
  private @Nullable String truncate;

  @Option(
      names = "--init",
      paramLabel = "INIT",
      description = "How weights begin: uniform (±1/√H) or gaussian:DEVIATION.")
  private @Nullable String init;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "A whole number that decides all that is random; that of the first pair where there are"
              + " several.")
  private @Nullable String seed;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "The share of the sequences that is kept from training, 0 to 0.9.")
  private @Nullable String heldOut;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      completionCandidates = Cells.class,
      description =
          "One of ${COMPLETION-CANDIDATES}; vanilla, with tanh, if it is not given (rnn is another"
              + " name of it).")
  private @Nullable String cell;

  @Option(
      names = "--gate-bias",
      paramLabel = "VALUE",
      completionCandidates = GateBiases.class,
      description =
          "What the bias of a gate begins with, -10 to 10; ${COMPLETION-CANDIDATES} if it is not"
              + " given.")
  private @Nullable String gateBias;

  @Option(
      names = "--batch",
      paramLabel = "B",
      description = "Sequences of an update, 1 to 512; 1 if it is not given.")
  private @Nullable String batch;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "Which sequences stand in one batch: as-they-come (shuffled in every epoch) or by-length"
              + " (those of like length, so that there is little padding).")
  private @Nullable String order;

  @Option(
      names = "--padding",
      paramLabel = "SIDE",
      description =
          "Where shorter sequences of a batch are filled up: right or left. Padding reads the zero"
              + " vector.")
  private @Nullable String padding;

  @Option(
      names = "--mask",
      paramLabel = "MASK",
      description =
          "What padding does not touch: states-and-loss (states are kept and its losses do not"
              + " count), loss-only (the cell reads it) or none (its losses count, with the end"
              + " mark to predict).")
  private @Nullable String mask;

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "What gradients are of: the sum of the losses, or their mean per-character, per-sequence"
              + " (the mean of each, and then of these) or per-padded-length.")
  private @Nullable String loss;

  @Option(
      names = "--fault",
      paramLabel = "ID",
      completionCandidates = FaultIds.class,
      description = FaultIds.DESCRIPTION)
  private @Nullable String fault;

  /**
   * The net that is called so.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Net cell(String name) {
    return SettingKey.CELL.read("--cell", name, RunSettings.defaults()).cell();
  }

  /**
   * The settings of these options.
   *
   * @throws IllegalArgumentException if a value cannot be read or is out of its range
   */
  RunSettings settings() {
    return settings("", List.of());
  }

  /**
   * The settings of these options, with others in the place of some.
   *
   * @param option that the others were given with
   * @param others each {@code key=value} with the {@link SettingKey#id}
   * @throws IllegalArgumentException if one is not written so, a key is unknown, or a value cannot
   *     be read or is out of its range
   */
  RunSettings settings(String option, List<String> others) {
    Map<SettingKey, Written> all = given();
    others.forEach(other -> put(option, other, all));
    RunSettings settings = RunSettings.ofNewProgram();
    for (Map.Entry<SettingKey, Written> each : all.entrySet()) {
      settings = each.getValue().read(each.getKey(), settings);
    }
    FaultIds.requireOf(settings.cell(), settings.fault());
    return all.containsKey(SettingKey.LEARNING_RATE)
        ? settings
        : settings.withLearningRate(settings.optimizer().usualLearningRate());
  }

  private Map<SettingKey, Written> given() {
    Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    values.put(SettingKey.MODE, mode);
    values.put(SettingKey.HIDDEN, hidden);
    values.put(SettingKey.OPTIMIZER, optimizer);
    values.put(SettingKey.LEARNING_RATE, learningRate);
    values.put(SettingKey.CLIP, clip);
    values.put(SettingKey.TRUNCATE, truncate);
    values.put(SettingKey.INIT, init);
    values.put(SettingKey.SEED, seed);
    values.put(SettingKey.HELD_OUT, heldOut);
    values.put(SettingKey.CELL, cell);
    values.put(SettingKey.GATE_BIAS, gateBias);
    values.put(SettingKey.BATCH, batch);
    values.put(SettingKey.ORDER, order);
    values.put(SettingKey.PADDING, padding);
    values.put(SettingKey.MASK, mask);
    values.put(SettingKey.LOSS, loss);
    values.put(SettingKey.FAULT, fault);
    values.values().removeIf(Objects::isNull);
    Map<SettingKey, Written> given = new EnumMap<>(SettingKey.class);
    values.forEach((key, value) -> given.put(key, new Written("--" + key.id(), value)));
    return given;
  }

  private static void put(String option, String keyAndValue, Map<SettingKey, Written> settings) {
    int equals = keyAndValue.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "“%s” is not a setting; it must be KEY=VALUE, as mode=zero",
              keyAndValue));
    }
    SettingKey key = SettingKey.withId(keyAndValue.substring(0, equals));
    settings.put(key, new Written(option + " " + key.id(), keyAndValue.substring(equals + 1)));
  }
}
