package dev.backstep.ui.inspector;

import dev.backstep.trace.FaultyLine;
import dev.backstep.ui.parts.CodePieces;
import dev.backstep.words.MarkedLine;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under an equation the line that was written in its place, with what of it is wrong. */
final class WrongTerm extends TextFlow {
  WrongTerm(FaultyLine.Swap swap) {
    getStyleClass().addAll("wrong-term", "code-box-line");
    getChildren().addAll(new FontIcon("fth-x"), new Text(" "));
    getChildren().addAll(CodePieces.of(MarkedLine.of(swap.wrong(), swap.right())));
  }
}
