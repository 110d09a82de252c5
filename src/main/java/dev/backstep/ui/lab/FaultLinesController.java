package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Notation;
import dev.backstep.ui.parts.CodePieces;
import dev.backstep.words.MarkedLine;
import dev.backstep.words.Texts;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.TextFlow;

/** The fault: its name, the faulty line beside the right one, and how it is found. */
public final class FaultLinesController {
  private final BugLabViewModel lab;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final FaultTexts words = FaultTexts.load();

  @FXML private Label title;
  @FXML private Label group;
  @FXML private TextFlow wrong;
  @FXML private TextFlow right;
  @FXML private Node hints;
  @FXML private Label lookFor;
  @FXML private Label hides;

  public FaultLinesController(
      BugLabViewModel lab, Texts texts, ObservableValue<Notation> notation) {
    this.lab = lab;
    this.texts = texts;
    this.notation = notation;
  }

  @FXML
  private void initialize() {
    lab.faultProperty().addListener(observable -> show());
    lab.modeProperty().addListener(observable -> show());
    lab.quiz().revisionProperty().addListener(observable -> show());
    lab.prediction().outcomeProperty().addListener(observable -> show());
    notation.addListener(observable -> show());
    show();
  }

  /**
   * While the quiz asks it is the fault that would be named: its lines are no secret. Then it is
   * the one that was asked for, as in the grid.
   */
  private void show() {
    Fault fault = lab.isHidden() ? lab.faultProperty().get() : lab.shownFault();
    String name = words.title(fault, lab.net(), notation.getValue());
    title.setText(lab.isHidden() ? texts.of("lab.candidate", name) : name);
    group.setText(words.title(Objects.requireNonNull(fault.group())) + " · " + fault.id());
    String faultyLine = words.faultyLine(fault, lab.net(), notation.getValue());
    String rightLine = words.rightLine(fault, lab.net(), notation.getValue());
    show(wrong, MarkedLine.of(faultyLine, rightLine), texts.of("lab.wrong"));
    show(right, MarkedLine.of(rightLine, faultyLine), texts.of("lab.right"));
    lookFor.setText(words.lookFor(fault, lab.net(), notation.getValue()));
    hides.setText(words.hides(fault, lab.net(), notation.getValue()));
    boolean isTold = !lab.isHidden() && !lab.isCovered();
    hints.setVisible(isTold);
    hints.setManaged(isTold);
  }

  private static void show(TextFlow flow, MarkedLine line, String name) {
    flow.getChildren().setAll(CodePieces.of(line));
    flow.setAccessibleText(name + ": " + line.text());
  }
}
