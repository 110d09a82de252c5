package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A setting that is one number. */
final class NumberField implements EditedSetting {
  private final String key;
  private final Function<RunSettings, String> write;
  private final BiFunction<String, RunSettings, RunSettings> read;
  private final TypedSetting typed;

  /**
   * @param key of its name in the texts
   * @param read throws an {@link IllegalArgumentException} with the sentence that refuses a text
   */
  private NumberField(
      String key,
      Function<RunSettings, String> write,
      BiFunction<String, RunSettings, RunSettings> read) {
    this.key = key;
    this.write = write;
    this.read = read;
    typed =
        new TypedSetting(
            "", text -> Objects.requireNonNull(read.apply(text, RunSettings.defaults())));
  }

  static NumberField ofLearningRate(FieldReader fields) {
    return new NumberField(
        "settings.learning-rate",
        settings -> Numbers.plain(settings.learningRate()),
        (text, base) -> base.withLearningRate(fields.number("settings.learning-rate", text)));
  }

  static NumberField ofHidden(FieldReader fields) {
    return new NumberField(
        "settings.hidden",
        settings -> String.valueOf(settings.hidden()),
        (text, base) -> base.withHidden((int) fields.whole("settings.hidden", text)));
  }

  static NumberField ofBatch(FieldReader fields) {
    return new NumberField(
        "settings.batch",
        settings -> String.valueOf(settings.batch().size()),
        (text, base) ->
            base.withBatch(
                new BatchSettings(
                    (int) fields.whole("settings.batch", text), base.batch().order())));
  }

  static NumberField ofSeed(FieldReader fields) {
    return new NumberField(
        "settings.seed",
        settings -> String.valueOf(settings.seed()),
        (text, base) -> base.withSeed(fields.whole("settings.seed", text)));
  }

  static NumberField ofHeldOut(FieldReader fields) {
    return new NumberField(
        "settings.held-out.name",
        settings -> FieldReader.percent(settings.heldOutShare()),
        (text, base) -> base.withHeldOutShare(fields.share("settings.held-out", text)));
  }

  TypedSetting setting() {
    return typed;
  }

  @Override
  public void show(RunSettings settings) {
    typed.show(write.apply(settings));
  }

  @Override
  public RunSettings read(RunSettings base) {
    return read.apply(typed.textProperty().get(), base);
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of(typed);
  }

  @Override
  public List<String> waiting() {
    return typed.isEdited() ? List.of(key) : List.of();
  }
}
