package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The fields of the initialisation and its deviation if Gaussian. */
final class InitFields implements EditedSetting {
  private final FieldReader fields;
  private final ObjectProperty<InitChoice> choice = new SimpleObjectProperty<>();
  private final TypedSetting sigma = new TypedSetting("0.1", this::readGaussian);
  private @Nullable InitChoice shown;

  InitFields(FieldReader fields) {
    this.fields = fields;
    choice.addListener(observable -> sigma.ignore());
  }

  private Initialization readGaussian(String typed) {
    return new Initialization.Gaussian(fields.number("settings.sigma", typed));
  }

  ObjectProperty<InitChoice> choiceProperty() {
    return choice;
  }

  TypedSetting sigma() {
    return sigma;
  }

  @Override
  public void show(RunSettings settings) {
    if (settings.initialization() instanceof Initialization.Gaussian gaussian) {
      shown = InitChoice.GAUSSIAN;
      sigma.show(Numbers.plain(gaussian.sigma()));
    } else {
      shown = InitChoice.UNIFORM;
    }
    choice.set(shown);
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withInitialization(
        switch (choice.get()) {
          case UNIFORM -> new Initialization.Uniform();
          case GAUSSIAN -> readGaussian(sigma.textProperty().get());
        });
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of(sigma);
  }

  @Override
  public List<TypedSetting> mattering() {
    return choice.get() == InitChoice.GAUSSIAN ? typed() : List.of();
  }

  @Override
  public List<String> waiting() {
    List<String> names = new ArrayList<>();
    if (choice.get() != shown) {
      names.add("settings.init");
    }
    if (choice.get() == InitChoice.GAUSSIAN && sigma.isEdited()) {
      names.add("settings.sigma");
    }
    return names;
  }
}
