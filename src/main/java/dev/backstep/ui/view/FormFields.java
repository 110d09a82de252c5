package dev.backstep.ui.view;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Notation;
import dev.backstep.ui.viewmodel.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
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
    box.setConverter(converter(box, name));
    box.valueProperty().bindBidirectional(property);
  }

  private static <T> StringConverter<T> converter(ComboBox<T> box, Function<T, String> name) {
    return new StringConverter<>() {
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
    };
  }

  /** A choice among the faults, called in the names of the notation. */
  void bindFaults(
      ComboBox<Fault> box, ObjectProperty<Fault> property, ObservableValue<Notation> notation) {
    FaultTexts titles = FaultTexts.load();
    Function<Fault, String> name = fault -> titles.title(fault, notation.getValue());
    bind(box, Fault.values(), property, name);
    // Another converter is what makes a box write its choices anew.
    notation.addListener((change, before, now) -> box.setConverter(converter(box, name)));
  }

  static void showOnly(ObservableBooleanValue condition, Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(condition);
      node.managedProperty().bind(condition);
    }
  }
}
