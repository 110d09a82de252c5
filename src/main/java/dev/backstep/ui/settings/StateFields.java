package dev.backstep.ui.settings;

import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The hidden state that sequences begin with, and what belongs to its kind. */
final class StateFields extends ChoiceWithNumber<StateChoice> {
  private final FieldReader fields;
  private final BooleanProperty zeroAtEpochStart = new SimpleBooleanProperty(true);
  private IntSupplier longest = () -> 1;

  StateFields(FieldReader fields) {
    super("30");
    this.fields = fields;
  }

  @Override
  void check(String typed) {
    readArray(typed);
  }

  @Override
  boolean hasNumber(StateChoice kind) {
    return kind == StateChoice.FIXED_ARRAY;
  }

  /** Says how long the longest sequence is that the setting is for. */
  void setLongest(IntSupplier length) {
    longest = length;
  }

  private HiddenStatePolicy readArray(String typed) {
    HiddenStatePolicy array =
        new HiddenStatePolicy.FixedArray((int) fields.whole("settings.array-columns", typed));
    array.requireLength(longest.getAsInt());
    return array;
  }

  BooleanProperty zeroAtEpochStartProperty() {
    return zeroAtEpochStart;
  }

  @Override
  public void show(RunSettings settings) {
    HiddenStatePolicy policy = settings.hiddenState();
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      zeroAtEpochStart.set(carried.zeroAtEpochStart());
      choiceProperty().set(StateChoice.CARRIED);
    } else if (policy instanceof HiddenStatePolicy.FixedArray array) {
      choiceProperty().set(StateChoice.FIXED_ARRAY);
      number().show(String.valueOf(array.columns()));
    } else {
      choiceProperty().set(policy.isLearned() ? StateChoice.LEARNED : StateChoice.ZERO);
    }
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withHiddenState(
        switch (choiceProperty().get()) {
          case ZERO -> new HiddenStatePolicy.Zero();
          case CARRIED -> new HiddenStatePolicy.Carried(zeroAtEpochStart.get());
          case FIXED_ARRAY -> readArray(typedNumber());
          case LEARNED -> new HiddenStatePolicy.Learned();
        });
  }
}
