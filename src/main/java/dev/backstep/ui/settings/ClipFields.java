package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The fields of the clipping and its limit. */
final class ClipFields implements EditedSetting {
  private final FieldReader fields;
  private final ObjectProperty<ClipChoice> choice = new SimpleObjectProperty<>();
  private final TypedSetting limit;

  ClipFields(FieldReader fields) {
    this.fields = fields;
    limit = new TypedSetting("5", typed -> new Clipping.GlobalNorm(readLimit(typed)));
    choice.addListener(observable -> limit.ignore());
  }

  private double readLimit(String typed) {
    return fields.number("settings.clip-limit", typed);
  }

  ObjectProperty<ClipChoice> choiceProperty() {
    return choice;
  }

  TypedSetting limit() {
    return limit;
  }

  @Override
  public void show(RunSettings settings) {
    Clipping clipping = settings.clipping();
    if (clipping instanceof Clipping.GlobalNorm norm) {
      choice.set(ClipChoice.GLOBAL_NORM);
      limit.show(Numbers.plain(norm.limit()));
    } else if (clipping instanceof Clipping.Elementwise elementwise) {
      choice.set(ClipChoice.ELEMENTWISE);
      limit.show(Numbers.plain(elementwise.limit()));
    } else {
      choice.set(ClipChoice.NONE);
    }
  }

  @Override
  public RunSettings read(RunSettings base) {
    String typed = limit.textProperty().get();
    return base.withClipping(
        switch (choice.get()) {
          case GLOBAL_NORM -> new Clipping.GlobalNorm(readLimit(typed));
          case ELEMENTWISE -> new Clipping.Elementwise(readLimit(typed));
          case NONE -> new Clipping.None();
        });
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of(limit);
  }

  @Override
  public List<TypedSetting> mattering() {
    return choice.get() == ClipChoice.NONE ? List.of() : typed();
  }
}
