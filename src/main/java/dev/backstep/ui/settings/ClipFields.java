package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;

/** The fields of the clipping and its limit. */
final class ClipFields extends ChoiceWithNumber<ClipChoice> {
  private final FieldReader fields;

  ClipFields(FieldReader fields) {
    super("5");
    this.fields = fields;
  }

  @Override
  void check(String typed) {
    new Clipping.GlobalNorm(readLimit(typed));
  }

  @Override
  boolean hasNumber(ClipChoice kind) {
    return kind != ClipChoice.NONE;
  }

  private double readLimit(String typed) {
    return fields.number("settings.clip-limit", typed);
  }

  @Override
  public void show(RunSettings settings) {
    Clipping clipping = settings.clipping();
    if (clipping instanceof Clipping.GlobalNorm norm) {
      choiceProperty().set(ClipChoice.GLOBAL_NORM);
      number().show(Numbers.plain(norm.limit()));
    } else if (clipping instanceof Clipping.Elementwise elementwise) {
      choiceProperty().set(ClipChoice.ELEMENTWISE);
      number().show(Numbers.plain(elementwise.limit()));
    } else {
      choiceProperty().set(ClipChoice.NONE);
    }
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withClipping(
        switch (choiceProperty().get()) {
          case GLOBAL_NORM -> new Clipping.GlobalNorm(readLimit(typedNumber()));
          case ELEMENTWISE -> new Clipping.Elementwise(readLimit(typedNumber()));
          case NONE -> new Clipping.None();
        });
  }
}
