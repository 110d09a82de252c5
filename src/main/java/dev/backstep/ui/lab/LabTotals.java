package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Notation;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The total gradients: each agrees, or is off by so much. */
final class LabTotals {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BugLabViewModel lab;
  private final LabWords words;
  private final ObservableValue<Notation> notation;
  private final FlowPane pane;

  LabTotals(
      BugLabViewModel lab, LabWords words, ObservableValue<Notation> notation, FlowPane pane) {
    this.lab = lab;
    this.words = words;
    this.notation = notation;
    this.pane = pane;
  }

  void show(FaultEffect examination) {
    pane.getChildren().clear();
    examination
        .signature()
        .totals()
        .forEach(
            (total, error) ->
                pane.getChildren()
                    .add(
                        lab.isCovered()
                            ? covered(total)
                            : told(total, error, examination.isWrong(total))));
  }

  private Label covered(String total) {
    Label label = label(total);
    label.setText(name(total) + " " + words.texts().of("lab.covered"));
    label.getStyleClass().add("covered");
    return label;
  }

  private Label told(String total, Difference error, boolean isWrong) {
    Label label = label(total);
    label.setText(name(total) + " " + words.total(error));
    label.setGraphic(new FontIcon(isWrong ? "fth-x" : "fth-check"));
    label.pseudoClassStateChanged(WRONG, isWrong);
    return label;
  }

  private Label label(String total) {
    Label label = new Label();
    label.setId("total-" + total);
    label.getStyleClass().addAll("total", "mono");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private String name(String total) {
    return words.total(total, notation.getValue());
  }
}
