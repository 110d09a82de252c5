package dev.backstep.ui.settings;

import dev.backstep.net.Net;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The cell of the net. */
final class CellFields implements EditedSetting {
  private final ObjectProperty<Net> choice = new SimpleObjectProperty<>();
  private @Nullable Net shown;

  ObjectProperty<Net> choiceProperty() {
    return choice;
  }

  @Override
  public void show(RunSettings settings) {
    shown = settings.cell();
    choice.set(shown);
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withCell(choice.get());
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of();
  }

  @Override
  public List<String> waiting() {
    return choice.get() == shown ? List.of() : List.of("settings.cell");
  }
}
