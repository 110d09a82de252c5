package dev.backstep.ui.settings;

import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The hidden state that sequences begin with, and what belongs to its kind. */
final class StateFields implements EditedSetting {
  private final FieldReader fields;
  private final ObjectProperty<StateChoice> choice = new SimpleObjectProperty<>();
  private final BooleanProperty zeroAtEpochStart = new SimpleBooleanProperty(true);
  private final TypedSetting columns = new TypedSetting("30", this::readArray);
  private IntSupplier longest = () -> 1;

  StateFields(FieldReader fields) {
    this.fields = fields;
    choice.addListener(observable -> columns.ignore());
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

  ObjectProperty<StateChoice> choiceProperty() {
    return choice;
  }

  BooleanProperty zeroAtEpochStartProperty() {
    return zeroAtEpochStart;
  }

  TypedSetting columns() {
    return columns;
  }

  @Override
  public void show(RunSettings settings) {
    HiddenStatePolicy policy = settings.hiddenState();
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      zeroAtEpochStart.set(carried.zeroAtEpochStart());
      choice.set(StateChoice.CARRIED);
    } else if (policy instanceof HiddenStatePolicy.FixedArray array) {
      choice.set(StateChoice.FIXED_ARRAY);
      columns.show(String.valueOf(array.columns()));
    } else {
      choice.set(StateChoice.ZERO);
    }
  }

  @Override
  public RunSettings read(RunSettings base) {
    return base.withHiddenState(
        switch (choice.get()) {
          case ZERO -> new HiddenStatePolicy.Zero();
          case CARRIED -> new HiddenStatePolicy.Carried(zeroAtEpochStart.get());
          case FIXED_ARRAY -> readArray(columns.textProperty().get());
        });
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of(columns);
  }

  @Override
  public List<TypedSetting> mattering() {
    return choice.get() == StateChoice.FIXED_ARRAY ? typed() : List.of();
  }
}
