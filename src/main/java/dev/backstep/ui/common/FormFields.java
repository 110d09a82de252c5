package dev.backstep.ui.common;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds form fields to what they set, and shows only those that matter. */
public record FormFields(Texts texts) {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

  /** A choice among the constants of an enum, called as the resource bundle calls them. */
  public <T extends Enum<T>> void bind(ComboBox<T> box, T[] choices, ObjectProperty<T> property) {
    bind(
        box,
        choices,
        property,
        choice -> texts.of("words.choice." + choice.name().toLowerCase(Locale.ROOT)));
  }

  public <T> void bind(
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
      public @Nullable T fromString(String text) {
        return box.getItems().stream()
            .filter(choice -> name.apply(choice).equals(text))
            .findFirst()
            .orElse(null);
      }
    };
  }

  /** A choice among the cells that there are. */
  public void bindCells(ComboBox<Net> box, ObjectProperty<Net> property) {
    bind(box, Nets.ALL.toArray(Net[]::new), property, new SettingWords(texts)::cell);
  }

  /** A choice among the faults that a cell lists, called in the names of the notation. */
  public void bindFaults(
      ComboBox<Fault> box,
      ObjectProperty<Fault> property,
      ObservableValue<Net> cell,
      ObservableValue<Notation> notation) {
    FaultTexts titles = FaultTexts.load();
    Function<Fault, String> name = fault -> titles.title(fault, notation.getValue());
    bind(box, faults(cell.getValue()), property, name);
    cell.addListener(
        (change, before, now) -> {
          // A box lets go of what is no longer among its choices.
          Fault chosen = property.get();
          box.getItems().setAll(faults(now));
          property.set(chosen.inOrNone(now));
        });
    // Another converter is what makes a box write its choices anew.
    notation.addListener((change, before, now) -> box.setConverter(converter(box, name)));
  }

  private static Fault[] faults(Net cell) {
    return Stream.concat(Stream.of(Fault.NONE), FaultCatalogue.of(cell).listed().stream())
        .toArray(Fault[]::new);
  }

  /**
   * Ties a field to a setting. Where that is refused the field is marked, with the sentence below.
   *
   * @param refusal the label for the sentence
   */
  public static void mark(TextField field, TypedSetting setting, Label refusal) {
    mark(field, setting);
    refusal.textProperty().bind(setting.refusalProperty());
    showOnly(setting.refusalProperty().isNotEmpty(), refusal);
  }

  /** The same where the sentence stands elsewhere. */
  public static void mark(TextField field, TypedSetting setting) {
    field.textProperty().bindBidirectional(setting.textProperty());
    setting
        .refusalProperty()
        .addListener(
            (property, before, now) -> {
              field.pseudoClassStateChanged(REFUSED, !now.isEmpty());
              field.setAccessibleHelp(now);
            });
  }

  /** Does something on Enter in a field, and when the field is left. */
  public static void whenDone(TextField field, Runnable action) {
    field.setOnAction(event -> action.run());
    whenLeft(field, action);
  }

  /** Does something when a choice was made, on Enter, and when the box is left. */
  public static void whenDone(ComboBox<?> box, Runnable action) {
    box.setOnHidden(event -> action.run());
    whenLeft(box, action);
    box.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            action.run();
          }
        });
  }

  private static void whenLeft(Node node, Runnable action) {
    node.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                action.run();
              }
            });
  }

  /**
   * Shows a panel while a button is selected, which has the focus again if the panel had it when it
   * was closed.
   */
  public static void showWith(ToggleButton button, BooleanProperty shown, Node panel) {
    button.selectedProperty().bindBidirectional(shown);
    shown.addListener(
        (property, before, now) -> {
          if (!now && panel.isFocusWithin()) {
            button.requestFocus();
          }
        });
    showOnly(shown, panel);
  }

  public static void showOnly(ObservableBooleanValue condition, Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(condition);
      node.managedProperty().bind(condition);
    }
  }
}
