package dev.backstep.ui.settings;

import dev.backstep.net.Net;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/**
 * The name of the bias whose start value is set: that of the forget gate, or of the update gate.
 *
 * @param spoken what a screen reader says of a name
 */
record GateBiasName(Texts texts, UnaryOperator<String> spoken) {
  /**
   * Names a field after the gate of a cell, and shows it only while the cell has one.
   *
   * @param box what is shown or not
   */
  void follow(ObservableValue<Net> cell, Label label, TextField field, Node box) {
    StringBinding name = Bindings.createStringBinding(() -> of(cell.getValue()), cell);
    label.textProperty().bind(name);
    field
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    spoken.apply(
                        name.get().isEmpty() ? texts.of("settings.gate-bias.any") : name.get()),
                name));
    FormFields.showOnly(name.isNotEmpty(), box);
  }

  private String of(Net cell) {
    return cell.gateBias().map(CellFields::name).map(texts::of).orElse("");
  }
}
