package dev.backstep.cli;

import dev.backstep.io.SettingKey;
import dev.backstep.training.RunSettings;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The settings of a run as options; what is not given is as in a new window. */
final class RunOptions {
  private final Map<SettingKey, String> given = new EnumMap<>(SettingKey.class);

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What sequences begin with: zero, carried, carried:always or fixed:COLUMNS.")
  private void mode(String value) {
    given.put(SettingKey.MODE, value);
  }

  @Option(names = "--hidden", paramLabel = "H", description = "Hidden units, 1 to 1024.")
  private void hidden(String value) {
    given.put(SettingKey.HIDDEN, value);
  }

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      description = "sgd, adagrad, rmsprop or adam.")
  private void optimizer(String value) {
    given.put(SettingKey.OPTIMIZER, value);
  }

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "Learning rate; what is usual for the optimiser if it is not given.")
  private void learningRate(String value) {
    given.put(SettingKey.LEARNING_RATE, value);
  }

  @Option(
      names = "--clip",
      paramLabel = "CLIP",
      description = "none, norm:LIMIT (all gradients together) or value:LIMIT (each entry).")
  private void clip(String value) {
    given.put(SettingKey.CLIP, value);
  }

  @Option(
      names = "--init",
      paramLabel = "INIT",
      description = "How weights begin: uniform (±1/√H) or gaussian:DEVIATION.")
  private void init(String value) {
    given.put(SettingKey.INIT, value);
  }

  @Option(names = "--seed", paramLabel = "SEED", description = "The first seed, a whole number.")
  private void seed(String value) {
    given.put(SettingKey.SEED, value);
  }

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "The share of the sequences that is kept from training, 0 to 0.9.")
  private void heldOut(String value) {
    given.put(SettingKey.HELD_OUT, value);
  }

  /**
   * The settings of these options.
   *
   * @throws IllegalArgumentException if a value cannot be read or is out of its range
   */
  RunSettings settings() {
    return settings(Map.of());
  }

  /**
   * The settings of these options, with others in the place of some.
   *
   * @param others values by {@link SettingKey#id}
   * @throws IllegalArgumentException if a key is unknown, or a value cannot be read or is out of
   *     its range
   */
  RunSettings settings(Map<String, String> others) {
    Map<SettingKey, String> all = new EnumMap<>(given);
    others.forEach((id, value) -> all.put(SettingKey.withId(id), value));
    RunSettings settings = RunSettings.defaults();
    for (Map.Entry<SettingKey, String> each : all.entrySet()) {
      settings = each.getKey().read(each.getValue(), settings);
    }
    return all.containsKey(SettingKey.LEARNING_RATE)
        ? settings
        : settings.withLearningRate(settings.optimizer().usualLearningRate());
  }
}
