package dev.backstep.ui.settings;

import dev.backstep.ui.common.TypedSetting;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A setting that is one of several kinds, of which some have a number. */
abstract class ChoiceWithNumber<K> implements EditedSetting {
  private final ObjectProperty<K> choice = new SimpleObjectProperty<>();
  private final TypedSetting number;

  /**
   * No kind is chosen yet.
   *
   * @param usual the number at first
   */
  ChoiceWithNumber(String usual) {
    number = new TypedSetting(usual, this::check);
    choice.addListener(observable -> number.ignore());
  }

  /**
   * Looks at the text of the number.
   *
   * @throws IllegalArgumentException with the sentence that refuses it
   */
  abstract void check(String typed);

  /** Whether a kind has a number. */
  abstract boolean hasNumber(K kind);

  final ObjectProperty<K> choiceProperty() {
    return choice;
  }

  final TypedSetting number() {
    return number;
  }

  final String typedNumber() {
    return number.textProperty().get();
  }

  @Override
  public final List<TypedSetting> typed() {
    return List.of(number);
  }

  @Override
  public final List<TypedSetting> mattering() {
    return hasNumber(choice.get()) ? typed() : List.of();
  }
}
