package dev.backstep.ui.settings;

import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A setting that is one of several things, and nothing more. */
final class ChoiceField<T> implements EditedSetting {
  private final List<String> name;
  private final Function<RunSettings, T> of;
  private final BiFunction<RunSettings, T, RunSettings> with;
  private final ObjectProperty<T> choice = new SimpleObjectProperty<>();
  private @Nullable T shown;

  /** One that can change on the way. */
  ChoiceField(Function<RunSettings, T> of, BiFunction<RunSettings, T, RunSettings> with) {
    this(List.of(), of, with);
  }

  /**
   * One that a run begins with.
   *
   * @param key of its name in the texts
   */
  ChoiceField(
      String key, Function<RunSettings, T> of, BiFunction<RunSettings, T, RunSettings> with) {
    this(List.of(key), of, with);
  }

  private ChoiceField(
      List<String> name,
      Function<RunSettings, T> of,
      BiFunction<RunSettings, T, RunSettings> with) {
    this.name = name;
    this.of = of;
    this.with = with;
  }

  ObjectProperty<T> choiceProperty() {
    return choice;
  }

  @Override
  public void show(RunSettings settings) {
    shown = of.apply(settings);
    choice.set(shown);
  }

  @Override
  public RunSettings read(RunSettings base) {
    return with.apply(base, choice.get());
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of();
  }

  @Override
  public List<String> waiting() {
    return Objects.equals(choice.get(), shown) ? List.of() : name;
  }
}
