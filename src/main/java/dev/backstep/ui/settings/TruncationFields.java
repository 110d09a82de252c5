package dev.backstep.ui.settings;

import dev.backstep.model.Truncation;
import dev.backstep.training.RunSettings;

/** The fields of the truncation and its k. */
final class TruncationFields extends ChoiceWithNumber<Truncation.Kind> {
  private final FieldReader fields;

  TruncationFields(FieldReader fields) {
    super("3");
    this.fields = fields;
  }

  @Override
  void check(String typed) {
    Truncation.window(readK(typed));
  }

  @Override
  boolean hasNumber(Truncation.Kind kind) {
    return kind != Truncation.Kind.NONE;
  }

  private int readK(String typed) {
    return (int) fields.whole("settings.truncation-k", typed);
  }

  @Override
  public void show(RunSettings settings) {
    Truncation truncation = settings.truncation();
    choiceProperty().set(truncation.kind());
    if (!truncation.isNone()) {
      number().show(String.valueOf(truncation.k()));
    }
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withTruncation(
        switch (choiceProperty().get()) {
          case NONE -> Truncation.NONE;
          case CHUNKS -> Truncation.chunks(readK(typedNumber()));
          case WINDOW -> Truncation.window(readK(typedNumber()));
        });
  }
}
