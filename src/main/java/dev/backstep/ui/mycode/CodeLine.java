package dev.backstep.ui.mycode;

import dev.backstep.ui.parts.CodePieces;
import dev.backstep.words.MarkedLine;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of code on the ground of what it is, wrong or right, its difference marked. */
final class CodeLine extends VBox {
  /**
   * @param style wrong or right
   */
  CodeLine(String title, String style, MarkedLine line) {
    getStyleClass().addAll("code-box", style);
    Label head = new Label(title, new FontIcon(style.equals("wrong") ? "fth-x" : "fth-check"));
    head.getStyleClass().add("code-box-title");
    TextFlow flow = new TextFlow();
    flow.getChildren().addAll(CodePieces.of(line));
    flow.getStyleClass().add("code-box-line");
    flow.setAccessibleText(title + ": " + line.text());
    getChildren().addAll(head, flow);
  }
}
