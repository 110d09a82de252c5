package dev.backstep.ui.settings;

import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A setting that is one of several things, and nothing more. */
final class ChoiceField<T> implements EditedSetting {
  private final Function<RunSettings, T> of;
  private final BiFunction<RunSettings, T, RunSettings> with;
  private final ObjectProperty<T> choice = new SimpleObjectProperty<>();

  ChoiceField(Function<RunSettings, T> of, BiFunction<RunSettings, T, RunSettings> with) {
    this.of = of;
    this.with = with;
  }

  ObjectProperty<T> choiceProperty() {
    return choice;
  }

  @Override
  public void show(RunSettings settings) {
    choice.set(of.apply(settings));
  }

  @Override
  public RunSettings read(RunSettings base) {
    return with.apply(base, choice.get());
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of();
  }
}
