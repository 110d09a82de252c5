package dev.backstep.ui.settings;

import dev.backstep.math.Numbers;
import dev.backstep.net.GateBias;
import dev.backstep.net.Net;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.common.TypedSetting;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The cell of the net, and what the bias of its gate begins with where it has one. */
final class CellFields implements EditedSetting {
  /** The beginning of the keys of the two gates' biases in the texts. */
  private static final String GATE_BIAS = "settings.gate-bias.";

  private final FieldReader fields;
  private final ObjectProperty<Net> choice = new SimpleObjectProperty<>();
  private final TypedSetting gateBias;
  private RunSettings shown = RunSettings.defaults();

  CellFields(FieldReader fields) {
    this.fields = fields;
    choice.set(shown.cell());
    gateBias = new TypedSetting("0", this::requireGateBias);
    choice.addListener(observable -> showGateBias());
  }

  /** That of the run that is shown, or what is usual for another cell. */
  private void showGateBias() {
    gateBias.show(Numbers.plain(shown.withCell(choice.get()).gateBias()));
  }

  private void requireGateBias(String typed) {
    choice.get().gateBias().ifPresent(bias -> bias.require(read(bias, typed)));
  }

  private double read(GateBias bias, String typed) {
    return fields.number(name(bias), typed);
  }

  /** The key of the bias in the texts. */
  static String name(GateBias bias) {
    return GATE_BIAS + bias.gate();
  }

  ObjectProperty<Net> choiceProperty() {
    return choice;
  }

  TypedSetting gateBias() {
    return gateBias;
  }

  @Override
  public void show(RunSettings settings) {
    shown = settings;
    choice.set(settings.cell());
    showGateBias();
  }

  @Override
  public RunSettings read(RunSettings base) {
    RunSettings changed = base.withCell(choice.get());
    return choice
        .get()
        .gateBias()
        .map(bias -> changed.withGateBias(read(bias, gateBias.textProperty().get())))
        .orElse(changed);
  }

  @Override
  public List<TypedSetting> typed() {
    return List.of(gateBias);
  }

  @Override
  public List<TypedSetting> mattering() {
    return choice.get().gateBias().isPresent() ? typed() : List.of();
  }

  @Override
  public List<String> waiting() {
    List<String> names = new ArrayList<>();
    if (choice.get() != shown.cell()) {
      names.add("settings.cell");
    }
    choice
        .get()
        .gateBias()
        .filter(bias -> gateBias.isEdited())
        .map(CellFields::name)
        .ifPresent(names::add);
    return names;
  }
}
