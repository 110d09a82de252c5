package dev.backstep.ui.view;

import dev.backstep.ui.viewmodel.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Ties choices to what they choose, and shows only the fields that mean something. */
record FormFields(Texts texts) {
  /** A choice among the constants of an enum, called as the resource bundle calls them. */
  <T extends Enum<T>> void bind(ComboBox<T> box, T[] choices, ObjectProperty<T> property) {
    bind(
        box,
        choices,
        property,
        choice -> texts.of("choice." + choice.name().toLowerCase(Locale.ROOT)));
  }

  <T> void bind(
      ComboBox<T> box, T[] choices, ObjectProperty<T> property, Function<T, String> name) {
    box.getItems().setAll(choices);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : name.apply(choice);
          }

          @Override
          public T fromString(String text) {
            return box.getItems().stream()
                .filter(choice -> name.apply(choice).equals(text))
                .findFirst()
                .orElse(null);
          }
        });
    box.valueProperty().bindBidirectional(property);
  }

  static void showOnly(ObservableBooleanValue condition, Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(condition);
      node.managedProperty().bind(condition);
    }
  }
}
