package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the initialisation and its deviation if Gaussian. */
final class InitFields extends ChoiceWithNumber<InitChoice> {
  private final FieldReader fields;
  private @Nullable InitChoice shown;

  InitFields(FieldReader fields) {
    super("0.1");
    this.fields = fields;
  }

  @Override
  void check(String typed) {
    readGaussian(typed);
  }

  @Override
  boolean hasNumber(InitChoice kind) {
    return kind == InitChoice.GAUSSIAN;
  }

  private Initialization readGaussian(String typed) {
    return new Initialization.Gaussian(fields.number("settings.sigma", typed));
  }

  @Override
  public void show(RunSettings settings) {
    if (settings.initialization() instanceof Initialization.Gaussian gaussian) {
      shown = InitChoice.GAUSSIAN;
      number().show(Numbers.plain(gaussian.sigma()));
    } else {
      shown = InitChoice.UNIFORM;
    }
    choiceProperty().set(shown);
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withInitialization(
        switch (choiceProperty().get()) {
          case UNIFORM -> new Initialization.Uniform();
          case GAUSSIAN -> readGaussian(typedNumber());
        });
  }

  @Override
  public List<String> waiting() {
    List<String> names = new ArrayList<>();
    if (choiceProperty().get() != shown) {
      names.add("settings.init");
    }
    if (choiceProperty().get() == InitChoice.GAUSSIAN && number().isEdited()) {
      names.add("settings.sigma");
    }
    return names;
  }
}
