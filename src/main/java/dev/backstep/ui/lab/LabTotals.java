package dev.backstep.ui.lab;

import dev.backstep.fault.Examination;
import dev.backstep.ui.shell.MainViewModel;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The total gradients: each agrees, or is off by so much. */
final class LabTotals {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BugLabViewModel lab;
  private final MainViewModel main;
  private final LabWords words;
  private final FlowPane pane;

  LabTotals(MainViewModel main, LabWords words, FlowPane pane) {
    this.main = main;
    lab = main.bugLab();
    this.words = words;
    this.pane = pane;
  }

  void show(Examination examination) {
    pane.getChildren().clear();
    for (String total : examination.signature().totals().keySet()) {
      pane.getChildren().add(lab.isCovered() ? covered(total) : told(total, examination));
    }
  }

  private Label covered(String total) {
    Label label = label(total);
    label.setText(name(total) + " " + main.texts().of("lab.covered"));
    label.getStyleClass().add("covered");
    return label;
  }

  private Label told(String total, Examination examination) {
    Label label = label(total);
    boolean isWrong = examination.isWrong(total);
    label.setText(name(total) + " " + words.total(examination.signature().totals().get(total)));
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
    return words.total(total, main.options().notation().getValue());
  }
}
