package dev.backstep.ui.inspector;

import dev.backstep.net.Axis;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Weight;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** The weight whose gradient is shown, to be chosen from all of the net. */
final class ParameterChoice {
  /** So many stand beside the title. */
  private static final int FEW = 5;

  private final Pane beside;
  private final Pane below;
  private final StepViewModel step;
  private final Texts texts;
  private final Consumer<String> choose;
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

  /**
   * @param beside where a few stand
   * @param below where many stand
   * @param choose told the name of a weight
   */
  ParameterChoice(
      Pane beside, Pane below, StepViewModel step, Texts texts, Consumer<String> choose) {
    this.beside = beside;
    this.below = below;
    this.step = step;
    this.texts = texts;
    this.choose = choose;
    step.netProperty().addListener((property, before, now) -> use(now));
    step.notationProperty().addListener((property, before, now) -> write(now));
    use(step.net());
  }

  private void use(Net net) {
    beside.getChildren().clear();
    below.getChildren().clear();
    buttons.clear();
    boolean isFew = net.names().size() <= FEW;
    for (String name : net.names()) {
      ToggleButton button = button(name);
      if (isFew) {
        button.getStyleClass().add(pill(net.names(), name));
      }
      (isFew ? beside : below).getChildren().add(button);
      buttons.put(name, button);
    }
    below.setVisible(!isFew);
    below.setManaged(!isFew);
    write(step.notationProperty().get());
    choose(usual(net));
  }

  /** The weight from a state to the next. */
  private static String usual(Net net) {
    return net.weights().stream()
        .filter(weight -> weight.rows() == Axis.UNITS)
        .map(Weight::name)
        .findFirst()
        .orElse(net.names().get(0));
  }

  private ToggleButton button(String name) {
    ToggleButton button = new ToggleButton();
    button.setId("parameter-" + name);
    button.getStyleClass().addAll("mono", "small");
    button.setMnemonicParsing(false);
    button.setTooltip(new Tooltip());
    button.setOnAction(event -> choose(name));
    return button;
  }

  private void write(Notation notation) {
    buttons.forEach(
        (name, button) -> {
          button.setText(notation.name(name));
          button.setAccessibleText(texts.of("inspector.accumulator.choose", notation.name(name)));
          button.getTooltip().setText(button.getAccessibleText());
        });
  }

  private static String pill(List<String> names, String name) {
    int place = names.indexOf(name);
    return place == 0 ? "left-pill" : place == names.size() - 1 ? "right-pill" : "center-pill";
  }

  /** Without a group, in which only the arrows would lead from one to the next. */
  private void choose(String name) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(name)));
    choose.accept(name);
  }

  /** Shows a weight that is not the one that is shown; none for a name that there is not. */
  void show(String name) {
    if (buttons.containsKey(name) && !buttons.get(name).isSelected()) {
      choose(name);
    }
  }
}
