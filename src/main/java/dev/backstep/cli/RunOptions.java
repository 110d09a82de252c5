package dev.backstep.cli;

import dev.backstep.io.SettingKey;
import dev.backstep.training.RunSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The settings of a run as options; what is not given is as in a new window. */
final class RunOptions {
  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What sequences begin with: zero, carried, carried:always or fixed:COLUMNS.")
  private String mode;

  @Option(names = "--hidden", paramLabel = "H", description = "Hidden units, 1 to 1024.")
  private String hidden;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "sgd, adagrad, rmsprop or adam.")
  private String optimizer;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "Learning rate; what is usual for the optimiser if it is not given.")
  private String learningRate;

  @Option(
      names = "--clip",
      paramLabel = "CLIP",
      description =
          "none, LIMIT or norm:LIMIT (all gradients together) or value:LIMIT (each entry).")
  private String clip;

  @Option(
      names = "--init",
      paramLabel = "INIT",
      description = "How weights begin: uniform (±1/√H) or gaussian:DEVIATION.")
  private String init;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "A whole number that decides all that is random; that of the first pair where there are several.")
  private String seed;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "The share of the sequences that is kept from training, 0 to 0.9.")
  private String heldOut;

  @Option(
      names = "--fault",
      paramLabel = "ID",
      description = "Makes the backward pass with this fault, such as missing-transpose.")
  private String fault;

  /**
   * The settings of these options.
   *
   * @throws IllegalArgumentException if a value cannot be read or is out of its range
   */
  RunSettings settings() {
    return settings(List.of());
  }

  /**
   * The settings of these options, with others in the place of some.
   *
   * @param others each {@code key=value} with the {@link SettingKey#id}
   * @throws IllegalArgumentException if one is not written so, a key is unknown, or a value cannot
   *     be read or is out of its range
   */
  RunSettings settings(List<String> others) {
    Map<SettingKey, String> all = given();
    others.forEach(other -> put(other, all));
    RunSettings settings = RunSettings.defaults();
    for (Map.Entry<SettingKey, String> each : all.entrySet()) {
      settings = each.getKey().read(each.getValue(), settings);
    }
    return all.containsKey(SettingKey.LEARNING_RATE)
        ? settings
        : settings.withLearningRate(settings.optimizer().usualLearningRate());
  }

  private Map<SettingKey, String> given() {
    Map<SettingKey, String> given = new EnumMap<>(SettingKey.class);
    given.put(SettingKey.MODE, mode);
    given.put(SettingKey.HIDDEN, hidden);
    given.put(SettingKey.OPTIMIZER, optimizer);
    given.put(SettingKey.LEARNING_RATE, learningRate);
    given.put(SettingKey.CLIP, clip);
    given.put(SettingKey.INIT, init);
    given.put(SettingKey.SEED, seed);
    given.put(SettingKey.HELD_OUT, heldOut);
    given.put(SettingKey.FAULT, fault);
    given.values().removeIf(Objects::isNull);
    return given;
  }

  private static void put(String keyAndValue, Map<SettingKey, String> settings) {
    int equals = keyAndValue.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "“%s” is not a setting; it must be KEY=VALUE, as mode=zero".formatted(keyAndValue));
    }
    settings.put(
        SettingKey.withId(keyAndValue.substring(0, equals)), keyAndValue.substring(equals + 1));
  }
}
